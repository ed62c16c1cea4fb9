import { type Integration, type IntegrationStore, NotStored } from '@ledgerpost/engine'
import { type Expression, type Kysely, type SqlBool, sql } from 'kysely'
import type { Schema } from '../schema/schema.js'
import { allValues, changedValues, integrationColumns, integrationOf } from './integration-row.js'

type Integrations = Pick<
  IntegrationStore,
  | 'integration'
  | 'integrationById'
  | 'lockIntegration'
  | 'integrationByOrganisation'
  | 'createIntegration'
  | 'updateIntegration'
  | 'replaceCurrentIntegration'
>

export function integrations(tx: Kysely<Schema>): Integrations {
  async function find(
    condition: Expression<SqlBool>,
    { isLocking = false } = {},
  ): Promise<Integration | undefined> {
    const row = await tx
      .selectFrom('integration')
      .select(integrationColumns)
      .where(condition)
      // Not `for update`: rows that refer to it may be added meanwhile.
      .$if(isLocking, (query) => query.forNoKeyUpdate())
      .executeTakeFirst()
    return row && integrationOf(row)
  }

  async function insert(integration: Integration): Promise<void> {
    const { id, subscriberId, type, ...rest } = integration
    await tx
      .with('created', (with_) =>
        with_
          .insertInto('integration')
          .values({ id, subscriber_id: subscriberId, type, is_current: true, ...allValues(rest) })
          .onConflict((conflict) =>
            conflict.columns(['subscriber_id', 'type']).where('is_current', '=', sql.lit(true)).doNothing(),
          )
          .returning('id'),
      )
      .insertInto('lease')
      .columns(['integration_id'])
      .expression((select) => select.selectFrom('created').select('id'))
      .execute()
  }

  return {
    integration: (subscriberId, type) =>
      find(sql`subscriber_id = ${subscriberId} and type = ${type} and is_current`),

    integrationById: (id) => find(sql`id = ${id}`),

    lockIntegration: (id) => find(sql`id = ${id}`, { isLocking: true }),

    integrationByOrganisation: (subscriberId, type, organisationId) =>
      find(sql`subscriber_id = ${subscriberId} and type = ${type} and organisation_id = ${organisationId}`),

    createIntegration: insert,

    async updateIntegration(id, change) {
      const values = changedValues(change)
      if (Object.values(values).every((value) => value === undefined)) return
      const { numUpdatedRows } = await tx
        .updateTable('integration')
        .set(values)
        .where('id', '=', id)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) throw new NotStored(`Integration ${id}`)
    },

    async replaceCurrentIntegration(currentId, replacement) {
      const { id, subscriberId, type } = replacement
      const setCurrent = (which: string, isCurrent: boolean) =>
        tx
          .updateTable('integration')
          .set({ is_current: isCurrent })
          .where('id', '=', which)
          .where('subscriber_id', '=', subscriberId)
          .where('type', '=', type)
          .where('is_current', '=', !isCurrent)
          .executeTakeFirst()
      const { numUpdatedRows: retired } = await setCurrent(currentId, false)
      if (retired === 0n) throw new NotStored(`Integration ${currentId} as the current one of its type`)
      const { numUpdatedRows: revived } = await setCurrent(id, true)
      if (revived === 0n) await insert(replacement)
    },
  }
}
