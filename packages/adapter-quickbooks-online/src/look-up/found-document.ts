import { type JsonRecord, textMember } from '@ledgerpost/adapter-kit'
import { type CurrencyCode, type FoundDocument, isCalendarDate, minorUnitDigits } from '@ledgerpost/core'
import { notUnderstood } from '../errors/failure.js'
import { totalsTold } from '../send/totals.js'
import type { Entity } from '../wire/entities.js'
import { refOf } from '../wire/reference.js'
import { isOutOfForce } from '../wire/status.js'

/** An entity as a document that was found; it must tell all that is compared. @throws IntegratorError */
export function foundDocument(
  entity: Entity,
  record: JsonRecord,
  reference: string,
  homeCurrency: CurrencyCode,
  linkOf: (entity: Entity, id: string) => string,
): FoundDocument {
  const [id, date] = [textMember(record, 'Id'), textMember(record, 'TxnDate')]
  const isVoided = isOutOfForce(record)
  const total = totalsTold(entity, record).total ?? (isVoided ? 0n : undefined)
  const amount =
    total === undefined ? undefined : inMinorUnits(total, refOf(record, 'CurrencyRef') ?? homeCurrency)
  if (id === undefined || date === undefined || !isCalendarDate(date) || amount === undefined) {
    throw notUnderstood(
      `select from ${entity.name}`,
      `${reference} lacks its id, date or total: ${id ?? 'no id'}`,
    )
  }
  return { reference, id, kind: entity.kind, date, total: amount, link: linkOf(entity, id), isVoided }
}

/** Undefined for hundredths of a currency that has none. */
function inMinorUnits(amount: bigint, currency: CurrencyCode): bigint | undefined {
  if (minorUnitDigits(currency) > 0) return amount
  return amount % 100n === 0n ? amount / 100n : undefined
}
