import { classifyMessages, type HttpAnswer } from '@ledgerpost/adapter-kit'
import type { ReasonKind, Submission } from '@ledgerpost/core'
import { describe, expect, it } from 'vitest'
import { readAnswer } from '../send/read-answer.js'
import { takeApart } from '../send/sent.js'
import { isStaleToken, pauseOf } from './connection-reason.js'
import { messagePatterns, unknownRefusal } from './message-patterns.js'
import { messagesOf } from './messages-of.js'

const guid = 'fa4e0000-0000-4000-8000-000000000001'
const zero = '00000000-0000-0000-0000-000000000000'

const submission: Submission = {
  key: 'k',
  references: ['LP-a', 'LP-b'],
  operation: 'PUT Invoices',
  body: JSON.stringify({
    Invoices: ['LP-a', 'LP-b'].map((InvoiceNumber) => ({
      InvoiceNumber,
      Date: '2026-03-01',
      LineItems: [{ Quantity: 2, UnitAmount: 5, TaxAmount: 0.83 }],
    })),
  }),
}
const sent = takeApart(submission)
if (!sent) throw new Error('the submission cannot be taken apart')

const good = (reference: string) => ({
  InvoiceNumber: reference,
  InvoiceID: guid,
  Status: 'AUTHORISED',
  StatusAttributeString: 'OK',
  DateString: '2026-03-01T00:00:00',
  TotalTax: 0.83,
  Total: 10.83,
})
const bad = (reference: string, ...messages: string[]) => ({
  InvoiceNumber: reference,
  InvoiceID: zero,
  StatusAttributeString: 'ERROR',
  HasErrors: true,
  ValidationErrors: messages.map((Message) => ({ Message })),
})
const json = (status: number, body: unknown, headers: Record<string, string> = {}): HttpAnswer => ({
  kind: 'json',
  status,
  headers: new Headers(headers),
  body,
})
const unreadable = (status: number, headers: Record<string, string> = {}, excerpt = ''): HttpAnswer => ({
  kind: 'unreadable',
  status,
  headers: new Headers(headers),
  problem: excerpt === '' ? 'empty' : 'not-json',
  excerpt,
})
const read = (answer: HttpAnswer) => readAnswer(sent, answer, 0, (id) => `link ${id}`)
/** In short: `accepted`, `unknown`, or the reason of the refusal. */
const verdicts = (answer: HttpAnswer) =>
  read(answer).map((result) => (result.outcome === 'rejected' ? result.reason.kind : result.outcome))

describe("Xero's sentences", () => {
  it.each<[string, ReasonKind]>([
    ['Invoice # must be unique.', 'duplicate'],
    ['Credit Note # must be unique.', 'duplicate'],
    [
      'The document date cannot be before the end of year lock date, currently set at 30-Sep-2021',
      'period-locked',
    ],
    [
      'The document date cannot be before the period lock date, currently set at 31-Mar-2026',
      'period-locked',
    ],
    ['You have reached the limit of invoices you can approve.', 'quota'],
    ['Payment amount exceeds the amount outstanding on this document', 'stale'],
    ['Payments can only be made against Authorised documents', 'stale'],
    ["The TaxType code 'OUTPUT9' does not exist or cannot be used for this type of transaction", 'tax'],
    ["Account code '120' is not a valid code for this document.", 'unknown-account'],
    ["Account code '300' has been archived, or deleted", 'unknown-account'],
    ['The contact name Point of sale is already assigned to another contact.', 'contact'],
    ["The contact 'Point of sale' is archived", 'contact'],
    ['The line total 10.01 does not match the expected line total 10', 'unbalanced'],
    ['The total debits (1.00) must equal total credits (2.00)', 'unbalanced'],
    ['Something nobody has heard of', 'invalid'],
  ])('%s', (message, kind) => {
    expect(classifyMessages([message], messagePatterns, unknownRefusal)).toMatchObject({
      kind,
      message: expect.stringContaining(message.replace(/\.$/, '')),
    })
  })

  it('are collected from everything within an element', () => {
    const element = {
      ValidationErrors: [{ Message: 'a' }, { Message: 'b' }],
      Warnings: [{ Message: 'w', ValidationErrors: [{ Message: 'not this' }] }],
      Contact: { ValidationErrors: [{ Message: 'c' }] },
      LineItems: [{ ValidationErrors: [{ Message: 'd' }, { Message: 'a' }] }],
    }
    expect(messagesOf(element)).toEqual(['a', 'b', 'c', 'd'])
  })
})

