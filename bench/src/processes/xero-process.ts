import { startXeroFor } from '@ledgerpost/chaos/scene'
import { z } from 'zod'
import { nowServing, toldSetup } from './served.js'

/** The fake Xero with its ledger, without limits on calls. */
const fake = await startXeroFor(toldSetup(z.array(z.string())))
nowServing(fake.url)
