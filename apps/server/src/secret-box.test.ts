import { randomBytes } from 'node:crypto'
import { fc } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { createSecretBox, SecretUnreadable } from './secret-box.js'

const key = randomBytes(32)
const box = createSecretBox(key)

describe('the secret box', () => {
  it('opens what it sealed, for the same context only', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (plain, context, other) => {
        fc.pre(other !== context)
        const sealed = box.seal(plain, context)
        expect(box.open(sealed, context)).toBe(Buffer.from(plain).toString())
        expect(() => box.open(sealed, other)).toThrow(SecretUnreadable)
      }),
    )
  })

  it('never seals the same twice, and shows nothing of it', () => {
    const [first, second] = [box.seal('a refresh token', 'grant'), box.seal('a refresh token', 'grant')]
    expect(first).not.toBe(second)
    expect(Buffer.from(first.split('.')[2] ?? '', 'base64url').toString('latin1')).not.toContain('refresh')
  })

  it('notices every changed byte', () => {
    const sealed = box.seal('secret', 'grant')
    const [version = '', keyId = '', payload = ''] = sealed.split('.')
    const bytes = Buffer.from(payload, 'base64url')
    for (let index = 0; index < bytes.length; index += 1) {
      const changed = Buffer.from(bytes)
      changed.writeUInt8((changed.readUInt8(index) + 1) % 256, index)
      expect(() => box.open(`${version}.${keyId}.${changed.toString('base64url')}`, 'grant')).toThrow(
        SecretUnreadable,
      )
    }
  })

  it.each(['', 'v1', 'v1..', 'v2.00000000.AAAA', 'nonsense', `v1.${'0'.repeat(8)}.AAAA`])(
    'refuses %j with what to do',
    (sealed) => {
      expect(() => box.open(sealed, 'grant')).toThrow(/LEDGERPOST_SECRET_KEY, secret.key/)
    },
  )

  it('opens with older keys what they sealed, and says which key is missing', () => {
    const sealed = box.seal('secret', 'grant')
    const newKey = randomBytes(32)
    const both = createSecretBox(newKey, [key])
    expect(both.open(sealed, 'grant')).toBe('secret')
    expect(both.isCurrent(sealed)).toBe(false)
    expect(both.isCurrent(both.seal('secret', 'grant'))).toBe(true)
    expect(box.isCurrent(sealed)).toBe(true)
    expect(() => createSecretBox(newKey).open(sealed, 'grant')).toThrow(sealed.split('.')[1])
  })

  it('takes keys of 32 bytes and no others', () => {
    expect(() => createSecretBox(randomBytes(16))).toThrow('32 bytes')
  })
})
