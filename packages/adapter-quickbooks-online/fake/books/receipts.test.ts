import { describe, expect, it } from 'vitest'
import { askedDirectly, line, receipt } from '../fake-scene.test-support.js'
import { britishCompany } from '../index.js'

const taxed = { TaxCodeRef: { value: 'TAX' } }

describe('receipts', () => {
  it('book the money against the item’s account, refunds the other way round', async () => {
    const { create, fake } = askedDirectly()
    const { told } = await create('SalesReceipt', receipt())
    expect(told).toMatchObject({ Id: '1001', SyncToken: '0', TotalAmt: 10, TxnDate: '2026-03-01' })
    await create('RefundReceipt', receipt({ Line: [line({}, { Amount: 4 })] }))
    const { ledger } = fake.books()
    expect(['35', '80'].map((id) => ledger.balance(id))).toEqual([600n, -600n])
  })

  it('go to Undeposited Funds, and to the server’s day, if nothing is said', async () => {
    const { create, fake } = askedDirectly()
    const { told } = await create('SalesReceipt', { Line: [line()] })
    expect(told).toMatchObject({ TxnDate: new Date(fake.books().clock.now()).toISOString().slice(0, 10) })
    expect(fake.books().ledger.balance('4')).toBe(1000n)
  })

  it.each<[string, 'SalesReceipt' | 'RefundReceipt', object, string]>([
    ['a refund from nowhere', 'RefundReceipt', { DepositToAccountRef: undefined }, '2020'],
    ['no lines', 'SalesReceipt', { Line: [] }, '2020'],
    ['no item', 'SalesReceipt', { Line: [line({ ItemRef: undefined })] }, '2020'],
    ['an item that is not there', 'SalesReceipt', { Line: [line({ ItemRef: { value: '99' } })] }, '2500'],
    ['an inactive item', 'SalesReceipt', { Line: [line({ ItemRef: { value: '10' } })] }, '610'],
    ['a category', 'SalesReceipt', { Line: [line({ ItemRef: { value: '11' } })] }, '6000'],
    ['an account on a line', 'SalesReceipt', { Line: [line({ ItemAccountRef: { value: '79' } })] }, '2010'],
    ['an amount that is no product', 'SalesReceipt', { Line: [line({ Qty: 3, UnitPrice: 3.33 })] }, '6070'],
    ['a third decimal', 'SalesReceipt', { Line: [line({}, { Amount: 1.005 })] }, '2010'],
    ['less than nothing', 'SalesReceipt', { Line: [line({}, { Amount: -1 })] }, '6000'],
    ['a liability to deposit to', 'SalesReceipt', { DepositToAccountRef: { value: '90' } }, '6000'],
    ['an inactive bank', 'SalesReceipt', { DepositToAccountRef: { value: '38' } }, '610'],
    ['a customer who is gone', 'SalesReceipt', { CustomerRef: { value: '59' } }, '610'],
    ['a class that is not there', 'SalesReceipt', { Line: [line({ ClassRef: { value: '7' } })] }, '2500'],
    ['a location that is not there', 'SalesReceipt', { DepartmentRef: { value: '7' } }, '2500'],
    ['a number that is too long', 'SalesReceipt', { DocNumber: 'x'.repeat(22) }, '2050'],
    ['another currency', 'SalesReceipt', { CurrencyRef: { value: 'EUR' } }, '6000'],
    ['a day that is none', 'SalesReceipt', { TxnDate: 'today' }, '2010'],
    [
      'an American line with a real code',
      'SalesReceipt',
      { Line: [line({ TaxCodeRef: { value: '2' } })] },
      '2500',
    ],
    ['tax on nothing taxable', 'SalesReceipt', { TxnTaxDetail: { TotalTax: 1 } }, '6000'],
  ])('with %s are refused', async (_name, kind, more, code) => {
    const { create, fake } = askedDirectly()
    expect((await create(kind, receipt(more))).code).toBe(code)
    expect([fake.books().transactions, fake.books().ledger.entries()]).toEqual([[], []])
  })

  it('take an amount that is a product', async () => {
    const { create } = askedDirectly()
    expect(
      (await create('SalesReceipt', receipt({ Line: [line({ Qty: 2.5, UnitPrice: 4 })] }))).code,
    ).toBeUndefined()
  })

  it('keep out of closed books, and need the currency where there are several', async () => {
    const { create, fake } = askedDirectly()
    const { preferences } = fake.books().company
    preferences.bookCloseDate = '2026-03-01'
    expect((await create('SalesReceipt', receipt())).code).toBe('6210')
    expect((await create('SalesReceipt', receipt({ TxnDate: '2026-03-02' }))).code).toBeUndefined()
    preferences.multicurrency = true
    expect((await create('SalesReceipt', receipt({ TxnDate: '2026-03-02' }))).code).toBe('2020')
  })
})

