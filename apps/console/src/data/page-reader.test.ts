import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { PageReader } from './page-reader.js'

test.prop([
  fc.array(fc.integer(), { maxLength: 40 }),
  fc.integer({ min: 1, max: 7 }),
  fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 8 }),
])('delivers each item once, whatever breaks on the way', async (all, count, faults) => {
  let steps = 0
  const breaks = new Set(faults)
  const reader = new PageReader(async function* () {
    for (const item of all) {
      steps += 1
      if (breaks.delete(steps)) throw new TypeError('The connection broke.')
      yield item
    }
  })
  const read: number[] = []
  for (let isLast = false; !isLast;) {
    try {
      const part = await reader.take(count)
      read.push(...part.items)
      ;({ isLast } = part)
    } catch (error) {
      expect(error).toBeInstanceOf(TypeError)
    }
  }
  expect(read).toEqual(all)
})
