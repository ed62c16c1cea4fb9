import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { batchesOf, byteLength } from './batches.js'

describe('batchesOf', () => {
  test.prop([
    fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })),
    fc.integer({ min: 1, max: 5 }),
    fc.integer({ min: 5, max: 60 }),
    fc.integer({ min: 0, max: 5 }),
  ])('keeps order and stays within count and bytes', (elements, maximumCount, maximumBytes, overhead) => {
    const limits = { maximumCount, maximumBytes }
    const batches = batchesOf(elements, limits, byteLength, overhead)
    expect(batches.flat()).toEqual(elements)
    for (const [index, batch] of batches.entries()) {
      const bytes = batch.reduce((sum, element) => sum + byteLength(element), overhead)
      expect(batch.length).toBeGreaterThan(0)
      expect(batch.length).toBeLessThanOrEqual(maximumCount)
      if (batch.length > 1) expect(bytes).toBeLessThanOrEqual(maximumBytes)
      const next = batches[index + 1]?.[0]
      if (next !== undefined && batch.length < maximumCount) {
        expect(bytes + byteLength(next)).toBeGreaterThan(maximumBytes)
      }
    }
  })

  it('makes no batch of nothing', () => {
    expect(batchesOf([], { maximumCount: 5, maximumBytes: 5 }, byteLength)).toEqual([])
  })
})
