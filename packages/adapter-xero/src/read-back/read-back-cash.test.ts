import { describe, expect, it } from 'vitest'
import { accountId } from '../../fake/index.js'
import { xeroBookings } from '../bookings.js'
import { lineOf, packetOf, paymentOf } from '../mapped-packets.test-support.js'
import { documentsOf, sendAll, xeroScene } from '../xero-scene.test-support.js'
import { type Books, entriesOf } from './entries-of.js'
import { resources } from '../wire/resources.js'

const taxed = (sign: bigint, code: string) => ({
  lines: [lineOf({ net: sign * 2000n, tax: sign * 160n, taxId: 'TAX001' }), lineOf({ net: sign * 300n })],
  payments: [paymentOf({ amount: sign * 2460n, accountId: accountId(code) })],
  total: sign * 2460n,
})

describe('reading back what is booked', () => {
  it.each([
    ['bank-transactions', '090'],
    ['manual-journals', '831'],
  ] as const)('as %s gives the entries that Xero has, voided ones left out', async (bookedAs, code) => {
    const scene = await xeroScene({ bookings: xeroBookings, settings: { bookedAs } })
    const packets = [
      packetOf('a', taxed(1n, code)),
      packetOf('b', taxed(1n, code)),
      packetOf('c', taxed(-1n, code)),
    ]
    const documents = await documentsOf(scene, packets)
    await sendAll(scene, documents)
    const books = scene.fake.books()
    const [reference = ''] = documents.map((document) => document.reference)
    if (bookedAs === 'manual-journals') books.voidJournal(reference)
    else books.deleteBankTransaction(reference)
    const totals = new Map<string, bigint>()
    const references = new Set<string | null>()
    for await (const entry of scene.connection.readBack({ from: '2026-03-01', to: '2026-03-01' })) {
      totals.set(entry.account, (totals.get(entry.account) ?? 0n) + entry.amount)
      references.add(entry.reference)
    }
    for (const { account, balance } of books.ledger.trialBalance())
      expect([account.name, totals.get(account.id) ?? 0n]).toEqual([account.name, balance])
    expect(references).toEqual(new Set(documents.slice(1).map((document) => document.reference)))
  })
})

describe('entriesOf', () => {
  const books: Books = { receivables: 'ar', salesTax: 'gst', idOfCode: new Map(), currency: 'USD' }
  const resource = resources.find(({ kind }) => kind === 'journal')
  if (!resource) throw new Error('there are no manual journals')
  const journal = {
    Narration: 'LP-a',
    Status: 'POSTED',
    Date: '2026-03-01',
    JournalLines: [
      { LineAmount: 11, AccountID: 'c', TaxType: 'NONE' },
      { LineAmount: -10, AccountID: 'r', TaxType: 'OUTPUT' },
    ],
  }

  it('takes what balances a posted journal for tax where its lines do not tell it', () => {
    expect(entriesOf(resource, journal, books).map(({ account, amount }) => [account, amount])).toEqual([
      ['c', 1100n],
      ['r', -1000n],
      ['gst', -100n],
    ])
  })

  it.each([
    ['another status', { Status: 'ARCHIVED' }, 'a status that is known'],
    ['no lines', { JournalLines: [] }, 'its lines'],
    ['no date', { Date: null }, 'a date'],
  ])('understands no journal with %s', (_what, change, lacking) => {
    expect(() => entriesOf(resource, { ...journal, ...change }, books)).toThrow(`LP-a lacks ${lacking}`)
  })

  it.each([
    ['is not in the books', { Status: 'DRAFT' }],
    ['is voided', { Status: 'VOIDED' }],
    ['is not ours', { Narration: 'Depreciation' }],
  ])('shows nothing of what %s', (_what, change) => {
    expect(entriesOf(resource, { ...journal, ...change }, books)).toEqual([])
  })
})
