import type { FoundDocument } from '@ledgerpost/core'
import type { StoredDocument } from '../ports/document-store.js'
import { differenceOf } from '../send/compare.js'

/** How a document of certain fate deviates at the integrator from what is known of it, for people; null if it does not. */
export function deviationOf(document: StoredDocument, found: FoundDocument | undefined): string | null {
  const { reference, integratorId, status } = document
  if (status === 'rejected') {
    if (!found || found.isVoided) return null
    return `${reference} was refused, and yet it is at the integrator as ${found.id}. Void it there before its packet is sent again, or leave the packet Rejected.`
  }
  if (!found) {
    return `${reference} was booked as ${integratorId} and is not at the integrator any more: it was deleted there, or its number or date was changed. Restore it there, or book it by hand; it is not sent again.`
  }
  const difference =
    differenceOf(document, found) ??
    (found.id === integratorId ? undefined : 'its number is that of another document there')
  if (difference === undefined) return null
  return `${reference} was booked as ${integratorId} and is at the integrator as ${found.id}, but ${difference}. If that was not meant, correct it there; nothing is overwritten.`
}
