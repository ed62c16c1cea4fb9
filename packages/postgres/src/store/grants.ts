import type { GrantStore } from '@ledgerpost/engine'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../schema/schema.js'
import { fromNow } from './lease-times.js'

export function grantStore(tx: Kysely<Schema>): GrantStore {
  return {
    async grant(id) {
      return tx
        .selectFrom('token_grant')
        .select(['id', 'sealed', 'version'])
        .where('id', '=', id)
        .executeTakeFirst()
    },

    async grants() {
      return tx.selectFrom('token_grant').select(['id', 'sealed', 'version']).orderBy('id').execute()
    },

    async createGrant({ id, sealed, version }) {
      await tx.insertInto('token_grant').values({ id, sealed, version }).execute()
    },

    async claimGrant({ id, version }, claimant, milliseconds) {
      const { numAffectedRows } = await sql`
        update token_grant set claimant = ${claimant}, claimed_until = ${fromNow(milliseconds)}
        where id = ${id} and version = ${version} and claimed_until <= statement_timestamp()`.execute(tx)
      return numAffectedRows === 1n
    },

    async replaceGrant({ id, sealed, version }, claimant) {
      const { numAffectedRows } = await sql`
        update token_grant set
          sealed = ${sealed}, version = ${version}, claimant = null, claimed_until = '-infinity'
        where id = ${id} and version = ${version - 1} and claimant = ${claimant}`.execute(tx)
      return numAffectedRows === 1n
    },

    async releaseGrant(id, claimant) {
      await sql`
        update token_grant set claimant = null, claimed_until = '-infinity'
        where id = ${id} and claimant = ${claimant}`.execute(tx)
    },

    async removeGrant(id) {
      await tx.deleteFrom('token_grant').where('id', '=', id).execute()
    },
  }
}
