import { describe, expect, it } from 'vitest'
import { mapTypeEnumeration, productTypeEnumeration } from './enumerations.js'

describe('an enumeration', () => {
  it('reads a number, a numeric text and a name in any case', () => {
    expect(mapTypeEnumeration.read(1)).toBe('revenueCategory')
    expect(mapTypeEnumeration.read('1')).toBe('revenueCategory')
    expect(mapTypeEnumeration.read('revenuecategoryMAP')).toBe('revenueCategory')
    expect(productTypeEnumeration.read(5)).toBe('GiftCard')
  })

  it.each([3, -1, 1.5, '01', '', 'Tip', null, true, {}, ['0']])('does not read %j', (input) => {
    expect(mapTypeEnumeration.read(input)).toBeUndefined()
  })
})
