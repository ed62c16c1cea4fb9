import type { HttpAnswer } from '@ledgerpost/adapter-kit'
import type { Submission } from '@ledgerpost/core'
import { describe, expect, it } from 'vitest'
import { verdictsOf } from '../scene.test-support.js'
import { readAnswer } from '../send/read-answer.js'
import { takeApart } from '../send/sent.js'
import { isStaleToken, pauseOf } from './connection-reason.js'

const [first, second] = ['LP-00000000000000aa', 'LP-00000000000000bb'] as const

const receipt = (DocNumber: string) => ({
  DocNumber,
  TxnDate: '2026-03-01',
  Line: [{ Amount: 10 }, { Amount: -2.5 }],
  TxnTaxDetail: { TotalTax: 0.83 },
})
const submission: Submission = {
  key: 'k',
  references: [first, second],
  operation: 'POST batch',
  body: JSON.stringify({
    BatchItemRequest: [
      { bId: '1', operation: 'create', SalesReceipt: receipt(first) },
      { bId: '2', operation: 'create', RefundReceipt: receipt(second) },
    ],
  }),
}
const sent = takeApart(submission)
if (!sent) throw new Error('the submission cannot be taken apart')

const told = {
  Id: '7',
  SyncToken: '0',
  TxnDate: '2026-03-01',
  TotalAmt: 8.33,
  TxnTaxDetail: { TotalTax: 0.83 },
}
const good = { bId: '1', SalesReceipt: { ...told, DocNumber: first } }
const other = { bId: '2', RefundReceipt: { ...told, DocNumber: second } }
const changed = (more: object) => ({ bId: '1', SalesReceipt: { ...good.SalesReceipt, ...more } })
const fault = (code: string, detail: string, type = 'ValidationFault') => ({
  Fault: { Error: [{ Message: 'Refused', Detail: detail, code }], type },
})
const gateway = (code: string, type: string) => ({
  warnings: null,
  fault: { error: [{ message: 'm', detail: 'd', code, element: null }], type },
})
const json = (status: number, body: unknown, headers: Record<string, string> = {}): HttpAnswer => ({
  kind: 'json',
  status,
  headers: new Headers(headers),
  body,
})
const unreadable = (
  status: number,
  excerpt = '',
  headers: Record<string, string> = {},
  problem: 'empty' | 'not-json' | 'cut-off' | 'malformed' = excerpt === '' ? 'empty' : 'not-json',
): HttpAnswer => ({ kind: 'unreadable', status, headers: new Headers(headers), problem, excerpt })
const pause = 60_000
const read = (answer: HttpAnswer) => readAnswer(sent, answer, 0, pause, ({ page }, id) => `${page} ${id}`)
const verdicts = (answer: HttpAnswer) => verdictsOf(read(answer))
const batch = (...items: object[]) => json(200, { BatchItemResponse: items, time: 't' })

