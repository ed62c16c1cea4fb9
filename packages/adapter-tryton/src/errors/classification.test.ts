import type { HttpAnswer } from '@ledgerpost/adapter-kit'
import { describe, expect, it } from 'vitest'
import { readRpcAnswer } from '../rpc/rpc-answer.js'

const method = 'model.account.move.create'

function answered(body: unknown, status = 200): HttpAnswer {
  return { kind: 'json', status, headers: new Headers(), body }
}

function page(status: number, headers: Record<string, string> = {}): HttpAnswer {
  return {
    kind: 'unreadable',
    status,
    headers: new Headers(headers),
    problem: 'not-json',
    excerpt: '<!doctype html>',
  }
}

const read = (answer: HttpAnswer) => readRpcAnswer(answer, method, 0)
const userError = (message: string) => read(answered({ id: 1, error: ['UserError', [message, '', null]] }))

describe('what Tryton says', () => {
  it.each([
    ['To post move "3", you must balance all its lines debits and credits.', 'unbalanced'],
    ['To post move "6", you must fill in its lines.', 'unbalanced'],
    ['You cannot add/modify/delete lines on closed journal-period "Sale - 2026-01".', 'period-locked'],
    ['You cannot add/modify/delete tax lines in closed period "2026-01".', 'period-locked'],
    ['You cannot create a journal-period in closed period "2026-01".', 'period-locked'],
    ['The date of move "8" is outside the period, you must change the date or the period.', 'period-locked'],
    ['You are trying to read records "9" of "Period" that don\'t exist anymore.', 'period-locked'],
    [
      'The value for field "Account" in "Account Move Line" is not valid according to its domain.',
      'unknown-account',
    ],
    ['To create a line on account "Sales", you must set a type or unclose it.', 'unknown-account'],
    ['The value for field "Tax" in "Tax Line" is not valid according to its domain.', 'tax'],
    ['A value is required for field "Party" in "Account Move Line".', 'contact'],
    ['To create a line on account "Cash", you must remove the party on line "Cash".', 'contact'],
    ['You cannot modify posted move "1".', 'stale'],
    ['You are trying to read records "9" of "Account Move" that don\'t exist anymore.', 'stale'],
    [
      'You are not allowed to read records "9" of "Account Move" because of at least one of these rules:',
      'stale',
    ],
    [
      'You are not allowed to create records of "Account Move Line" because they fail on a rule',
      'reauthorise',
    ],
    ['You are trying to read records "9" of "Journal" that don\'t exist anymore.', 'invalid'],
    [
      'The number of digits in the value "1" for field "Credit" in "Account Move Line" exceeds the limit of "2".',
      'invalid',
    ],
  ])('is understood: %s', (message, kind) => {
    expect(userError(message)).toEqual({
      kind: 'refused',
      reason: { kind, message: expect.stringContaining(message.replace(/\.$/, '')) },
    })
  })

  it('is told without the definitions of fields that come with it', () => {
    const fields = { company: { states: 'x'.repeat(5000) } }
    const error = ['UserError', ['The value for field "Account" is not valid.', 'Look.', [[], fields]]]
    const answer = read(answered({ id: 1, error }))
    expect(JSON.stringify(answer).length).toBeLessThan(300)
    expect(answer).toMatchObject({ reason: { message: expect.stringContaining('Look.') } })
  })

  it('is no consent when it asks whether one is sure', () => {
    const error = ['UserWarning', ['move_1', 'The amount is unusual.', '']]
    expect(read(answered({ id: 1, error }))).toMatchObject({
      kind: 'refused',
      reason: { kind: 'invalid', message: expect.stringMatching(/unusual.*'move_1'/) },
    })
  })

  it.each([
    [['ConcurrencyException', 'Record has changed.'], 'refused', 'stale'],
    [['LoginException', ['code', 'Code for admin', 'char']], 'not-done', 'reauthorise'],
    [['database is locked', ''], 'refused', 'transient'],
    [['could not serialize access due to concurrent update', ''], 'refused', 'transient'],
    [["Database '/var/books.sqlite' doesn't exist!", ''], 'refused', 'reauthorise'],
    [["'foo'", 'Traceback'], 'refused', 'invalid'],
  ])('is told by the class of the error: %j', (error, kind, reason) => {
    expect(read(answered({ id: 1, error }))).toMatchObject({ kind, reason: { kind: reason } })
  })

  it('keeps to itself where a database lies', () => {
    const answer = read(answered({ id: 1, error: ["Database '/var/books.sqlite' doesn't exist!", ''] }))
    expect(JSON.stringify(answer)).not.toContain('/var')
  })

  it('is a result only if there is one and no error', () => {
    expect(read(answered({ id: 1, result: null }))).toEqual({ kind: 'done', result: null })
    for (const body of [
      {},
      { id: 1 },
      [],
      null,
      'ok',
      { result: 1, error: 'no' },
      { error: [] },
      { error: [{}] },
    ]) {
      expect(read(answered(body))).toMatchObject({ kind: 'open' })
    }
  })
})

describe('what stands before Tryton says', () => {
  it.each([
    [401, 'reauthorise'],
    [403, 'reauthorise'],
    [404, 'reauthorise'],
    [302, 'reauthorise'],
    [429, 'rate-limited'],
  ])('with status %i that nothing was done', (status, kind) => {
    expect(read(page(status))).toMatchObject({ kind: 'not-done', reason: { kind } })
  })

  it('how long to wait, if it says so', () => {
    expect(read(page(429, { 'retry-after': '7' }))).toMatchObject({ reason: { retryAfter: 7000 } })
  })

  it.each([200, 400, 500, 502, 503, 504])(
    'nothing that can be relied on with a page of status %i',
    (status) => {
      expect(read(page(status))).toMatchObject({
        kind: 'open',
        message: expect.stringContaining(`${status}`),
      })
    },
  )

  it('nothing that can be relied on with a result of another status', () => {
    expect(read(answered({ id: 1, result: null }, 500))).toMatchObject({ kind: 'open' })
  })

  it('nothing when it says nothing', () => {
    expect(read({ kind: 'lost', message: 'reset' })).toEqual({ kind: 'open', message: 'reset' })
    const reason = { kind: 'transient', message: 'late' } as const
    expect(read({ kind: 'not-sent', reason })).toEqual({ kind: 'not-done', reason })
  })
})
