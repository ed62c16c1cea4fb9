import type { JobQueue } from '@ledgerpost/engine'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../schema/schema.js'

export function restoration(tx: Kysely<Schema>): Pick<JobQueue, 'lookUpUntil' | 'saveLookUpUntil'> {
  return {
    async lookUpUntil() {
      const row = await tx.selectFrom('restoration').select('look_up_until').executeTakeFirst()
      return row?.look_up_until ?? null
    },

    async saveLookUpUntil(time) {
      await sql`
        insert into restoration (look_up_until) values (${time})
        on conflict (is_only) do update set look_up_until = excluded.look_up_until`.execute(tx)
    },
  }
}
