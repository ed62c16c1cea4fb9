import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { folderName } from './folder-name.js'

const ids = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('', '.', '..', '../..', '/', 'A', 'a', '_', '_41', 'a/b', 'a\\b', 'con', 'a\0'),
  fc.string({ minLength: 100, maxLength: 400 }),
)

describe('folderName', () => {
  test.prop([ids, ids])('differs for different ids, without regard to case', (one, other) => {
    const isSameId = Buffer.from(one).equals(Buffer.from(other))
    expect(folderName(one).toLowerCase() === folderName(other).toLowerCase()).toBe(isSameId)
  })

  test.prop([ids])('is one plain name', (id) => {
    expect(folderName(id)).toMatch(/^[a-z0-9_-]{1,150}$/)
  })

  it('differs for long ids that begin alike', () => {
    expect(folderName(`${'x'.repeat(300)}1`)).not.toBe(folderName(`${'x'.repeat(300)}2`))
  })

  it('leaves a UUID as it is', () => {
    expect(folderName('0b8cfc1e-5e0f-4a92-8f0e-1a2b3c4d5e6f')).toBe('0b8cfc1e-5e0f-4a92-8f0e-1a2b3c4d5e6f')
  })
})
