import { readFileSync } from 'node:fs'
import { describeConformance } from '@ledgerpost/testkit/conformance'
import { describe, it } from 'vitest'
import { conformanceSubjectOf } from '../conformance/subject.js'
import { xeroBookings } from './bookings.js'

const expectedFailures = new URL('../conformance/expected-failures.json', import.meta.url)

describe.each(xeroBookings)('booking as %s', (bookedAs) => {
  describeConformance(
    { describe, it },
    conformanceSubjectOf(bookedAs),
    JSON.parse(readFileSync(expectedFailures, 'utf8')),
  )
})
