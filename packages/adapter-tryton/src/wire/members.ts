import { isRecord, type JsonRecord } from '@ledgerpost/adapter-kit'

/** A whole number, as ids are; undefined if the member is anything else. */
export function idMember(record: JsonRecord, name: string): number | undefined {
  const value = record[name]
  return isId(value) ? value : undefined
}

export function isId(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0
}

/** A boolean, which is 0 or 1 where Tryton runs on SQLite; undefined if the member is anything else. */
export function booleanMember(record: JsonRecord, name: string): boolean | undefined {
  const value = record[name]
  if (value === true || value === 1) return true
  return value === false || value === 0 || value === null ? false : undefined
}

/** The record that a relation leads to, of which fields were read by names such as `type.name`; undefined where it leads nowhere. */
export function relatedMember(record: JsonRecord, name: string): JsonRecord | undefined {
  const value = record[`${name}.`]
  return isRecord(value) ? value : undefined
}
