import type { Instant } from '@ledgerpost/core'
import { NotStored, type SyncRecord, type SyncStore } from '@ledgerpost/engine'
import { type Kysely, type RawBuilder, type Selectable, sql } from 'kysely'
import type { Schema } from '../schema/schema.js'

type SyncRecords = Pick<
  SyncStore,
  | 'openSyncRecord'
  | 'syncRecord'
  | 'syncRecords'
  | 'addSyncState'
  | 'syncStates'
  | 'lastSuccess'
  | 'setSyncRange'
>

export function syncRecords(tx: Kysely<Schema>): SyncRecords {
  async function addState(
    recordId: string,
    status: SyncRecord['status'],
    time: string,
    message: string | null,
  ) {
    await tx.insertInto('sync_state').values({ record_id: recordId, status, time, message }).execute()
  }

  return {
    async openSyncRecord({ id, integrationId, userId, userName, time }) {
      // An open record that hinders the insertion may end before it is read: then the way is free.
      for (;;) {
        const { rows: created } = await sql`
          insert into sync_record (id, integration_id, subscriber_id, user_id, user_name, status, created_time)
          select ${id}, id, subscriber_id, ${userId}, ${userName}, 'Queued', ${time}
          from integration where id = ${integrationId}
          on conflict (integration_id) where status in ('Queued', 'InProgress') do nothing
          returning id`.execute(tx)
        if (created.length > 0) {
          await addState(id, 'Queued', time, null)
          return { id, isNew: true }
        }
        const open = await tx
          .selectFrom('sync_record')
          .select('id')
          .where('integration_id', '=', integrationId)
          .where(sql<boolean>`status in ('Queued', 'InProgress')`)
          .executeTakeFirst()
        if (open) return { id: open.id, isNew: false }
        const integration = await tx
          .selectFrom('integration')
          .select('id')
          .where('id', '=', integrationId)
          .executeTakeFirst()
        if (!integration) throw new NotStored(`Integration ${integrationId}`)
      }
    },

    async syncRecord(id) {
      const { rows } = await select(sql`id = ${id}`).execute(tx)
      return rows.map(recordOf)[0]
    },

    async syncRecords(subscriberId, { before, limit }) {
      const isBefore =
        before === null
          ? sql`true`
          : sql`(created_time, id) < (
              select created_time, id from sync_record where id = ${before} and subscriber_id = ${subscriberId}
            )`
      const { rows } = await sql<RecordRow>`
        ${select(sql`subscriber_id = ${subscriberId} and ${isBefore}`)}
        order by created_time desc, id desc limit ${limit}`.execute(tx)
      return rows.map(recordOf)
    },

    async addSyncState(recordId, { status, time, message }) {
      const { numUpdatedRows } = await tx
        .updateTable('sync_record')
        .set({ status })
        .where('id', '=', recordId)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) throw new NotStored(`Sync record ${recordId}`)
      await addState(recordId, status, time, message)
    },

    async syncStates(recordId) {
      return tx
        .selectFrom('sync_state')
        .select(['status', 'time', 'message'])
        .where('record_id', '=', recordId)
        .orderBy('number')
        .execute()
    },

    async lastSuccess(integrationId) {
      const { rows } = await sql<{ time: Instant }>`
        select time from (
          select id from sync_record
          where integration_id = ${integrationId} and status = 'Success'
            and subscriber_id = (select subscriber_id from integration where id = ${integrationId})
          order by created_time desc, id desc limit 1
        ) as newest join sync_state on record_id = newest.id
        where status = 'Success' order by number desc limit 1`.execute(tx)
      return rows[0]?.time ?? null
    },

    async setSyncRange(recordId, after, through) {
      const { numUpdatedRows } = await tx
        .updateTable('sync_record')
        .set({ range_after: after, range_through: through })
        .where('id', '=', recordId)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) throw new NotStored(`Sync record ${recordId}`)
    },
  }
}

type RecordRow = Omit<Selectable<Schema['sync_record']>, 'subscriber_id'> & {
  readonly minorUnitsIn: Readonly<Record<string, string>>
}

function select(condition: RawBuilder<unknown>): RawBuilder<RecordRow> {
  return sql`
    select
      id, integration_id, user_id, user_name, status, created_time,
      range_after, range_through, read, packed, unchanged, excluded,
      (
        select coalesce(json_object_agg(currency, minor_units::text), '{}')
        from sync_sum where sync_sum.record_id = sync_record.id
      ) as "minorUnitsIn"
    from sync_record where ${condition}`
}

function recordOf(row: RecordRow): SyncRecord {
  return {
    id: row.id,
    integrationId: row.integration_id,
    userId: row.user_id,
    userName: row.user_name,
    status: row.status,
    createdTime: row.created_time,
    after: row.range_after,
    through: row.range_through,
    read: Number(row.read),
    packed: Number(row.packed),
    unchanged: Number(row.unchanged),
    excluded: Number(row.excluded),
    minorUnitsIn: Object.fromEntries(
      Object.entries(row.minorUnitsIn).map(([currency, sum]) => [currency, BigInt(sum)]),
    ),
  }
}
