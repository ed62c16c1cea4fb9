import { readFileSync } from 'node:fs'
import { describeConformance } from '@ledgerpost/testkit/conformance'
import { describe, it } from 'vitest'
import { conformanceSubject } from '../conformance/subject.js'

const expectedFailures = new URL('../conformance/expected-failures.json', import.meta.url)

describeConformance({ describe, it }, conformanceSubject, JSON.parse(readFileSync(expectedFailures, 'utf8')))
