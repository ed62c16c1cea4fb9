import type { Resource } from './resources.js'

const pages: Readonly<Record<Resource['name'], string>> = {
  Invoices: '/AccountsReceivable/View.aspx?InvoiceID=',
  CreditNotes: '/AccountsReceivable/ViewCreditNote.aspx?creditNoteID=',
  Payments: '/Bank/ViewTransaction.aspx?bankTransactionID=',
  BankTransactions: '/Bank/ViewTransaction.aspx?bankTransactionID=',
  // Not on the page below; it is the address that Xero itself opens for a manual journal.
  ManualJournals: '/Journal/View.aspx?invoiceID=',
}

/**
 * Where a person opens a document (developer.xero.com/documentation/api-guides/deep-link-xero). With the
 * organisation's short code the page opens in that organisation, without in the one opened last.
 */
export function deepLink(
  baseUrl: string,
  resource: Resource['name'],
  id: string,
  shortCode: string | undefined,
): string {
  const page = pages[resource] + id
  return shortCode === undefined
    ? baseUrl + page
    : `${baseUrl}/organisationlogin/default.aspx?shortcode=${shortCode}&redirecturl=${page}`
}
