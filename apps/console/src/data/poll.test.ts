import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { pauseBefore } from './poll.js'

test.prop([fc.nat({ max: 10_000 })])(
  'looks after 5 seconds and then ever more slowly, up to once a minute',
  (looks) => {
    expect(pauseBefore(0)).toBe(5000)
    expect(pauseBefore(looks + 1)).toBeGreaterThanOrEqual(pauseBefore(looks))
    expect(pauseBefore(looks)).toBeLessThanOrEqual(60_000)
  },
)