describe('the elements of an answer', () => {
  it('are told apart by our references, whatever their order', () => {
    const body = {
      Invoices: [{ ...good('LP-b'), InvoiceID: zero.replace('0', '1') }, good('LP-x'), good('LP-a')],
    }
    expect(read(json(200, body))).toEqual([
      { outcome: 'accepted', reference: 'LP-a', id: guid, link: `link ${guid}` },
      {
        outcome: 'accepted',
        reference: 'LP-b',
        id: zero.replace('0', '1'),
        link: `link ${zero.replace('0', '1')}`,
      },
    ])
  })

  it.each<[string, object[], string[]]>([
    ['one missing', [good('LP-a')], ['accepted', 'unknown']],
    ['one twice', [good('LP-a'), good('LP-a'), good('LP-b')], ['unknown', 'accepted']],
    ['a refusal', [good('LP-a'), bad('LP-b', 'Invoice # must be unique.')], ['accepted', 'duplicate']],
    ['a refusal without words', [good('LP-a'), bad('LP-b')], ['accepted', 'invalid']],
    [
      'a refusal without a number',
      [good('LP-a'), { ...bad('LP-b', 'x'), InvoiceNumber: undefined }],
      ['accepted', 'unknown'],
    ],
    [
      'a warning',
      [{ ...good('LP-a'), StatusAttributeString: 'WARNING', Warnings: [{ Message: 'w' }] }, good('LP-b')],
      ['accepted', 'accepted'],
    ],
    [
      'no verdict',
      [{ ...good('LP-a'), StatusAttributeString: undefined }, good('LP-b')],
      ['accepted', 'accepted'],
    ],
    [
      'an unknown verdict',
      [{ ...good('LP-a'), StatusAttributeString: 'MAYBE' }, good('LP-b')],
      ['unknown', 'accepted'],
    ],
    [
      'an error with an id',
      [{ ...bad('LP-a', 'x'), InvoiceID: guid }, good('LP-b')],
      ['unknown', 'accepted'],
    ],
    [
      'an OK with errors',
      [{ ...good('LP-a'), ValidationErrors: [{ Message: 'x' }] }, good('LP-b')],
      ['unknown', 'accepted'],
    ],
    ['an id of zeros', [{ ...good('LP-a'), InvoiceID: zero }, good('LP-b')], ['unknown', 'accepted']],
    ['a draft', [{ ...good('LP-a'), Status: 'DRAFT' }, good('LP-b')], ['unknown', 'accepted']],
    ['another total', [{ ...good('LP-a'), Total: 10.84 }, good('LP-b')], ['unknown', 'accepted']],
    ['another tax', [{ ...good('LP-a'), TotalTax: 0.84 }, good('LP-b')], ['unknown', 'accepted']],
    ['another date', [{ ...good('LP-a'), DateString: '2026-03-02' }, good('LP-b')], ['unknown', 'accepted']],
    [
      'numbers as texts',
      [{ ...good('LP-a'), Total: '10.83', TotalTax: '0.83' }, good('LP-b')],
      ['accepted', 'accepted'],
    ],
    ['no total', [{ ...good('LP-a'), Total: null }, good('LP-b')], ['unknown', 'accepted']],
  ])('with %s', (_name, Invoices, expected) => {
    expect(verdicts(json(200, { Invoices }))).toEqual(expected)
  })

  it('say what differs', () => {
    expect(read(json(200, { Invoices: [{ ...good('LP-a'), Total: 10.84 }] }))[0]).toMatchObject({
      message: `LP-a is at Xero as ${guid}, but its total there is 10.84 and was sent as 10.83`,
    })
  })
})

