import { batchesOf, byteLength, canonicalJson, isRecord, sha256 } from '@ledgerpost/adapter-kit'
import { type Document, LedgerpostError, type Submission } from '@ledgerpost/core'
import type { QuickBooksOnlineLimits } from '../limits.js'
import { entities } from '../wire/entities.js'

/** What a submission calls its call. */
export const operation = 'POST batch'

/** A member that stands for what an item's place in its batch adds: two digits at most. */
const longestPlace = '99'

/**
 * Puts documents into batches, of all kinds together. The bytes do not depend on the order of members in what is stored,
 * and the key follows from the company and the bytes: a document that is rendered anew with other maps is another request,
 * which QuickBooks would answer under the old key with the old document.
 */
export function prepare(
  companyId: string,
  documents: readonly Document[],
  limits: QuickBooksOnlineLimits,
): Submission[] {
  const items = documents.map((document) => ({
    reference: document.reference,
    member: memberOf(document),
  }))
  const batchLimits = { maximumCount: limits.batchCount, maximumBytes: limits.batchBytes }
  return batchesOf(
    items,
    batchLimits,
    ({ member }) => byteLength(itemOf(longestPlace, member)) + 1,
    envelopeOf('').length,
  ).map((batch): Submission => {
    const body = envelopeOf(batch.map(({ member }, index) => itemOf(String(index + 1), member)).join(','))
    return {
      key: sha256([companyId, operation, body].join('\n')).slice(0, limits.requestIdLength),
      references: batch.map(({ reference }) => reference),
      body,
      operation,
    }
  })
}

function envelopeOf(items: string): string {
  return `{"BatchItemRequest":[${items}]}`
}

function itemOf(place: string, member: string): string {
  return `{"bId":"${place}","operation":"create",${member}}`
}

/** The document under its entity's name: `"SalesReceipt":{…}`. */
function memberOf({ kind, content, reference }: Document): string {
  const entity = entities.find((each) => each.kind === kind)
  if (entity && isRecord(content['entity'])) return `"${entity.name}":${canonicalJson(content['entity'])}`
  throw new LedgerpostError({
    code: 'document-not-sendable',
    message: `${reference} cannot be sent to QuickBooks: its content is not what this adapter renders. Plan its packet again (Resync).`,
    details: { reference },
  })
}
