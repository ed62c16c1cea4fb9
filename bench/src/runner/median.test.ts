import { describe, expect, it } from 'vitest'
import { median, percentile } from './median.js'

describe('the median', () => {
  it.each([
    [[3], 3],
    [[9, 1, 5], 5],
    [[4, 1, 3, 2], 2.5],
    [[10, 9, 1000], 10],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected)
  })

  it('is none of nothing', () => {
    expect(() => median([])).toThrow('Nothing was measured')
  })
})

describe('a percentile', () => {
  it('is the value that so many of a hundred do not exceed', () => {
    const values = Array.from({ length: 200 }, (_, index) => 200 - index)
    expect([1, 50, 99, 100].map((hundredths) => percentile(values, hundredths))).toEqual([2, 100, 198, 200])
    expect(percentile([7], 99)).toBe(7)
    expect(() => percentile([], 99)).toThrow('Nothing was measured')
  })
})
