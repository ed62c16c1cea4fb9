import { readFileSync } from 'node:fs'
import { describeConformance } from '@ledgerpost/testkit/conformance'
import { afterAll, describe, it } from 'vitest'
import { conformanceSubject } from '../conformance/subject.js'
import { patiently, trytond } from './testing/trytond.test-support.js'

const expectedFailures = new URL('../conformance/expected-failures.json', import.meta.url)

describe.skipIf(!trytond.available)('on the real program', patiently, () => {
  describeConformance(
    { describe, it, afterAll },
    conformanceSubject,
    JSON.parse(readFileSync(expectedFailures, 'utf8')),
  )
})
