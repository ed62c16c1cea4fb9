import type { RateStore } from '@ledgerpost/engine'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../schema/schema.js'
import { jsonb } from '../values/jsonb.js'
import { fromNow } from './lease-times.js'

/** The turns at the integrators, shared by all processes on the database. */
export function rateStore(tx: Kysely<Schema>): RateStore {
  return {
    async takeTurn(buckets, longestWait) {
      if (buckets.length === 0) return { isTaken: true, wait: 0 }
      const wanted = buckets.map(({ key, count, span, burst }) => {
        const interval = span / (count - burst)
        return { key, interval, tolerance: interval * (burst - 1) }
      })
      await sql`
        insert into rate_bucket (key)
        select key from jsonb_to_recordset(${jsonb(wanted)}) as wanted (key text) order by key
        on conflict do nothing`.execute(tx)
      const { rows } = await sql<{ wait: number; isTaken: boolean }>`
        with wanted as (
          select * from jsonb_to_recordset(${jsonb(wanted)}) as row (key text, interval float8, tolerance float8)
        ), bucket as (
          select key, greatest(due_at, statement_timestamp()) as due_at, paused_until
          from rate_bucket where key in (select key from wanted) order by key for update
        ), turn as (
          select greatest(0, max(extract(epoch from
            greatest(due_at - tolerance * interval '1 millisecond', paused_until) - statement_timestamp()
          ) * 1000))::float8 as wait
          from bucket join wanted using (key)
        ), taken as (
          update rate_bucket set due_at = bucket.due_at + wanted.interval * interval '1 millisecond'
          from bucket join wanted using (key), turn
          where rate_bucket.key = bucket.key and turn.wait <= ${longestWait}::float8
        )
        select wait, wait <= ${longestWait}::float8 as "isTaken" from turn`.execute(tx)
      const [turn] = rows
      return { isTaken: turn?.isTaken ?? true, wait: Math.ceil(turn?.wait ?? 0) }
    },

    async pauseBucket(key, milliseconds) {
      await sql`
        insert into rate_bucket (key, paused_until) values (${key}, ${fromNow(milliseconds)})
        on conflict (key) do update set
          paused_until = greatest(rate_bucket.paused_until, excluded.paused_until)`.execute(tx)
    },
  }
}
