import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '../database.js'
import type { Schema } from '../schema/schema.js'
import { inScopeOf } from '../transactions/scope.js'
import { jsonb } from '../values/jsonb.js'
import type {
  IdempotencyKey,
  IdempotencyStore,
  IdempotencyTimes,
  KeptAnswer,
  KeyClaim,
} from './idempotency-store.js'

/** Old keys that one claim removes at most. */
const sweptAtOnce = 100

/** How often a key that is freed between two looks is looked at again. */
const mostLooks = 5

/** Keys of requests on a database whose tables are up to date (`migrate`). */
export function createIdempotencyStore(database: Database, times: IdempotencyTimes): IdempotencyStore {
  return {
    claim: (key, request, claim) =>
      inScopeOf(database, key.subscriberId, async (tx) => {
        await sweep(tx, key.subscriberId, times)
        for (let look = 1; look <= mostLooks; look += 1) {
          if (await isClaimed(tx, key, { request, claim }, times)) return { kind: 'claimed' }
          const found = await standing(tx, key, request)
          if (found !== undefined) return found
        }
        return { kind: 'in-use' }
      }),

    prolong: (key, claim) =>
      inScopeOf(database, key.subscriberId, async (tx) => {
        const { numAffectedRows } = await sql`
          update idempotency_key set claimed_until = ${fromNow(times.claim)}
          where ${isHeld(key, claim)}`.execute(tx)
        return numAffectedRows === 1n
      }),

    keep: (key, claim, { status, headers, body }) =>
      inScopeOf(database, key.subscriberId, async (tx) => {
        const { numAffectedRows } = await sql`
          update idempotency_key
          set claim = null, claimed_until = null, status = ${status}, headers = ${jsonb(headers)}, body = ${body}
          where ${isHeld(key, claim)}`.execute(tx)
        return numAffectedRows === 1n
      }),

    free: (key, claim) =>
      inScopeOf(database, key.subscriberId, async (tx) => {
        await sql`delete from idempotency_key where ${isHeld(key, claim)}`.execute(tx)
      }),
  }
}

async function sweep(tx: Kysely<Schema>, subscriberId: string, { keep }: IdempotencyTimes): Promise<void> {
  // Those that somebody else sweeps meanwhile are theirs.
  await sql`
    delete from idempotency_key where (caller, key) in (
      select caller, key from idempotency_key
      where subscriber_id = ${subscriberId} and first_used <= ${fromNow(-keep)}
      order by first_used limit ${sweptAtOnce} for update skip locked
    ) and subscriber_id = ${subscriberId}`.execute(tx)
}

async function isClaimed(
  tx: Kysely<Schema>,
  { subscriberId, caller, key }: IdempotencyKey,
  { request, claim }: { readonly request: string; readonly claim: string },
  times: IdempotencyTimes,
): Promise<boolean> {
  const { rows } = await sql`
    insert into idempotency_key as known (subscriber_id, caller, key, request, claim, claimed_until)
    values (${subscriberId}, ${caller}, ${key}, ${request}, ${claim}, ${fromNow(times.claim)})
    on conflict (subscriber_id, caller, key) do update set
      request = excluded.request, first_used = excluded.first_used, claim = excluded.claim,
      claimed_until = excluded.claimed_until, status = null, headers = null, body = null
    where known.first_used <= ${fromNow(-times.keep)}
      or (known.claimed_until <= statement_timestamp() and known.request = excluded.request)
    returning claim`.execute(tx)
  return rows.length === 1
}

/** What a key that could not be claimed stands for; undefined if it was freed meanwhile. */
async function standing(
  tx: Kysely<Schema>,
  { subscriberId, caller, key }: IdempotencyKey,
  request: string,
): Promise<KeyClaim | undefined> {
  const row = await tx
    .selectFrom('idempotency_key')
    .select(['request', 'status', 'headers', 'body'])
    .where('subscriber_id', '=', subscriberId)
    .where('caller', '=', caller)
    .where('key', '=', key)
    .executeTakeFirst()
  if (row === undefined) return undefined
  if (row.request !== request) return { kind: 'reused' }
  const answer = answerOf(row)
  return answer === undefined ? { kind: 'in-use' } : { kind: 'answered', answer }
}

/** A check of the table: there is all of an answer or nothing. */
function answerOf({ status, headers, body }: Partial<Nullable<KeptAnswer>>): KeptAnswer | undefined {
  if (status == null || headers == null || body == null) return undefined
  return { status, headers, body }
}

type Nullable<Shape> = { readonly [Name in keyof Shape]: Shape[Name] | null }

function isHeld({ subscriberId, caller, key }: IdempotencyKey, claim: string): RawBuilder<boolean> {
  return sql`subscriber_id = ${subscriberId} and caller = ${caller} and key = ${key} and claim = ${claim}`
}

function fromNow(milliseconds: number): RawBuilder<string> {
  return sql`statement_timestamp() + ${milliseconds}::float8 * interval '1 millisecond'`
}
