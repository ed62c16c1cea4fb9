import type { DocumentKind } from '@ledgerpost/core'

/** One of Xero's collections that documents are put into. */
export interface Resource {
  /** The collection's name, in the address and around the elements. */
  readonly name: 'Invoices' | 'CreditNotes' | 'Payments' | 'BankTransactions' | 'ManualJournals'
  readonly kind: Extract<DocumentKind, 'invoice' | 'credit-note' | 'payment' | 'bank-transaction' | 'journal'>
  /** The element's types that we make, where the collection holds others too, whose numbers are not ours to judge. */
  readonly types: readonly string[] | undefined
  /** The element's member with Xero's id. */
  readonly id: string
  /** The element's member with our reference, and nothing else in it. */
  readonly reference: string
  /** The element's member with its face amount; undefined where its lines alone tell it. */
  readonly total: string | undefined
}

/**
 * Bank transactions have no number: their Reference is what they are found by. Of manual journals the Narration is all
 * that can be searched, and equality the one filter that Xero serves in books of every size
 * (developer.xero.com/documentation/api/accounting/manualjournals), so there is nothing in it but our reference.
 */
export const resources: readonly Resource[] = [
  {
    name: 'Invoices',
    kind: 'invoice',
    types: ['ACCREC'],
    id: 'InvoiceID',
    reference: 'InvoiceNumber',
    total: 'Total',
  },
  {
    name: 'CreditNotes',
    kind: 'credit-note',
    types: ['ACCRECCREDIT'],
    id: 'CreditNoteID',
    reference: 'CreditNoteNumber',
    total: 'Total',
  },
  {
    name: 'Payments',
    kind: 'payment',
    types: undefined,
    id: 'PaymentID',
    reference: 'Reference',
    total: 'Amount',
  },
  {
    name: 'BankTransactions',
    kind: 'bank-transaction',
    types: ['RECEIVE', 'SPEND'],
    id: 'BankTransactionID',
    reference: 'Reference',
    total: 'Total',
  },
  {
    name: 'ManualJournals',
    kind: 'journal',
    types: undefined,
    id: 'ManualJournalID',
    reference: 'Narration',
    total: undefined,
  },
]

/** What a submission calls its PUT. */
export function operationOf(resource: Resource): string {
  return `PUT ${resource.name}`
}