describe('the items of an answer', () => {
  it('are told apart by their place, whatever their order', () => {
    expect(read(batch(other, { ...good, bId: '3' }, good))).toEqual([
      { outcome: 'accepted', reference: first, id: '7', link: 'salesreceipt 7' },
      { outcome: 'accepted', reference: second, id: '7', link: 'refundreceipt 7' },
    ])
  })

  it.each<[string, object[], string[]]>([
    ['one missing', [good], ['accepted', 'unknown']],
    ['one twice', [good, good, other], ['unknown', 'accepted']],
    ['no place', [{ SalesReceipt: good.SalesReceipt }, other], ['unknown', 'accepted']],
    ['a refusal', [good, { bId: '2', ...fault('6140', 'x') }], ['accepted', 'duplicate']],
    [
      'a fault of QuickBooks itself',
      [good, { bId: '2', ...fault('10000', 'x', 'SystemFault') }],
      ['accepted', 'unknown'],
    ],
    [
      'a fault of an unheard-of type',
      [good, { bId: '2', ...fault('1', 'x', 'NewFault') }],
      ['accepted', 'unknown'],
    ],
    [
      'a known code of an unheard-of type',
      [good, { bId: '2', ...fault('6140', 'x', 'NewFault') }],
      ['accepted', 'duplicate'],
    ],
    [
      'a fault without words',
      [good, { bId: '2', Fault: { type: 'ValidationFault' } }],
      ['accepted', 'invalid'],
    ],
    [
      'a refusal of the token',
      [good, { bId: '2', ...fault('3200', 'x', 'AuthenticationFault') }],
      ['accepted', 'reauthorise'],
    ],
    [
      'a refusal in other casing',
      [good, { bId: '2', ...gateway('6140', 'ValidationFault') }],
      ['accepted', 'duplicate'],
    ],
    ['a document and a fault', [{ ...good, ...fault('6140', 'x') }, other], ['unknown', 'accepted']],
    ['another entity', [{ bId: '1', RefundReceipt: good.SalesReceipt }, other], ['unknown', 'accepted']],
    [
      'a document in other casing',
      [{ bId: '1', salesReceipt: good.SalesReceipt }, other],
      ['unknown', 'accepted'],
    ],
    ['no id', [changed({ Id: undefined }), other], ['unknown', 'accepted']],
    ['no version', [changed({ SyncToken: undefined }), other], ['unknown', 'accepted']],
    ['another number', [changed({ DocNumber: '1042' }), other], ['unknown', 'accepted']],
    [
      "a number of the company's own, and our note",
      [changed({ DocNumber: '1042', PrivateNote: `${first} Order 1` }), other],
      ['accepted', 'accepted'],
    ],
    ['another total', [changed({ TotalAmt: 8.34 }), other], ['unknown', 'accepted']],
    ['another tax', [changed({ TxnTaxDetail: { TotalTax: 0.84 } }), other], ['unknown', 'accepted']],
    ['no tax', [changed({ TxnTaxDetail: undefined }), other], ['unknown', 'accepted']],
    ['another date', [changed({ TxnDate: '2026-03-02' }), other], ['unknown', 'accepted']],
    ['a voided document', [changed({ PrivateNote: 'Voided' }), other], ['unknown', 'accepted']],
    ['a deleted document', [changed({ status: 'Deleted' }), other], ['unknown', 'accepted']],
    ['numbers as texts', [changed({ TotalAmt: '8.33' }), other], ['accepted', 'accepted']],
    ['no total', [changed({ TotalAmt: null }), other], ['unknown', 'accepted']],
  ])('with %s', (_name, items, expected) => {
    expect(verdicts(batch(...items))).toEqual(expected)
  })

  it('say what differs', () => {
    expect(read(batch(changed({ TotalAmt: 8.34 })))[0]).toMatchObject({
      message: `${first} is at QuickBooks as 7, but its total there is 8.34 and was sent as 8.33`,
    })
  })

  it('of journal entries are compared by their debits', () => {
    const side = (PostingType: string, Amount: number) => ({
      Amount,
      JournalEntryLineDetail: { PostingType },
    })
    const entry = {
      DocNumber: first,
      TxnDate: '2026-03-01',
      Line: [side('Debit', 3), side('Debit', 2), side('Credit', 5)],
    }
    const journal = takeApart({
      ...submission,
      body: JSON.stringify({ BatchItemRequest: [{ bId: '1', operation: 'create', JournalEntry: entry }] }),
    })
    const judge = (Line: object[]) =>
      verdictsOf(
        readAnswer(
          journal ?? new Map(),
          batch({ bId: '1', JournalEntry: { ...entry, Id: '1', SyncToken: '0', Line } }),
          0,
          pause,
          () => '',
        ),
      )
    expect(judge(entry.Line)).toEqual(['accepted'])
    expect(judge([side('Debit', 5), side('Credit', 5)])).toEqual(['accepted'])
    expect(judge([side('Debit', 6), side('Credit', 6)])).toEqual(['unknown'])
    expect(judge([])).toEqual(['unknown'])
  })
})

