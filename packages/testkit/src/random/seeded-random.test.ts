import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { seededRandom } from './seeded-random.js'

const draws = (seed: number) => {
  const random = seededRandom(seed)
  return Array.from({ length: 50 }, () => random.integer(0, 2 ** 31))
}

describe('seededRandom', () => {
  test.prop([fc.maxSafeInteger()])('repeats itself for a seed', (seed) => {
    expect(draws(seed)).toEqual(draws(seed))
  })

  test.prop([fc.integer()])('differs for neighbouring seeds', (seed) => {
    expect(draws(seed)).not.toEqual(draws(seed + 1))
  })

  test.prop([fc.integer(), fc.integer(), fc.nat({ max: 1000 })])(
    'stays within its bounds',
    (seed, low, span) => {
      const drawn = seededRandom(seed).integer(low, low + span)
      expect(drawn).toBeGreaterThanOrEqual(low)
      expect(drawn).toBeLessThanOrEqual(low + span)
    },
  )

  test.prop([fc.integer(), fc.array(fc.nat())])('shuffles without loss', (seed, members) => {
    const sorted = (list: number[]) => list.toSorted((a, b) => a - b)
    expect(sorted(seededRandom(seed).shuffle(members))).toEqual(sorted(members))
  })

  it('draws evenly', () => {
    const random = seededRandom(7)
    const counts = [0, 0, 0, 0, 0]
    for (let index = 0; index < 50_000; index += 1) {
      const drawn = random.integer(0, 4)
      counts[drawn] = (counts[drawn] ?? 0) + 1
    }
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400)
  })

  it('refuses what it cannot draw', () => {
    expect(() => seededRandom(0.5)).toThrow(RangeError)
    expect(() => seededRandom(1).integer(2, 1)).toThrow(RangeError)
    expect(() => seededRandom(1).pick([])).toThrow(RangeError)
  })
})
