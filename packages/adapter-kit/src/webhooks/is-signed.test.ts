import { createHmac } from 'node:crypto'
import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { isSigned } from './is-signed.js'

const signatureOf = (body: Uint8Array, key: string): string =>
  createHmac('sha256', key).update(body).digest('base64')
const keys = fc.string({ minLength: 1 })

describe('isSigned', () => {
  test.prop([fc.uint8Array(), keys], { seed: 1 })('takes what is signed with the key', async (body, key) => {
    expect(await isSigned(body, signatureOf(body, key), key)).toBe(true)
  })

  test.prop([fc.uint8Array(), keys, fc.integer({ min: 1, max: 255 })], { seed: 2 })(
    'takes neither another body nor another key',
    async (body, key, change) => {
      const signature = signatureOf(body, key)
      expect(await isSigned(Uint8Array.from([...body, change]), signature, key)).toBe(false)
      expect(await isSigned(body, signature, `${key}x`)).toBe(false)
    },
  )

  it.each(['', '!', 'AAAA', 'not base 64'])('takes %j for no signature', async (signature) => {
    expect(await isSigned(new Uint8Array(), signature, 'key')).toBe(false)
  })

  it('takes nothing for signed where there is no key', async () => {
    const body = new Uint8Array()
    expect(await isSigned(body, signatureOf(body, ''), '')).toBe(false)
  })
})
