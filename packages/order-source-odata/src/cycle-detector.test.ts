import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { CycleDetector } from './cycle-detector.js'

describe('a cycle', () => {
  test.prop([fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 200 })])(
    'is noticed after a few rounds of whatever length, wherever it begins',
    (start, length) => {
      const detector = new CycleDetector()
      let steps = 0
      const element = () => String(steps < start ? steps : start + ((steps - start) % length))
      const most = 4 * (start + length) + 4
      while (steps <= most && !detector.hasSeen(element())) steps += 1
      expect(steps).toBeGreaterThanOrEqual(start + length)
      expect(steps).toBeLessThanOrEqual(most)
    },
  )

  test.prop([fc.uniqueArray(fc.string(), { maxLength: 100 })])(
    'is not seen where there is none',
    (elements) => {
      const detector = new CycleDetector()
      expect(elements.some((element) => detector.hasSeen(element))).toBe(false)
    },
  )
})
