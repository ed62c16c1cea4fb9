import { describe, expect, it } from 'vitest'
import { askedDirectly, line, messages } from '../fake-scene.test-support.js'
import { accountId, defaultOrganisation, trialBalance } from '../index.js'

const received = (more: object = {}) => ({
  Type: 'RECEIVE',
  Contact: { Name: 'Customer' },
  BankAccount: { Code: '090' },
  Date: '2026-03-01',
  Reference: 'a',
  LineItems: [line()],
  ...more,
})
const journal = (more: object = {}) => ({
  Narration: 'a',
  Date: '2026-03-01',
  Status: 'POSTED',
  JournalLines: [
    { LineAmount: 10, AccountCode: '831', TaxType: 'NONE' },
    { LineAmount: -10, AccountCode: '200', TaxType: 'NONE' },
  ],
  ...more,
})
const region = {
  TrackingCategoryID: 'c1',
  Name: 'Region',
  Status: 'ACTIVE',
  Options: [
    { TrackingOptionID: 'o1', Name: 'North', Status: 'ACTIVE' },
    { TrackingOptionID: 'o2', Name: 'South', Status: 'ARCHIVED' },
  ],
} as const

describe('PUT BankTransactions', () => {
  const put = async (element: object) => {
    const asked = askedDirectly()
    const { body } = await asked.call('PUT', 'BankTransactions?summarizeErrors=false', {
      BankTransactions: [element],
    })
    return { ...asked, element: body.BankTransactions[0] }
  }

  it.each([
    ['RECEIVE', ['1100', '-1000', '-100']],
    ['SPEND', ['-1100', '1000', '100']],
  ])('books what is %s at once', async (Type, balances) => {
    const { fake, element } = await put(received({ Type }))
    expect(element).toMatchObject({ Status: 'AUTHORISED', Total: 11, TotalTax: 1, CurrencyCode: 'USD' })
    expect(trialBalance(fake.books()).map(({ balance }) => balance)).toEqual(balances)
  })

  it.each<[object, string]>([
    [{ BankAccount: { Code: '831' } }, "Account code '831' is not a valid bank account."],
    [
      { BankAccount: { AccountID: accountId('299') } },
      `Account ID '${accountId('299')}' has been archived, or deleted`,
    ],
    [{ BankAccount: undefined }, 'A bank account must be specified'],
    [{ LineItems: [line({ UnitAmount: -10 })] }, 'The transaction total cannot be negative'],
    [
      { LineItems: [line({ TaxAmount: 1.01 })] },
      'Tax amount 1.01 is incorrect for OUTPUT tax type, should be 1.00',
    ],
    [
      { Type: 'RECEIVE-OVERPAYMENT' },
      "The type 'RECEIVE-OVERPAYMENT' is not one that this fake keeps books of",
    ],
  ])('refuses %j', async (change, message) => {
    const { fake, element } = await put(received(change))
    expect([messages(element), fake.books().bankTransactions]).toEqual([[message], []])
  })

  it('does not keep two of one reference apart, and finds them by it', async () => {
    const { call, fake } = await put(received())
    await call('PUT', 'BankTransactions?summarizeErrors=false', { BankTransactions: [received()] })
    fake.books().deleteBankTransaction('a')
    const { body } = await call('GET', 'BankTransactions?page=1&where=Reference=="a"')
    expect(body.BankTransactions.map(({ Status }: { Status: string }) => Status)).toEqual([
      'DELETED',
      'AUTHORISED',
    ])
    expect(() => fake.books().deleteBankTransaction('b')).toThrow('There is no bank transaction b')
  })
})

