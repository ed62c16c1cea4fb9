import { describe, expect, it } from 'vitest'
import { fractionOfPercent } from './percent.js'

describe('fractionOfPercent', () => {
  it.each([
    [15, '0.15'],
    [12.5, '0.125'],
    [8.5906, '0.085906'],
    [0, '0'],
    [100, '1'],
    [150.25, '1.5025'],
    ['0.0001', '0.000001'],
    [-5, '-0.05'],
    [Number.NaN, null],
    [undefined, null],
    ['ten', null],
  ])('%j per cent is %j', (percent, fraction) => {
    expect(fractionOfPercent(percent)).toBe(fraction)
  })
})
