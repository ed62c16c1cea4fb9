import { batchesOf, byteLength, canonicalJson, isRecord, sha256 } from '@ledgerpost/adapter-kit'
import { type AcceptedDocument, type Document, LedgerpostError, type Submission } from '@ledgerpost/core'
import type { XeroLimits } from '../limits.js'
import { operationOf, type Resource, resources } from '../wire/resources.js'

/**
 * Puts documents into PUT calls, one collection a call. The bytes do not depend on the order of members in what is
 * stored, and the key follows from the organisation, the call and the bytes: a document that is rendered anew with
 * other maps is another request, which Xero would refuse under the old key.
 */
export function prepare(
  organisationId: string,
  documents: readonly Document[],
  accepted: ReadonlyMap<string, AcceptedDocument>,
  limits: XeroLimits,
): Submission[] {
  return resources.flatMap((resource) => {
    const elements = documents
      .filter(({ kind }) => kind === resource.kind)
      .map((document) => ({
        reference: document.reference,
        text: canonicalJson(elementOf(document, accepted)),
      }))
    const batchLimits = { maximumCount: limits.batchCount, maximumBytes: limits.batchBytes }
    return batchesOf(
      elements,
      batchLimits,
      ({ text }) => byteLength(text) + 1,
      envelopeOf(resource, '').length,
    ).map((batch): Submission => {
      const body = envelopeOf(resource, batch.map(({ text }) => text).join(','))
      const operation = operationOf(resource)
      return {
        key: sha256([organisationId, operation, body].join('\n')),
        references: batch.map(({ reference }) => reference),
        body,
        operation,
      }
    })
  })
}

function envelopeOf(resource: Resource, elements: string): string {
  return `{"${resource.name}":[${elements}]}`
}

function elementOf(document: Document, accepted: ReadonlyMap<string, AcceptedDocument>): unknown {
  const { element, settled } = document.content
  if (!isRecord(element)) throw broken(document, 'its content is not what this adapter renders')
  if (document.settles === null) return element
  const sale = accepted.get(document.settles)
  if (!sale)
    throw broken(document, `it settles ${document.settles}, which is not among the accepted documents`)
  return settled === 'CreditNote'
    ? { ...element, CreditNote: { CreditNoteID: sale.id } }
    : { ...element, Invoice: { InvoiceID: sale.id } }
}

function broken({ reference }: Document, why: string): LedgerpostError {
  return new LedgerpostError({
    code: 'document-not-sendable',
    message: `${reference} cannot be sent to Xero: ${why}. Plan its packet again (Resync).`,
    details: { reference },
  })
}
