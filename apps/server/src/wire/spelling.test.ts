import { describe, expect, it } from 'vitest'
import { pascalCase, wirePath, withCamelCaseNames } from './spelling.js'

describe('spelling', () => {
  it('turns member names and paths', () => {
    expect(pascalCase('credit-note')).toBe('CreditNote')
    expect(wirePath('items[2].netAmount')).toBe('Items[2].NetAmount')
    expect(wirePath('')).toBe('')
    expect(withCamelCaseNames({ Items: [{ NetAmount: 'A' }], Cost: null })).toEqual({
      items: [{ netAmount: 'A' }],
      cost: null,
    })
  })

  it('lets no member reach the prototype', () => {
    const renamed = withCamelCaseNames(JSON.parse('{"__proto__":{"polluted":true},"A":1}'))
    expect(renamed).toEqual({ a: 1 })
    expect(Object.getPrototypeOf(renamed)).toBe(Object.prototype)
  })

  it('does not follow what nests without end', () => {
    const text = '['.repeat(100_000) + ']'.repeat(100_000)
    expect(() => withCamelCaseNames(JSON.parse(text))).not.toThrow()
  })
})
