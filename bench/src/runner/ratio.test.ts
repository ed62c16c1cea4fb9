import { describe, expect, it } from 'vitest'
import type { Measure } from './race.js'
import { fasterThan, ratioOf } from './ratio.js'

const measure = (contender: string, role: Measure['role'], values: readonly number[]): Measure => ({
  contender,
  role,
  unit: 'orders/s',
  values,
})

describe('a ratio', () => {
  it('is taken repetition by repetition, so that a slow while slows both down', () => {
    // The machine was ten times as slow in the second repetition; the medians alone would say 10 / 20.
    const one = measure('one', 'ours', [50, 5, 60])
    const other = measure('other', 'limit', [100, 10, 120])
    expect(ratioOf(one, other)).toBe(0.5)
    expect(ratioOf(measure('one', 'ours', [90, 5, 60]), other)).toBe(0.5)
  })

  it('is none of what was not measured side by side', () => {
    expect(() => ratioOf(measure('one', 'ours', [1]), measure('other', 'peer', [1, 2]))).toThrow(
      'one and other were not measured side by side.',
    )
  })

  it('becomes a verdict on ours and a contender that was measured', () => {
    const measures = [measure('ours', 'ours', [8]), measure('a peer', 'peer', [2])]
    expect(fasterThan(measures, 'a peer', 5)).toEqual({
      target: 'ours / a peer',
      value: 4,
      bound: { kind: 'at least', value: 5 },
    })
    expect(() => fasterThan(measures, 'nobody', 5)).toThrow('nobody was not measured')
  })
})
