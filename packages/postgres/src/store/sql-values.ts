import { type RawBuilder, sql } from 'kysely'
import { jsonb } from '../values/jsonb.js'

/** A value for a jsonb column that may be null. */
export function jsonbOrNull(value: unknown): RawBuilder<unknown> {
  return value == null ? sql`null` : jsonb(value)
}

/**
 * One text[] parameter, for `= any(...)`. A statement that joins rows of `jsonb_to_recordset` names the wanted keys
 * this way too: the planner counts these, and takes the rows for a hundred whatever they are.
 */
export function texts(values: readonly string[]): RawBuilder<string[]> {
  return sql`${values}::text[]`
}
