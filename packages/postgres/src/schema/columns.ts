import type { Instant } from '@ledgerpost/core'
import type { ColumnType } from 'kysely'

/** An int8. Amounts are minor units. */
export type Int8 = ColumnType<bigint, bigint | number, bigint | number>

/** An int8 with a default. */
export type Int8WithDefault = ColumnType<bigint, bigint | number | undefined, bigint | number>

/** A timestamptz(3). */
export type Timestamp = ColumnType<Instant, Instant, Instant>

/** A jsonb, written through `jsonb`. */
export type Json<Content> = ColumnType<Content, unknown, unknown>

/** Whose row it is: the subscriber of the transaction's scope, unless it is given. */
export type OwnSubscriber = ColumnType<string, string | undefined, never>
