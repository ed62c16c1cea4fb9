import type { DocumentKind } from '@ledgerpost/core'

/** One of Xero's collections that documents are put into. */
export interface Resource {
  /** The collection's name, in the address and around the elements. */
  readonly name: 'Invoices' | 'CreditNotes' | 'Payments'
  readonly kind: Extract<DocumentKind, 'invoice' | 'credit-note' | 'payment'>
  /** The element's Type, where the collection holds purchases too, whose numbers are not ours to judge. */
  readonly type: 'ACCREC' | 'ACCRECCREDIT' | undefined
  /** The element's member with Xero's id. */
  readonly id: string
  /** The element's member with our reference. */
  readonly reference: string
  /** The element's member with its face amount. */
  readonly total: string
}

export const resources: readonly Resource[] = [
  {
    name: 'Invoices',
    kind: 'invoice',
    type: 'ACCREC',
    id: 'InvoiceID',
    reference: 'InvoiceNumber',
    total: 'Total',
  },
  {
    name: 'CreditNotes',
    kind: 'credit-note',
    type: 'ACCRECCREDIT',
    id: 'CreditNoteID',
    reference: 'CreditNoteNumber',
    total: 'Total',
  },
  {
    name: 'Payments',
    kind: 'payment',
    type: undefined,
    id: 'PaymentID',
    reference: 'Reference',
    total: 'Amount',
  },
]

/** Whether a document of this status stands in the books. */
export function isInForce(status: string): boolean {
  return status === 'AUTHORISED' || status === 'PAID'
}

/** What a submission calls its PUT. */
export function operationOf(resource: Resource): string {
  return `PUT ${resource.name}`
}