describe('the answer to a whole call', () => {
  it.each<[string, HttpAnswer, string]>([
    ['a lost one', { kind: 'lost', message: 'reset' }, 'unknown'],
    ['never sent', { kind: 'not-sent', reason: { kind: 'transient', message: 'x' } }, 'transient'],
    ['HTML with status 200', unreadable(200, '<html>'), 'unknown'],
    ['an empty 200', unreadable(200), 'unknown'],
    ['half a document', unreadable(200, '{"BatchItemResponse":[', {}, 'malformed'), 'unknown'],
    ['XML', unreadable(400, '<?xml version="1.0"?><IntuitResponse>'), 'unknown'],
    ['JSON without items', json(200, { time: 't' }), 'unknown'],
    ['items in other casing', json(200, { batchItemResponse: [good] }), 'unknown'],
    ['an array', json(200, [good]), 'unknown'],
    ['201', json(201, { BatchItemResponse: [good, other] }), 'unknown'],
    ['200 with a fault', json(200, fault('2010', 'x')), 'unknown'],
    [
      '200 with items and a fault',
      json(200, { ...fault('2010', 'x'), BatchItemResponse: [good, other] }),
      'unknown',
    ],
    ['400 with a fault', json(400, fault('2010', 'x')), 'invalid'],
    ['400 with a fault of QuickBooks itself', json(400, fault('10000', 'x', 'SystemFault')), 'unknown'],
    ['400 without a fault', json(400, { message: 'x' }), 'unknown'],
    ['401 in the words of the gateway', json(401, gateway('3200', 'AUTHENTICATION')), 'reauthorise'],
    [
      '401 in the words of the service',
      json(401, fault('003200', 'x', 'AuthenticationFault')),
      'reauthorise',
    ],
    ['401 with an empty body', unreadable(401), 'reauthorise'],
    ['403 that lacks a right', json(403, gateway('3100', 'AUTHORIZATION')), 'reauthorise'],
    ['403 of a firewall', unreadable(403, 'Access denied'), 'unknown'],
    ['404', unreadable(404, 'Not found'), 'unknown'],
    ['429 that tells how long', unreadable(429, '', { 'retry-after': '12' }), 'rate-limited'],
    ['429 that tells nothing', json(429, gateway('3001', 'SERVICE')), 'rate-limited'],
    ['429 of the month', json(429, fault('3001', 'The monthly quota of CorePlus calls is used up')), 'quota'],
    ['a throttle with another status', json(503, gateway('003001', 'SERVICE')), 'rate-limited'],
    ['a lapsed subscription', json(400, fault('6190', 'x')), 'quota'],
    ['500', json(500, fault('10000', 'x', 'SystemFault')), 'unknown'],
    ['503', unreadable(503, '<h1>Unavailable</h1>'), 'unknown'],
    ['a redirect', unreadable(302), 'unknown'],
  ])('%s', (_name, answer, expected) => {
    expect(verdicts(answer)).toEqual([expected, expected])
  })

  it.each<[Record<string, string>, number]>([
    [{ 'retry-after': '12' }, 12_000],
    [{ 'retry-after': '-3' }, 60_000],
    [{ 'retry-after': '999999999' }, 86_400_000],
    [{}, 60_000],
  ])('tells how long to wait, a minute if nothing was said: %j', (headers, retryAfter) => {
    const [result] = read(unreadable(429, '', headers))
    expect(result?.outcome === 'rejected' ? result.reason.retryAfter : 0).toBe(retryAfter)
  })

  it('closes the gate after a throttle only', () => {
    expect(pauseOf(unreadable(429), undefined, pause)).toBe(60_000)
    expect(pauseOf(unreadable(429), 7000, pause)).toBe(7000)
    expect(pauseOf(json(200, gateway('3001', 'SERVICE')), undefined, pause)).toBe(60_000)
    expect(pauseOf(unreadable(503), 7000, pause)).toBeUndefined()
    expect(pauseOf({ kind: 'lost', message: 'x' }, undefined, pause)).toBeUndefined()
  })

  it('asks for a new token only where that helps', () => {
    expect([unreadable(401), unreadable(403), unreadable(200)].map(isStaleToken)).toEqual([
      true,
      false,
      false,
    ])
  })

  it('names the id that support asks for', () => {
    const [result] = read(json(500, fault('10000', 'x', 'SystemFault'), { intuit_tid: '1-abc' }))
    expect(result).toMatchObject({ message: expect.stringContaining('intuit_tid 1-abc') })
  })
})

describe('takeApart', () => {
  it.each([
    { ...submission, operation: 'PUT batch' },
    { ...submission, body: '{' },
    { ...submission, body: '{"BatchItemRequest":[{"bId":"1","Invoice":{}}]}' },
    { ...submission, body: '{"BatchItemRequest":[{"bId":"1","SalesReceipt":{"DocNumber":"LP-a"}}]}' },
    {
      ...submission,
      body: '{"BatchItemRequest":[{"bId":"1","SalesReceipt":{"DocNumber":"a","TxnDate":"2026-01-01","Line":[{"Amount":"x"}]}}]}',
    },
  ])('does not guess at what it did not prepare', (strange) => {
    expect(takeApart(strange)).toBeUndefined()
  })
})