describe('PUT ManualJournals', () => {
  const put = async (element: object) => {
    const asked = askedDirectly({
      organisations: [{ ...defaultOrganisation, trackingCategories: [region] }],
    })
    const { body } = await asked.call('PUT', 'ManualJournals?summarizeErrors=false', {
      ManualJournals: [element],
    })
    return { ...asked, element: body.ManualJournals[0] }
  }
  const lines = (...amounts: readonly (readonly [amount: number, code: string, tax: string])[]) => ({
    JournalLines: amounts.map(([LineAmount, AccountCode, TaxType]) => ({ LineAmount, AccountCode, TaxType })),
  })

  it('computes the tax of lines before tax, whatever is said of it', async () => {
    const { element, fake } = await put(
      journal({
        LineAmountTypes: 'Exclusive',
        JournalLines: [
          { LineAmount: 11, AccountCode: '831', TaxType: 'NONE' },
          { LineAmount: -10, AccountCode: '200', TaxType: 'OUTPUT', TaxAmount: -3 },
        ],
      }),
    )
    expect(element).toMatchObject({ Status: 'POSTED', JournalLines: [{ TaxAmount: 0 }, { TaxAmount: -1 }] })
    expect(trialBalance(fake.books()).map(({ account, balance }) => [account.code, balance])).toEqual([
      ['200', '-1000'],
      ['820', '-100'],
      ['831', '1100'],
    ])
  })

  it('keeps drafts out of the books, and shows lines by the page only', async () => {
    const { call, fake, element } = await put(journal({ Status: undefined }))
    expect([element.Status, fake.books().ledger.entries()]).toEqual(['DRAFT', []])
    const [whole, paged] = [await call('GET', 'ManualJournals'), await call('GET', 'ManualJournals?page=1')]
    expect([whole, paged].map(({ body }) => body.ManualJournals[0].JournalLines.length)).toEqual([0, 2])
    expect(() => fake.books().voidJournal('a')).toThrow('There is no manual journal a')
  })

  it('is voided without a trace in the balances', async () => {
    const { call, fake } = await put(journal())
    fake.books().voidJournal('a')
    expect(trialBalance(fake.books()).every(({ balance }) => balance === '0')).toBe(true)
    const { body } = await call('GET', 'ManualJournals?page=1&where=Narration=="a"')
    expect(body.ManualJournals).toMatchObject([{ Status: 'VOIDED' }])
  })

  it.each<[object, string]>([
    [
      lines([10, '831', 'NONE'], [-9, '200', 'NONE']),
      'The total debits (10.00) must equal total credits (-9.00)',
    ],
    [
      lines([10, '090', 'NONE'], [-10, '200', 'NONE']),
      "Account code '090' is not a valid code for this document.",
    ],
    [
      lines([10, '610', 'NONE'], [-10, '200', 'NONE']),
      "Account code '610' is not a valid code for this document.",
    ],
    [lines([10, '299', 'NONE'], [-10, '200', 'NONE']), "Account code '299' has been archived, or deleted"],
    [lines([10, '831', 'NONE']), 'A manual journal must have at least two lines'],
    [
      lines([10, '831', 'TAX9'], [-10, '200', 'NONE']),
      "The TaxType code 'TAX9' does not exist or cannot be used",
    ],
    [{ Narration: '' }, 'A Narration must be specified'],
    [{ Status: 'VOIDED' }, 'A manual journal cannot be created with the status VOIDED'],
  ])('refuses %j', async (change, message) => {
    const { fake, element } = await put(journal(change))
    expect([messages(element), fake.books().journals]).toEqual([[message], []])
  })

  const tracked = (tracking: object) =>
    journal({
      JournalLines: [
        { LineAmount: 10, AccountCode: '831', TaxType: 'NONE' },
        { LineAmount: -10, AccountCode: '200', TaxType: 'NONE', Tracking: [tracking] },
      ],
    })

  it.each([
    { TrackingCategoryID: 'c1', TrackingOptionID: 'o1' },
    { Name: 'Region', Option: 'North' },
  ])('takes the tracking %j', async (tracking) => {
    const { element } = await put(tracked(tracking))
    expect(element.JournalLines[1].Tracking).toEqual([
      { Name: 'Region', Option: 'North', TrackingCategoryID: 'c1', TrackingOptionID: 'o1' },
    ])
  })

  it.each([
    ['c1', 'o2'],
    ['c2', 'o1'],
  ])('refuses the tracking category %s with the option %s', async (TrackingCategoryID, TrackingOptionID) => {
    const { element } = await put(tracked({ TrackingCategoryID, TrackingOptionID }))
    expect(messages(element)).toEqual([
      `The tracking category '${TrackingCategoryID}' with the option '${TrackingOptionID}' does not exist or is archived`,
    ])
  })
})
