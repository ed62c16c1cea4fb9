import type { DocumentKind } from '@ledgerpost/core'

/** One of Intuit's entities that documents become. */
export interface Entity {
  readonly name: 'SalesReceipt' | 'RefundReceipt' | 'JournalEntry'
  readonly kind: Extract<DocumentKind, 'sales-receipt' | 'refund-receipt' | 'journal'>
  /** The page that shows one. */
  readonly page: string
}

export const entities: readonly Entity[] = [
  { name: 'SalesReceipt', kind: 'sales-receipt', page: 'salesreceipt' },
  { name: 'RefundReceipt', kind: 'refund-receipt', page: 'refundreceipt' },
  { name: 'JournalEntry', kind: 'journal', page: 'journal' },
]

/** Where a person opens a document; asks for the company that the document is in. */
export function deepLink(baseUrl: string, { page }: Entity, id: string, companyId: string): string {
  return `${baseUrl}/app/${page}?${new URLSearchParams({ txnId: id, companyid: companyId }).toString()}`
}
