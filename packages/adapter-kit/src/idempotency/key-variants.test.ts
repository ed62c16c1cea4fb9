import type { SendResult, Submission } from '@ledgerpost/core'
import { describe, expect, it } from 'vitest'
import { createKeyVariants } from './key-variants.js'

const submission: Submission = { key: 'k', references: ['a', 'b'], body: '', operation: 'PUT Payments' }
const reason = { kind: 'invalid', message: 'no' } as const
const refused = (...references: string[]): SendResult[] =>
  references.map((reference) => ({ outcome: 'rejected', reference, reason }))
const unknown = (...references: string[]): SendResult[] =>
  references.map((reference) => ({ outcome: 'unknown', reference, message: '?' }))

describe('createKeyVariants', () => {
  it('keeps the key until every document is known to be absent', () => {
    const keys = createKeyVariants(1000)
    expect(keys.keyFor(submission, 0)).toBe('k')
    keys.answered(submission, unknown('a', 'b'), true, 0)
    expect(keys.keyFor(submission, 1)).toBe('k')
    keys.lookedUp(['a'], new Set())
    expect(keys.keyFor(submission, 2)).toBe('k')
    keys.lookedUp(['a', 'b'], new Set(['b']))
    expect(keys.keyFor(submission, 3)).toBe('k')
    keys.lookedUp(['b'], new Set())
    expect(keys.keyFor(submission, 4)).toBe('k-2')
    expect(keys.keyFor(submission, 5)).toBe('k-2')
  })

  it('counts on when the variant fails too', () => {
    const keys = createKeyVariants(1000)
    keys.answered(submission, refused('a', 'b'), false, 0)
    expect(keys.keyFor(submission, 1)).toBe('k-2')
    keys.answered(submission, unknown('a', 'b'), true, 2)
    expect(keys.keyFor(submission, 3)).toBe('k-2')
    keys.lookedUp(['a', 'b'], new Set())
    expect(keys.keyFor(submission, 4)).toBe('k-3')
  })

  it('forgets when the integrator has, and when something was accepted', () => {
    const keys = createKeyVariants(1000)
    keys.answered(submission, refused('a', 'b'), false, 0)
    expect(keys.keyFor(submission, 1000)).toBe('k')
    keys.answered(submission, refused('a', 'b'), false, 2000)
    keys.answered(
      submission,
      [{ outcome: 'accepted', reference: 'a', id: 'i', link: null }, ...refused('b')],
      false,
      2001,
    )
    expect(keys.keyFor(submission, 2002)).toBe('k')
  })
})