describe('numbers', () => {
  const numbered = receipt({ DocNumber: 'n' })

  it('are refused a second time among documents of a kind, and told with the holder’s id', async () => {
    const { create } = askedDirectly()
    await create('SalesReceipt', numbered)
    const { code, detail } = await create('SalesReceipt', numbered)
    expect([code, detail]).toEqual([
      '6140',
      expect.stringMatching(/DocNumber=n is assigned to TxnType=Sales Receipt with TxnId=1001$/),
    ])
    expect((await create('RefundReceipt', numbered)).code).toBeUndefined()
  })

  it('are taken twice in companies that are not warned, and are QuickBooks’ own where it numbers', async () => {
    const { create, fake } = askedDirectly()
    const { preferences } = fake.books().company
    preferences.refusesDuplicates = false
    await create('SalesReceipt', numbered)
    expect((await create('SalesReceipt', numbered)).told).toMatchObject({ DocNumber: 'n' })
    preferences.customNumbers = false
    expect((await create('SalesReceipt', receipt())).told).toMatchObject({ DocNumber: '1001' })
    preferences.renumbers = true
    expect((await create('SalesReceipt', numbered)).told).toMatchObject({ DocNumber: '1002' })
  })
})

describe('tax', () => {
  it('of American companies is found by address or by code, unless it is stated', async () => {
    const { create, fake } = askedDirectly()
    const total = async (more: object) =>
      (await create('SalesReceipt', receipt({ Line: [line(taxed), line()], ...more }))).told
    expect(await total({})).toMatchObject({ TotalAmt: 20.8, TxnTaxDetail: { TotalTax: 0.8 } })
    expect(await total({ TxnTaxDetail: { TotalTax: 0.77 } })).toMatchObject({ TotalAmt: 20.77 })
    delete fake.books().company.preferences.automatedRate
    expect(await total({})).toMatchObject({ TotalAmt: 20 })
    expect(await total({ TxnTaxDetail: { TxnTaxCodeRef: { value: '3' } } })).toMatchObject({
      TotalAmt: 20.87,
    })
    fake.books().company.preferences.usesSalesTax = false
    expect(await total({})).toMatchObject({ TotalAmt: 20 })
  })

  it('of others needs a code on every line, and may be stated rate by rate', async () => {
    const { create, fake } = askedDirectly({ companies: [britishCompany] })
    const coded = (value: string) => line({ TaxCodeRef: { value } })
    const sale = (Line: object[], more: object = {}) =>
      create('SalesReceipt', receipt({ GlobalTaxCalculation: 'TaxExcluded', Line, ...more }))
    const rate = (id: string, Amount: number) => ({ Amount, TaxLineDetail: { TaxRateRef: { value: id } } })
    expect((await sale([line()])).detail).toMatch(/GST\/VAT rate/)
    expect((await create('SalesReceipt', receipt({ Line: [coded('6')] }))).detail).toMatch(
      /GlobalTaxCalculation/,
    )
    expect((await sale([coded('10')])).code).toBe('6000')
    expect((await sale([coded('6'), coded('8')])).told).toMatchObject({ TotalAmt: 22 })
    const stated = { TxnTaxDetail: { TotalTax: 2.01, TaxLine: [rate('11', 2.01)] } }
    expect((await sale([coded('6')], stated)).told).toMatchObject({ TotalAmt: 12.01 })
    expect((await sale([coded('6')], { TxnTaxDetail: { TaxLine: [rate('12', 1)] } })).code).toBe('6000')
    expect((await sale([coded('6')], { TxnTaxDetail: { ...stated.TxnTaxDetail, TotalTax: 2 } })).code).toBe(
      '6000',
    )
    expect(fake.books().ledger.balance('89')).toBe(-401n)
  })
})
