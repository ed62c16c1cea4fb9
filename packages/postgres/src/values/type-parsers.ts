import { instantFromText } from './instant.js'

/** Object identifiers of the types in `pg_type` that the two drivers would read differently. */
const typeIds = {
  bytea: 17,
  int8: 20,
  date: 1082,
  timestamp: 1114,
  timestamptz: 1184,
  interval: 1186,
  numeric: 1700,
} as const

export type TypeParser = (text: string) => unknown

const asItIs: TypeParser = (text) => text

/**
 * What a value of each type is in JavaScript, on either driver:
 *
 * - `int8` (and so `count(*)` and `sum` of `int4`): bigint
 * - `numeric`: string, every digit kept
 * - `date`: 'YYYY-MM-DD'
 * - `timestamptz`: 'YYYY-MM-DDTHH:mm:ss.sssZ'
 * - `timestamp`, `interval`: PostgreSQL's text
 * - `bytea`: Uint8Array
 *
 * Everything else as both drivers have it: `int4` and floats number, `bool` boolean, `json` and `jsonb` parsed,
 * other types string; arrays element by element.
 */
export const typeParsers: Readonly<Record<number, TypeParser>> = {
  [typeIds.bytea]: bytesFromHex,
  [typeIds.int8]: BigInt,
  [typeIds.date]: asItIs,
  [typeIds.timestamp]: asItIs,
  [typeIds.timestamptz]: instantFromText,
  [typeIds.interval]: asItIs,
  [typeIds.numeric]: asItIs,
}

/** The array type of each of them, by its object identifier. */
export const elementTypes: Readonly<Record<number, number>> = {
  1001: typeIds.bytea,
  1016: typeIds.int8,
  1182: typeIds.date,
  1115: typeIds.timestamp,
  1185: typeIds.timestamptz,
  1187: typeIds.interval,
  1231: typeIds.numeric,
}

function bytesFromHex(text: string): Uint8Array {
  if (!text.startsWith('\\x'))
    throw new RangeError('bytea_output must be hex: do not change it in the session.')
  return Uint8Array.from(Buffer.from(text.slice(2), 'hex'))
}
