import type { FakeAccount, FakeTaxRate } from '../seed.js'
import type { FakeDocument, FakeOrganisationState, FakePayment } from './documents.js'
import { asNumber } from './hundredths.js'
import type { Element } from './read-element.js'

export const zeroGuid = '00000000-0000-0000-0000-000000000000'

/** `/Date(1552262400000+0000)/` */
export function wireDate(day: string): string {
  return wireInstant(Date.parse(`${day}T00:00:00Z`))
}

export function wireInstant(time: number): string {
  return `/Date(${time}+0000)/`
}

/** An invoice or credit note as Xero answers it, with or without its lines. */
export function documentElement(
  document: FakeDocument,
  payments: readonly FakePayment[],
  withLines: boolean,
): Element {
  const isInvoice = document.kind === 'invoice'
  const remaining = asNumber(document.total - document.settled)
  return {
    Type: isInvoice ? 'ACCREC' : 'ACCRECCREDIT',
    ...(isInvoice
      ? { InvoiceID: document.id, InvoiceNumber: document.number }
      : { CreditNoteID: document.id, CreditNoteNumber: document.number, ID: document.id }),
    Reference: document.reference,
    Payments: payments
      .filter((payment) => payment.document === document && payment.status === 'AUTHORISED')
      .map((payment) => ({
        PaymentID: payment.id,
        Date: wireDate(payment.date),
        Amount: asNumber(payment.amount),
        Reference: payment.reference,
        HasAccount: false,
        HasValidationErrors: false,
      })),
    ...(isInvoice
      ? { AmountDue: remaining, AmountPaid: asNumber(document.settled), AmountCredited: 0 }
      : { RemainingCredit: remaining, Allocations: [] }),
    CurrencyRate: 1,
    HasErrors: false,
    Contact: { ContactID: document.contact.id, Name: document.contact.name, HasValidationErrors: false },
    DateString: `${document.date}T00:00:00`,
    Date: wireDate(document.date),
    ...(document.dueDate === undefined
      ? {}
      : { DueDateString: `${document.dueDate}T00:00:00`, DueDate: wireDate(document.dueDate) }),
    Status: document.status,
    LineAmountTypes: document.lineAmountTypes,
    LineItems: withLines ? document.lines.map(lineElement) : [],
    SubTotal: asNumber(document.subTotal),
    TotalTax: asNumber(document.totalTax),
    Total: asNumber(document.total),
    UpdatedDateUTC: wireInstant(document.updated),
    CurrencyCode: document.currency,
  }
}

export function lineElement(line: FakeDocument['lines'][number]): Element {
  return {
    LineItemID: line.id,
    Description: line.description,
    Quantity: line.quantity,
    UnitAmount: asNumber(line.unitAmount),
    LineAmount: asNumber(line.lineAmount),
    TaxType: line.tax.TaxType,
    TaxAmount: asNumber(line.taxAmount),
    ...(line.account.Code === undefined ? {} : { AccountCode: line.account.Code }),
    AccountID: line.account.AccountID,
    Tracking: line.tracking,
    ValidationErrors: [],
  }
}

/**
 * A payment as Xero answers it. Lists show a credit note as an Invoice of the type ACCRECCREDIT (the example of
 * GET /Payments in xero_accounting.yaml 16.1.0).
 */
export function paymentElement(payment: FakePayment, inList: boolean): Element {
  const { document, account } = payment
  const isInvoice = document.kind === 'invoice'
  return {
    PaymentID: payment.id,
    Date: wireDate(payment.date),
    BankAmount: asNumber(payment.amount),
    Amount: asNumber(payment.amount),
    Reference: payment.reference,
    CurrencyRate: 1,
    PaymentType: isInvoice ? 'ACCRECPAYMENT' : 'ARCREDITPAYMENT',
    Status: payment.status,
    UpdatedDateUTC: wireInstant(payment.updated),
    HasAccount: true,
    IsReconciled: false,
    Account: { AccountID: account.AccountID, ...(account.Code === undefined ? {} : { Code: account.Code }) },
    ...(isInvoice || inList
      ? {
          Invoice: {
            Type: isInvoice ? 'ACCREC' : 'ACCRECCREDIT',
            InvoiceID: document.id,
            InvoiceNumber: document.number,
            CurrencyCode: document.currency,
            LineItems: [],
            HasErrors: false,
          },
        }
      : {
          CreditNote: {
            CreditNoteID: document.id,
            CreditNoteNumber: document.number,
            CurrencyCode: document.currency,
          },
        }),
    HasValidationErrors: false,
  }
}

/** Non-system accounts have the member SystemAccount empty or not at all. */
export function accountElement(account: FakeAccount): Element {
  return {
    ...account,
    SystemAccount: account.SystemAccount ?? '',
    HasAttachments: false,
    AddToWatchlist: false,
  }
}

export function taxRateElement(rate: FakeTaxRate): Element {
  const components = rate.TaxComponents ?? [{ Name: rate.Name, Rate: rate.EffectiveRate, IsCompound: false }]
  return {
    ...rate,
    ReportTaxType: rate.ReportTaxType ?? (rate.CanApplyToRevenue ? 'OUTPUT' : 'INPUT'),
    CanApplyToAssets: true,
    CanApplyToEquity: true,
    CanApplyToExpenses: !rate.CanApplyToRevenue,
    CanApplyToLiabilities: true,
    DisplayTaxRate: rate.EffectiveRate,
    TaxComponents: components.map((component) => ({ ...component, IsNonRecoverable: false })),
  }
}

/** The edition of Xero that an organisation of the country uses. */
export function versionOf(country: string): string {
  if (country === 'GB') return 'UK'
  return ['AU', 'NZ', 'US'].includes(country) ? country : 'GLOBAL'
}

export function organisationElement(organisation: FakeOrganisationState): Element {
  const { periodLockDate, endOfYearLockDate } = organisation
  return {
    OrganisationID: organisation.tenantId,
    Name: organisation.name,
    LegalName: organisation.name,
    PaysTax: true,
    Version: versionOf(organisation.country),
    BaseCurrency: organisation.currency,
    CountryCode: organisation.country,
    IsDemoCompany: true,
    OrganisationStatus: 'ACTIVE',
    DefaultSalesTax: 'Tax Exclusive',
    ...(periodLockDate === undefined ? {} : { PeriodLockDate: wireDate(periodLockDate) }),
    ...(endOfYearLockDate === undefined ? {} : { EndOfYearLockDate: wireDate(endOfYearLockDate) }),
    Timezone: organisation.timeZone,
    ShortCode: organisation.shortCode,
    Class: 'DEMO',
    Edition: 'BUSINESS',
  }
}
