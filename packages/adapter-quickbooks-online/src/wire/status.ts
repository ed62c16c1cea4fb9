import { type JsonRecord, textMember } from '@ledgerpost/adapter-kit'

const gone = new Set(['voided', 'deleted'])

/**
 * Whether somebody voided or deleted a document. Voiding leaves it with amounts of zero and the word before its note; the
 * status is told in some answers only.
 */
export function isOutOfForce(entity: JsonRecord): boolean {
  const status = textMember(entity, 'status') ?? textMember(entity, 'Status') ?? ''
  return gone.has(status.toLowerCase()) || /^voided\b/i.test(textMember(entity, 'PrivateNote') ?? '')
}
