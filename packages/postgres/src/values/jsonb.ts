import { type RawBuilder, sql } from 'kysely'

/**
 * A value for a `jsonb` column. Use it for every JSON parameter: one driver would send a JavaScript array as a
 * PostgreSQL array. Money in it must be text, since JSON numbers are binary floats.
 */
export function jsonb<Value>(value: Value): RawBuilder<Value> {
  return sql<Value>`${JSON.stringify(value)}::jsonb`
}
