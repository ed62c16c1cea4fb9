import { describe, expect, it } from 'vitest'
import { accountId } from '../../fake/index.js'
import { xeroBookings } from '../bookings.js'
import { packetOf, paymentOf } from '../mapped-packets.test-support.js'
import { documentsOf, sendAll, sendStage, xeroScene } from '../xero-scene.test-support.js'

const bookings = xeroBookings
const guid = 'fa4e0000-0000-4000-8000-0000000000ff'

/** One sale booked so, with the fake's own words for it. */
const cases = [
  ['bank-transactions', '090', 'BankTransactions', 'bank-transaction'],
  ['manual-journals', '831', 'ManualJournals', 'journal'],
] as const

const booked = async (bookedAs: (typeof cases)[number][0], code: string) => {
  const scene = await xeroScene({ bookings, settings: { bookedAs } })
  const payments = [paymentOf({ amount: 100n, accountId: accountId(code) })]
  const documents = await documentsOf(scene, [
    packetOf('a', { payments, total: 100n }),
    packetOf('b', { payments, total: 100n }),
  ])
  return { scene, documents }
}

describe.each(cases)('what is booked as %s', (bookedAs, code, collection, kind) => {
  it('is found by its reference alone, in one call, and opens in Xero', async () => {
    const { scene, documents } = await booked(bookedAs, code)
    await sendAll(scene, documents)
    const before = scene.fake.calls.length
    const found = await scene.connection.find(documents)
    expect(found).toMatchObject(
      documents.map(({ reference, date, total }) => ({ reference, kind, date, total, isVoided: false })),
    )
    expect(found[0]?.link).toMatch(/redirecturl=\/(Bank\/ViewTransaction|Journal\/View)\.aspx\?\w+=fa4e0000/)
    const calls = scene.fake.calls.slice(before).filter(({ path }) => path.endsWith(collection))
    expect(calls.map(({ query }) => decodeURIComponent(query).includes('=="LP-'))).toEqual([true])
  })

  it('is told as voided when it was, and not at all when it never was there', async () => {
    const { scene, documents } = await booked(bookedAs, code)
    await sendAll(scene, documents.slice(0, 1))
    const [reference = ''] = documents.map((document) => document.reference)
    if (kind === 'journal') scene.fake.books().voidJournal(reference)
    else scene.fake.books().deleteBankTransaction(reference)
    expect(await scene.connection.find(documents)).toMatchObject([{ reference, isVoided: true }])
  })

  it('is found after a lost answer, however late, so that it is not sent again', async () => {
    const { scene, documents } = await booked(bookedAs, code)
    scene.fake.faults.order({
      fault: { kind: 'reset', when: 'after' },
      path: `/${collection}`,
      method: 'PUT',
    })
    const results = await sendStage(scene, documents, 0)
    expect([...results.values()].map(({ outcome }) => outcome)).toEqual(['unknown', 'unknown'])
    await scene.clock.advance(7 * 60_000)
    expect(await scene.connection.find(documents)).toHaveLength(2)
    const { bankTransactions, journals } = scene.fake.books()
    expect(bankTransactions.length + journals.length).toBe(2)
  })

  it.each([
    ['a status that nobody knows', { Status: 'ARCHIVED' }],
    ['no lines and no total', { JournalLines: [], Total: null }],
    ['a line without an amount', { JournalLines: [{ AccountID: guid }], Total: 'one' }],
    ['an id of zeros', { BankTransactionID: 'x', ManualJournalID: 'x' }],
  ])('is never concluded from an element with %s', async (_what, change) => {
    const { scene, documents } = await booked(bookedAs, code)
    const [document] = documents
    const element = {
      BankTransactionID: guid,
      ManualJournalID: guid,
      Type: 'RECEIVE',
      Reference: document?.reference,
      Narration: document?.reference,
      Status: kind === 'journal' ? 'POSTED' : 'AUTHORISED',
      Date: '2026-03-01',
      Total: 1,
      JournalLines: [{ LineAmount: 1 }, { LineAmount: -1 }],
      ...change,
    }
    const body = JSON.stringify({ [collection]: [element] })
    const fault = { kind: 'answer', when: 'before', status: 200, body } as const
    scene.fake.faults.order({ fault, path: `/${collection}` })
    await expect(scene.connection.find(documents.slice(0, 1))).rejects.toMatchObject({
      reason: { kind: 'transient' },
    })
  })
})

describe('a bank transaction of another type', () => {
  it('is not ours, whatever its reference', async () => {
    const { scene, documents } = await booked('bank-transactions', '090')
    const [document] = documents
    const element = { Type: 'RECEIVE-OVERPAYMENT', Reference: document?.reference, Status: 'AUTHORISED' }
    const body = JSON.stringify({ BankTransactions: [element] })
    scene.fake.faults.order({
      fault: { kind: 'answer', when: 'before', status: 200, body },
      path: '/BankTransactions',
    })
    expect(await scene.connection.find(documents.slice(0, 1))).toEqual([])
  })
})
