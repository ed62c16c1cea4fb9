import { describe, expect, it } from 'vitest'
import { whyUnstorable } from './storable.js'

describe('what can be stored', () => {
  it('is ordinary JSON', () => {
    expect(whyUnstorable({ a: [1, null, 'é', { b: '😀' }] })).toBeUndefined()
  })

  it.each([['a\0'], [{ 'a\0': 1 }], [{ a: ['\ud800'] }], [{ '\udc00': 1 }]])('is not %j', (value) => {
    expect(whyUnstorable(value)).toMatch(/NUL character or half of a surrogate pair/)
  })

  it('is judged at any depth', () => {
    const text = `${'['.repeat(100_000)}"\\u0000"${']'.repeat(100_000)}`
    expect(whyUnstorable(JSON.parse(text))).toMatch(/NUL/)
  })
})
