import { batchesOf, type JsonRecord, textMember } from '@ledgerpost/adapter-kit'
import { type DocumentIdentity, type FoundDocument, UnsupportedCapabilityError } from '@ledgerpost/core'
import type { Client } from '../client/create-client.js'
import type { CompanyPreferences } from '../configuration/preferences.js'
import { entities, type Entity } from '../wire/entities.js'
import { type Condition, isAmong, isWithin } from '../wire/query.js'
import { referenceOf } from '../wire/reference.js'
import { foundDocument } from './found-document.js'

export interface Finder {
  readonly client: Client
  linkOf(entity: Entity, id: string): string
  preferences(): Promise<CompanyPreferences>
}

/**
 * Looks documents up by our references, whatever became of them since. Where a company numbers its receipts itself, those
 * not found by number are sought among the receipts of their days by what their note begins with, for notes cannot be
 * searched. Of several with one reference the one in force is told.
 * @throws IntegratorError, also when an answer leaves it open whether a document is there
 */
export async function findDocuments(
  finder: Finder,
  sought: readonly DocumentIdentity[],
): Promise<FoundDocument[]> {
  const unsupported = sought.find(({ kind }) => !entities.some((entity) => entity.kind === kind))
  if (unsupported) {
    throw new UnsupportedCapabilityError(
      'QuickBooks Online',
      `documents of the kind ${unsupported.kind}`,
      'It makes none of them.',
    )
  }
  if (sought.length === 0) return []
  const { currency, hasCustomNumbers } = await finder.preferences()
  const found = new Map<string, FoundDocument>()
  for (const entity of entities) {
    const wanted = new Map(
      sought.filter(({ kind }) => kind === entity.kind).map((each) => [each.reference, each]),
    )
    const note = (record: JsonRecord, reference: string | undefined): void => {
      if (reference === undefined || !wanted.has(reference)) return
      const document = foundDocument(entity, record, reference, currency, finder.linkOf)
      const known = found.get(reference)
      if (!known || known.isVoided) found.set(reference, document)
    }
    for (const condition of byNumber(finder.client, [...wanted.keys()]))
      for await (const rows of finder.client.pages(entity.name, condition))
        for (const row of rows) note(row, textMember(row, 'DocNumber'))
    if (hasCustomNumbers || entity.kind === 'journal') continue
    const missing = [...wanted.values()].filter(({ reference }) => !found.has(reference))
    for (const date of new Set(missing.map((each) => each.date)))
      for await (const rows of finder.client.pages(entity.name, isWithin('TxnDate', date, date)))
        for (const row of rows) note(row, referenceOf(row))
  }
  return [...found.values()]
}

function byNumber({ limits }: Client, references: readonly string[]): Condition[] {
  const batchLimits = { maximumCount: limits.referencesPerLookUp, maximumBytes: Infinity }
  return batchesOf(references, batchLimits, () => 1).map((some) => isAmong('DocNumber', some))
}
