import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { pauseBefore } from './poll.js'
import { isResending } from './resending.js'

test.prop([fc.nat({ max: 10_000 })])(
  'looks after 5 seconds and then ever more slowly, up to once a minute',
  (looks) => {
    expect(pauseBefore(0)).toBe(5000)
    expect(pauseBefore(looks + 1)).toBeGreaterThanOrEqual(pauseBefore(looks))
    expect(pauseBefore(looks)).toBeLessThanOrEqual(60_000)
  },
)

describe('what is sent again', () => {
  const none = { Read: 0, Packed: 0, Unchanged: 0, Excluded: 0, Totals: [] }
  const outcome = { ...none, Pending: 0, Held: 0, Sending: 0, Sent: 9, Rejected: 0, InDoubt: 0 }
  it.each([
    [{ Held: 1 }, 0, true],
    [{ Held: 1 }, 2, false],
    [{ Held: 1, Sending: 1 }, 5, true],
    [{ Pending: 1 }, 8, false],
    [{}, 0, false],
  ])('%j is looked at once more after %i looks: %s', (change, looks, expected) => {
    expect(isResending({ Outcome: { ...outcome, ...change } }, looks)).toBe(expected)
  })
})
