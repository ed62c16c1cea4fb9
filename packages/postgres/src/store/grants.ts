import type { GrantStore } from '@ledgerpost/engine'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema/schema.js'

export function grantStore(tx: Kysely<Schema>): GrantStore {
  return {
    async grant(id) {
      return tx
        .selectFrom('token_grant')
        .select(['id', 'sealed', 'version'])
        .where('id', '=', id)
        .executeTakeFirst()
    },

    async createGrant({ id, sealed, version }) {
      await tx.insertInto('token_grant').values({ id, sealed, version }).execute()
    },

    async replaceGrant({ id, sealed, version }) {
      const { numUpdatedRows } = await tx
        .updateTable('token_grant')
        .set({ sealed, version })
        .where('id', '=', id)
        .where('version', '=', version - 1)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },

    async removeGrant(id) {
      await tx.deleteFrom('token_grant').where('id', '=', id).execute()
    },
  }
}
