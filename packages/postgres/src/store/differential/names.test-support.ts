import { fc } from '@fast-check/vitest'
import { time } from '../samples.test-support.js'

/** Mostly the first of so many, which exists: calls that find nothing show little. */
const below = (count: number) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat({ max: count - 1 }) })
const evenly = (count: number) => fc.nat({ max: count - 1 })

/** Small numbers of the names of each kind. */
export const which = {
  subscriber: below(2),
  integration: below(3),
  organisation: below(2),
  grant: below(3),
  record: below(3),
  job: evenly(4),
  submission: evenly(8),
  reference: evenly(5),
  link: below(2),
  claim: below(3),
}

/** Their order by code points is another one than that of UTF-16, and that of a dictionary. */
export const orderIds = ['a', 'B', '\u{1f9d8}', '\uffee'] as const
export const orderId = fc.constantFrom(...orderIds)

export const laterTime = '2026-03-02T12:00:00.000Z'
export const times = fc.constantFrom(time, laterTime)
export const businessDates = ['2026-03-01', '2026-03-02'] as const
export const limit = fc.constantFrom(1, 2, 10)
