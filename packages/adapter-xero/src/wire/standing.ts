/**
 * Whether a document of a status stands in the books (xero_accounting.yaml 16.1.0: the enums Status of Invoice,
 * CreditNote, Payment, BankTransaction and ManualJournal). Undefined for a status that is not known here: to take it for
 * voided would be to book anew what may stand.
 */
export function isInForce(status: string): boolean | undefined {
  if (['AUTHORISED', 'PAID', 'POSTED'].includes(status)) return true
  return ['DRAFT', 'SUBMITTED', 'VOIDED', 'DELETED'].includes(status) ? false : undefined
}
