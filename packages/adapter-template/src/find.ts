import { batchesOf, type JsonRecord, textMember } from '@ledgerpost/adapter-kit'
import {
  type DocumentIdentity,
  type FoundDocument,
  isCalendarDate,
  minorUnitDigits,
  readAmount,
} from '@ledgerpost/core'
import type { Client } from './client.js'
import { notUnderstood } from './failure.js'
import { linkOf } from './send.js'

/** References in one look-up: more would make the address too long. */
const lookUp = { maximumCount: 50, maximumBytes: Infinity }

/** Looks entries up by our references, voided ones too. @throws IntegratorError, also when an answer leaves it open */
export async function find(client: Client, sought: readonly DocumentIdentity[]): Promise<FoundDocument[]> {
  const references = [...new Set(sought.map(({ reference }) => reference))]
  const found: FoundDocument[] = []
  for (const some of batchesOf(references, lookUp, () => 1)) {
    const elements = await client.list('/entries', 'entries', { references: some.join(',') })
    found.push(...elements.map(foundIn))
  }
  return found
}

function foundIn(element: JsonRecord): FoundDocument {
  const [reference, id, date, currency, total] = ['reference', 'id', 'date', 'currency', 'total'].map(
    (name) => textMember(element, name),
  )
  const { voided } = element
  const amount =
    currency === undefined || total === undefined ? undefined : readAmount(total, minorUnitDigits(currency))
  if (
    reference === undefined ||
    id === undefined ||
    date === undefined ||
    !isCalendarDate(date) ||
    !amount?.ok ||
    typeof voided !== 'boolean'
  ) {
    throw notUnderstood('GET /entries', `an entry lacks what tells it apart: ${id ?? 'no id'}`)
  }
  return { reference, kind: 'journal', date, id, link: linkOf(id), total: amount.amount, isVoided: voided }
}
