import { requirement } from '@ledgerpost/testkit'
import { trytondVersion } from '../../conformance/tryton/trytond.js'

export const trytond = await requirement('trytond', trytondVersion)

/** For a suite whose tests each make books and call Tryton tens of times, on a machine that has much else to do. */
export const patiently = { timeout: 600_000 }

/** Making a database and books takes half a minute on a small machine, and more on a busy one. */
export const startTimeout = 600_000
