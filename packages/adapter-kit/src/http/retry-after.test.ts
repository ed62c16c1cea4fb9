import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { retryAfterOf } from './retry-after.js'

const now = Date.UTC(2026, 2, 1, 12)
const read = (text: string) => retryAfterOf(new Headers({ 'retry-after': text }), now)

describe('retryAfterOf', () => {
  test.prop([fc.integer({ min: 0, max: 86_400 })])('reads seconds', (seconds) => {
    expect(read(String(seconds))).toBe(seconds * 1000)
  })

  test.prop([fc.integer({ min: 0, max: 86_400 })])('reads HTTP dates', (seconds) => {
    expect(read(new Date(now + seconds * 1000).toUTCString())).toBe(seconds * 1000)
  })

  it.each([
    ['1.5', 1500],
    ['99999999', 86_400_000],
    ['Sat, 01 Jan 2000 00:00:00 GMT', 0],
    ['-5', undefined],
    ['soon', undefined],
    ['', undefined],
    ['NaN', undefined],
    ['2026-03-01', undefined],
  ])('reads %j as %j', (text, milliseconds) => {
    expect(read(text)).toBe(milliseconds)
  })

  it('is undefined where there is none', () => {
    expect(retryAfterOf(new Headers(), now)).toBeUndefined()
  })
})
