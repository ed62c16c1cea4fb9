import { describe, expect, it } from 'vitest'
import { askedDirectly, receipt, side } from '../fake-scene.test-support.js'
import { britishCompany, canadianCompany } from '../index.js'

const journal = (...Line: object[]) => ({ TxnDate: '2026-03-01', DocNumber: 'j', Line })
const sales = { TaxApplicableOn: 'Sales', TaxAmount: 2 }

describe('journal entries', () => {
  it('are booked as they stand, and may share their numbers', async () => {
    const { create, fake } = askedDirectly()
    const entry = journal(side('Debit', 5, '90'), side('Credit', 5, '80'))
    await create('JournalEntry', entry)
    expect((await create('JournalEntry', entry)).told).toMatchObject({ Id: '1002', DocNumber: 'j' })
    expect(fake.books().ledger.balance('90')).toBe(1000n)
  })

  it.each<[string, object[], string]>([
    ['a single line', [side('Debit', 5, '35')], '6000'],
    ['unequal sides', [side('Debit', 5, '35'), side('Credit', 4, '80')], '6000'],
    ['nothing on a line', [side('Debit', 0, '35'), side('Credit', 0, '80')], '6000'],
    ['an unheard-of side', [side('Dr', 5, '35'), side('Credit', 5, '80')], '2170'],
    [
      'no account',
      [
        { ...side('Debit', 5, ''), JournalEntryLineDetail: { PostingType: 'Debit' } },
        side('Credit', 5, '80'),
      ],
      '2020',
    ],
    ['an inactive account', [side('Debit', 5, '38'), side('Credit', 5, '80')], '610'],
    ['receivables of nobody', [side('Debit', 5, '84'), side('Credit', 5, '80')], '6000'],
    ['payables of nobody', [side('Debit', 5, '33'), side('Credit', 5, '80')], '6000'],
    [
      'an American tax code',
      [side('Debit', 5, '35'), side('Credit', 5, '80', { TaxCodeRef: { value: '2' }, ...sales })],
      '6000',
    ],
    ['tax without a code', [side('Debit', 5, '35'), side('Credit', 5, '80', sales)], '6000'],
  ])('with %s are refused', async (_name, lines, code) => {
    const { create, fake } = askedDirectly()
    expect((await create('JournalEntry', journal(...lines))).code).toBe(code)
    expect(fake.books().ledger.entries()).toEqual([])
  })

  it('may name a customer for receivables', async () => {
    const { create } = askedDirectly()
    const customer = { Entity: { Type: 'Customer', EntityRef: { value: '58' } } }
    const entry = journal(side('Debit', 5, '84', customer), side('Credit', 5, '80'))
    expect((await create('JournalEntry', entry)).code).toBeUndefined()
  })

  it.each([
    ['British codes', britishCompany, { TaxCodeRef: { value: '6' } }, { TaxRateRef: { value: '11' } }],
    ['Canadian rates', canadianCompany, { TaxRateRef: { value: '21' } }, { TaxCodeRef: { value: '6' } }],
  ])('book the tax of lines with %s', async (_name, company, own, foreign) => {
    const { create, fake } = askedDirectly({ companies: [company] })
    const entry = (tax: object) =>
      journal(side('Debit', 12, '90'), side('Credit', 10, '80', { ...sales, ...tax }))
    expect((await create('JournalEntry', entry(own))).code).toBeUndefined()
    expect((await create('JournalEntry', entry(foreign))).code).toBe('6000')
    expect((await create('JournalEntry', entry({ ...own, TaxApplicableOn: undefined }))).code).toBe('2020')
    expect((await create('JournalEntry', entry({ ...own, TaxAmount: -2 }))).code).toBe('6000')
    expect(fake.books().ledger.balance('89')).toBe(-200n)
  })
})

describe('versions', () => {
  it('let only the newest be changed or deleted', async () => {
    const { create, call, fake } = askedDirectly()
    await create('SalesReceipt', receipt({ DocNumber: 'a' }))
    const batch = async (operation: string, element: object) =>
      (await call('POST', 'batch', { BatchItemRequest: [{ bId: '1', operation, SalesReceipt: element }] }))
        .text
    const change = (SyncToken: string | undefined) => ({
      Id: '1001',
      SyncToken,
      sparse: true,
      DocNumber: 'b',
    })
    expect(await batch('update', change('0'))).toMatch(/"SyncToken":"1"/)
    expect(await batch('update', change('0'))).toMatch(/"code":"5010"/)
    expect(await batch('update', change(undefined))).toMatch(/"code":"2020"/)
    expect(await batch('update', { ...change('0'), Id: '7' })).toMatch(/"code":"610"/)
    expect(await batch('delete', { Id: '1001', SyncToken: '0' })).toMatch(/"code":"5010"/)
    expect(await batch('delete', { Id: '1001', SyncToken: '1' })).toMatch(/"status":"Deleted"/)
    expect([fake.books().transactions, fake.books().ledger.balance('35')]).toEqual([[], 0n])
  })

  it('go up when a person voids', async () => {
    const { create, fake, query } = askedDirectly()
    await create('SalesReceipt', receipt({ DocNumber: 'a', PrivateNote: 'note' }))
    fake.books().voidReceipt('a')
    expect(await query("select * from SalesReceipt where DocNumber = 'a'")).toMatchObject({
      QueryResponse: { SalesReceipt: [{ TotalAmt: 0, PrivateNote: 'Voided - note', SyncToken: '1' }] },
    })
    expect(fake.books().ledger.balance('35')).toBe(0n)
    expect(() => fake.books().voidReceipt('b')).toThrow('no receipt b')
  })
})
