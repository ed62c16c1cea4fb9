import { batchesOf, type JsonRecord, recordMember, textMember } from '@ledgerpost/adapter-kit'
import { type DocumentIdentity, type FoundDocument, UnsupportedCapabilityError } from '@ledgerpost/core'
import type { Client } from '../client/create-client.js'
import { notUnderstood } from '../errors/failure.js'
import type { XeroLimits } from '../limits.js'
import { fromWire } from '../wire/amounts.js'
import { dateOfWire } from '../wire/dates.js'
import { faceAmountOf } from '../wire/face-amount.js'
import { isGuid } from '../wire/guid.js'
import { type Resource, resources } from '../wire/resources.js'
import { isInForce } from '../wire/standing.js'
import { anyOf, isText } from '../wire/where.js'
import { pagesOf } from './pages.js'

export interface Finder {
  readonly client: Client
  readonly limits: XeroLimits
  linkOf(resource: Resource['name'], id: string): string
  /** The organisation's currency, for what does not tell its own. */
  baseCurrency(): Promise<string>
}

/**
 * Looks documents up by our references, whatever became of them since. Of several with one number (a deleted
 * one frees it) the one in force is told.
 * @throws IntegratorError, also when an answer leaves it open whether a document is there
 */
export async function findDocuments(
  finder: Finder,
  sought: readonly DocumentIdentity[],
): Promise<FoundDocument[]> {
  const unsupported = sought.find(({ kind }) => !resources.some((resource) => resource.kind === kind))
  if (unsupported) {
    throw new UnsupportedCapabilityError(
      'Xero',
      `documents of the kind ${unsupported.kind}`,
      'It makes none of them.',
    )
  }
  const found = new Map<string, FoundDocument>()
  for (const resource of resources) {
    const references = [
      ...new Set(sought.filter(({ kind }) => kind === resource.kind).map(({ reference }) => reference)),
    ]
    for await (const element of elementsOf(finder, resource, references)) {
      const document = await readFound(finder, resource, element)
      const known = found.get(document.reference)
      if (references.includes(document.reference) && (!known || known.isVoided))
        found.set(document.reference, document)
    }
  }
  return [...found.values()]
}

async function* elementsOf(
  { client, limits }: Finder,
  resource: Resource,
  references: readonly string[],
): AsyncGenerator<JsonRecord> {
  const isInvoice = resource.name === 'Invoices'
  const maximumCount = isInvoice ? limits.numbersPerLookUp : limits.filtersPerLookUp
  for (const some of batchesOf(references, { maximumCount, maximumBytes: Infinity }, () => 1)) {
    const query = isInvoice
      ? { InvoiceNumbers: some.join(','), includeArchived: 'true' }
      : { where: anyOf(some.map((reference) => isText(resource.reference, reference))) }
    for await (const elements of pagesOf(client, resource, query, limits.pageSize)) yield* elements
  }
}

async function readFound(finder: Finder, resource: Resource, element: JsonRecord): Promise<FoundDocument> {
  const reference = textMember(element, resource.reference)
  const id = textMember(element, resource.id)
  const date = dateOfWire(element['DateString']) ?? dateOfWire(element['Date'])
  const standing = isInForce(textMember(element, 'Status') ?? '')
  const currency = await currencyOf(finder, element)
  const total = faceAmountOf(resource, element, (value) => fromWire(value, currency))
  if (
    reference === undefined ||
    !isGuid(id) ||
    date === undefined ||
    standing === undefined ||
    total === undefined
  ) {
    throw notUnderstood(
      `GET /${resource.name}`,
      `an element lacks its number, id, date, total or a known status: ${id ?? 'no id'}`,
    )
  }
  return {
    reference,
    id,
    kind: resource.kind,
    date,
    total,
    link: finder.linkOf(resource.name, id),
    isVoided: !standing,
  }
}

async function currencyOf(finder: Finder, element: JsonRecord): Promise<string> {
  const settled = recordMember(element, 'Invoice') ?? recordMember(element, 'CreditNote')
  const told =
    textMember(element, 'CurrencyCode') ?? (settled ? textMember(settled, 'CurrencyCode') : undefined)
  return told ?? (await finder.baseCurrency())
}
