import { fc } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { idempotencyKeyOf } from './idempotency-key.js'

const key = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 255 })
const quotedOf = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

describe('an Idempotency-Key', () => {
  it('is the same bare and in quotation marks', () => {
    fc.assert(
      fc.property(key, (text) => {
        expect(idempotencyKeyOf(quotedOf(text))).toBe(text)
        const bare = text.trim()
        fc.pre(bare !== '' && !bare.startsWith('"'))
        expect(idempotencyKeyOf(text)).toBe(bare)
      }),
    )
  })

  it('need not be there', () => {
    expect(idempotencyKeyOf(undefined)).toBeUndefined()
  })

  it('has 255 characters at most', () => {
    expect(idempotencyKeyOf('x'.repeat(255))).toHaveLength(255)
    expect(idempotencyKeyOf(quotedOf('"'.repeat(255)))).toHaveLength(255)
  })

  it.each([
    '',
    '  ',
    '""',
    '"',
    '"open',
    'x'.repeat(256),
    `"${'x'.repeat(256)}"`,
    '"a"b"',
    '"a\\b"',
    '"a\\"',
    '"a";p=1',
    '"a", "b"',
    'é',
    'a\u007F',
    'a\tb',
    '"a\tb"',
  ])('is not %j', (header) => {
    expect(() => idempotencyKeyOf(header)).toThrow(/1 to 255 printable ASCII characters/)
  })
})
