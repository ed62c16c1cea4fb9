import { createHash } from 'node:crypto'
import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { sha256 } from './sha256.js'

const reference = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

describe('sha256', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ])('knows the published digest of %j', (text, digest) => {
    expect(sha256(text)).toBe(digest)
  })

  test.prop([fc.string({ unit: 'grapheme', maxLength: 400 })])('agrees with node:crypto', (text) => {
    expect(sha256(text)).toBe(reference(text))
  })

  it('agrees around every block boundary', () => {
    for (let length = 50; length < 140; length += 1) {
      expect(sha256('x'.repeat(length))).toBe(reference('x'.repeat(length)))
    }
  })
})