describe('the answer to a whole call', () => {
  const problem = (detail: string) => ({
    Type: null,
    Title: 'Forbidden',
    Status: 403,
    Detail: detail,
    Instance: guid,
  })

  it.each<[string, HttpAnswer, string]>([
    ['a lost one', { kind: 'lost', message: 'reset' }, 'unknown'],
    ['never sent', { kind: 'not-sent', reason: { kind: 'transient', message: 'x' } }, 'transient'],
    ['HTML with status 200', unreadable(200, {}, '<html>'), 'unknown'],
    ['an empty 200', unreadable(200), 'unknown'],
    ['JSON that is no list', json(200, { Status: 'OK' }), 'unknown'],
    ['a list in other casing', json(200, { invoices: [good('LP-a')] }), 'unknown'],
    ['an array', json(200, [good('LP-a')]), 'unknown'],
    ['201', json(201, { Invoices: [good('LP-a')] }), 'unknown'],
    [
      '400 without elements',
      json(400, { ErrorNumber: 10, Type: 'ValidationException', Message: 'x' }),
      'unknown',
    ],
    [
      'a key that is used otherwise',
      json(400, { Message: 'Idempotency Key: k is used with a different request.' }),
      'unknown',
    ],
    [
      '400 of what was not read',
      json(400, { ErrorNumber: 14, Type: 'PostDataInvalidException', Message: 'Invalid Json data' }),
      'invalid',
    ],
    ['401', json(401, problem('TokenExpired: token expired')), 'reauthorise'],
    ['401 with an empty body', unreadable(401), 'reauthorise'],
    [
      '401 that lacks a scope',
      unreadable(401, { 'www-authenticate': 'Bearer error="insufficient_scope"' }),
      'reauthorise',
    ],
    [
      '403 that lacks a scope, misspelt',
      unreadable(403, { 'www-authenticate': 'insufficent_scope' }),
      'reauthorise',
    ],
    ['403 that lacks a scope, in the body', json(403, problem('insufficient_scope')), 'reauthorise'],
    ['403 of a connection that was ended', json(403, problem('AuthenticationUnsuccessful')), 'reauthorise'],
    ['403 of a firewall', unreadable(403, {}, 'Access denied'), 'unknown'],
    ['404', unreadable(404, {}, 'The resource cannot be found'), 'unknown'],
    [
      '429 for the minute',
      unreadable(429, { 'x-rate-limit-problem': 'minute', 'retry-after': '12' }),
      'rate-limited',
    ],
    ['429 for the app', unreadable(429, { 'x-rate-limit-problem': 'appminute' }), 'rate-limited'],
    ['429 for concurrency', unreadable(429, { 'x-rate-limit-problem': 'concurrent' }), 'rate-limited'],
    ['429 for the day', unreadable(429, { 'x-rate-limit-problem': 'Day', 'retry-after': '3600' }), 'quota'],
    ['429 that tells nothing', unreadable(429), 'rate-limited'],
    ['500', json(500, { Message: 'An error occurred' }), 'unknown'],
    ['503', unreadable(503, {}, '<h1>Unavailable</h1>'), 'unknown'],
    ['a redirect', unreadable(302), 'unknown'],
  ])('%s', (_name, answer, expected) => {
    expect(verdicts(answer)).toEqual([expected, expected])
  })

  it('names the failures of a summarised refusal and leaves the others in doubt', () => {
    const body = {
      ErrorNumber: 10,
      Type: 'ValidationException',
      Elements: [bad('LP-b', "Account code '1' is not a valid code")],
    }
    expect(verdicts(json(400, body))).toEqual(['unknown', 'unknown-account'])
    expect(verdicts(json(400, { Elements: [{ ...bad('LP-b', 'x'), InvoiceID: guid }] }))).toEqual([
      'unknown',
      'unknown',
    ])
  })

  it.each<[Record<string, string>, number | undefined]>([
    [{ 'retry-after': '12' }, 12_000],
    [{ 'retry-after': '-3' }, undefined],
    [{ 'retry-after': '999999999' }, 86_400_000],
    [{}, undefined],
  ])('tells how long to wait: %j', (headers, retryAfter) => {
    const [result] = read(unreadable(429, { 'x-rate-limit-problem': 'minute', ...headers }))
    expect(result?.outcome === 'rejected' ? result.reason.retryAfter : 0).toBe(retryAfter)
  })

  it('closes the gate for a while even if it does not tell how long', () => {
    expect(pauseOf(unreadable(429, { 'x-rate-limit-problem': 'concurrent' }), undefined)).toBe(1000)
    expect(pauseOf(unreadable(429), undefined)).toBe(5000)
    expect(pauseOf(unreadable(429), 7000)).toBe(7000)
    expect(pauseOf(unreadable(503), 7000)).toBeUndefined()
  })

  it('asks for a new token only where that helps', () => {
    expect(isStaleToken(unreadable(401))).toBe(true)
    expect(isStaleToken(unreadable(401, { 'www-authenticate': 'insufficent_scope' }))).toBe(false)
    expect(isStaleToken(unreadable(401, { 'www-authenticate': 'Bearer error="insufficient_scope"' }))).toBe(
      false,
    )
    expect(isStaleToken(unreadable(403))).toBe(false)
  })
})

describe('takeApart', () => {
  it.each([
    { ...submission, operation: 'POST Invoices' },
    { ...submission, body: '{' },
    { ...submission, body: '{"Invoices":[{"InvoiceNumber":"LP-a"}]}' },
  ])('does not guess at what it did not prepare', (strange) => {
    expect(takeApart(strange)).toBeUndefined()
  })
})
