import type { JobQueue, JobStore } from '@ledgerpost/engine'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../schema/schema.js'

export function dueSchedules(tx: Kysely<Schema>): Pick<JobQueue, 'dueSchedules'> {
  return {
    async dueSchedules(time, limit) {
      return tx
        .selectFrom('schedule')
        .select(['subscriber_id as subscriberId', 'integration_id as integrationId'])
        .where('due_at', '<=', time)
        .orderBy('due_at')
        .orderBy('integration_id')
        .limit(limit)
        .execute()
    },
  }
}

/** No policy protects the table, which is looked through before it is known whose schedule is due. */
const isOwn = sql<boolean>`schedule.subscriber_id = current_setting('app.subscriber')`

export function schedules(tx: Kysely<Schema>): Pick<JobStore, 'lockSchedule' | 'saveSchedule'> {
  return {
    async lockSchedule(integrationId) {
      const row = await tx
        .selectFrom('schedule')
        .select('due_at')
        .where('integration_id', '=', integrationId)
        .where(isOwn)
        .forUpdate()
        .executeTakeFirst()
      return row?.due_at ?? null
    },

    async saveSchedule(integrationId, dueAt) {
      if (dueAt === null) {
        await tx.deleteFrom('schedule').where('integration_id', '=', integrationId).where(isOwn).execute()
        return
      }
      await sql`
        insert into schedule (integration_id, subscriber_id, due_at)
        values (${integrationId}, current_setting('app.subscriber'), ${dueAt})
        on conflict (integration_id) do update set due_at = excluded.due_at
        where ${isOwn}`.execute(tx)
    },
  }
}
