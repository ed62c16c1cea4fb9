import { describe, expect, it } from 'vitest'
import { askedDirectly, invoice, line, messages } from '../fake-scene.test-support.js'
import { accountId, trialBalance } from '../index.js'

describe('PUT Invoices', () => {
  it('computes tax line by line unless it is told', async () => {
    const { call } = askedDirectly()
    const lines = [
      line({ UnitAmount: 0.05 }),
      line({ UnitAmount: 0.05 }),
      line({ UnitAmount: 10, TaxAmount: 3.33 }),
    ]
    const { body } = await call('PUT', 'Invoices?summarizeErrors=false', {
      Invoices: [invoice({ LineItems: lines })],
    })
    expect(body.Invoices[0]).toMatchObject({
      SubTotal: 10.1,
      TotalTax: 3.35,
      Total: 13.45,
      Date: '/Date(1772323200000+0000)/',
      DateString: '2026-03-01T00:00:00',
      StatusAttributeString: 'OK',
    })
  })

  it('creates what is good even if it answers 400, and then hides it', async () => {
    const { call, fake } = askedDirectly()
    const Invoices = [
      invoice({ InvoiceNumber: 'a' }),
      invoice({ InvoiceNumber: 'b', LineItems: [line({ AccountCode: '120' })] }),
    ]
    const { status, body } = await call('PUT', 'Invoices', { Invoices })
    expect([status, body.Type, body.Elements.length]).toEqual([400, 'ValidationException', 1])
    expect(body.Elements[0]).toMatchObject({
      InvoiceNumber: 'b',
      InvoiceID: '00000000-0000-0000-0000-000000000000',
    })
    expect(fake.books().documents.map(({ number }) => number)).toEqual(['a'])
  })

  it.each<[object, string]>([
    [
      { LineItems: [line({ AccountCode: '120' })] },
      "Account code '120' is not a valid code for this document.",
    ],
    [
      { LineItems: [line({ AccountCode: '090' })] },
      "Account code '090' is not a valid code for this document.",
    ],
    [
      { LineItems: [line({ AccountCode: '610' })] },
      "Account code '610' is not a valid code for this document.",
    ],
    [{ LineItems: [line({ AccountCode: '299' })] }, "Account code '299' has been archived, or deleted"],
    [{ LineItems: [line({ LineAmount: 9 })] }, 'The line total 9 does not match the expected line total 10'],
    [
      { LineItems: [line({ TaxType: 'INPUT' })] },
      "The TaxType code 'INPUT' does not exist or cannot be used for this type of transaction",
    ],
    [{ LineItems: [line({ UnitAmount: -10 })] }, 'The document total cannot be negative'],
    [{ LineItems: [] }, 'One or more line items must be specified'],
    [{ CurrencyCode: 'EUR' }, 'Organisation is not subscribed to currency EUR'],
    [{ DueDate: undefined }, 'The Due Date is required to approve an invoice'],
    [{ Contact: {} }, 'A Contact must be specified for this type of transaction'],
  ])('refuses %j', async (change, message) => {
    const { call, fake } = askedDirectly()
    const { status, body } = await call('PUT', 'Invoices?summarizeErrors=false', {
      Invoices: [invoice(change)],
    })
    expect([status, messages(body.Invoices[0])]).toEqual([200, [message]])
    expect([fake.books().documents.length, fake.books().ledger.entries().length]).toEqual([0, 0])
  })

  it('writes the dates of locks as Xero does', async () => {
    const { call, fake } = askedDirectly()
    fake.books().organisation.endOfYearLockDate = '2026-09-30'
    const { body } = await call('PUT', 'Invoices?summarizeErrors=false', { Invoices: [invoice()] })
    expect(messages(body.Invoices[0])).toEqual([
      'The document date cannot be before the end of year lock date, currently set at 30-Sep-2026',
    ])
  })
})

describe('PUT Payments', () => {
  const pay = (more: object = {}) => ({
    Payments: [
      { Invoice: { InvoiceNumber: 'a' }, Account: { Code: '090' }, Date: '2026-03-02', Amount: 11, ...more },
    ],
  })
  const paid = async (more: object = {}) => {
    const { call, fake } = askedDirectly()
    await call('PUT', 'Invoices?summarizeErrors=false', { Invoices: [invoice({ InvoiceNumber: 'a' })] })
    const { body } = await call('PUT', 'Payments?summarizeErrors=false', pay(more))
    return { element: body.Payments[0], fake, call }
  }

  it('books them', async () => {
    const { fake, element } = await paid()
    expect(element).toMatchObject({ Status: 'AUTHORISED', Amount: 11, Invoice: { InvoiceNumber: 'a' } })
    const rows = trialBalance(fake.books()).map(({ account, balance }) => [account.code, balance])
    expect(rows).toEqual([
      ['090', '1100'],
      ['200', '-1000'],
      ['610', '0'],
      ['820', '-100'],
    ])
    expect(fake.books().documents[0]).toMatchObject({ status: 'PAID' })
  })

  it.each([
    [{ Amount: 11.01 }, 'Payment amount exceeds the amount outstanding on this document'],
    [{ Amount: 0 }, 'The payment Amount must be greater than zero'],
    [
      { Account: { Code: '200' } },
      "Account code '200' must be a bank account or have payments enabled to be paid to.",
    ],
    [
      { Account: { AccountID: accountId('666') } },
      `Account ID '${accountId('666')}' is not a valid payment account.`,
    ],
    [{ Invoice: { InvoiceNumber: 'b' } }, 'The document that the payment is for could not be found'],
  ])('refuses %j', async (change, message) => {
    expect(messages((await paid(change)).element)).toEqual([message])
  })

  it('refuses a second payment of what is paid, and voiding it', async () => {
    const { call, fake } = await paid()
    const { body } = await call('PUT', 'Payments?summarizeErrors=false', pay())
    expect(messages(body.Payments[0])).toEqual(['Payments can only be made against Authorised documents'])
    expect(() => fake.books().voidDocument('invoice', 'a')).toThrow('has payments')
  })

  it('shows credit notes in lists as the specification does', async () => {
    const { call } = askedDirectly()
    const note = { ...invoice({ Type: 'ACCRECCREDIT' }), CreditNoteNumber: 'n' }
    await call('PUT', 'CreditNotes?summarizeErrors=false', { CreditNotes: [note] })
    await call(
      'PUT',
      'Payments?summarizeErrors=false',
      pay({ Invoice: undefined, CreditNote: { CreditNoteNumber: 'n' } }),
    )
    const { body } = await call('GET', 'Payments?page=1')
    expect(body.Payments[0]).toMatchObject({
      PaymentType: 'ARCREDITPAYMENT',
      Invoice: { Type: 'ACCRECCREDIT', InvoiceNumber: 'n' },
    })
  })
})
