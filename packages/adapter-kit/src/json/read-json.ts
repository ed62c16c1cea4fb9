export type JsonRecord = Readonly<Record<string, unknown>>

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A member that is a text and not empty. */
export function textMember(record: JsonRecord, name: string): string | undefined {
  const value = record[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** A member that is an object. */
export function recordMember(record: JsonRecord, name: string): JsonRecord | undefined {
  const value = record[name]
  return isRecord(value) ? value : undefined
}

/** The objects in a member that is a list; none, if it is absent or anything else. */
export function recordsMember(record: JsonRecord, name: string): readonly JsonRecord[] {
  const value = record[name]
  return Array.isArray(value) ? value.filter(isRecord) : []
}
