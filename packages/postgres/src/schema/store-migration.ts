import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { appendOnly } from './append-only.js'
import { applicationRole } from './application-role.js'
import { commonTables } from './common-tables.js'
import { documentTables } from './document-tables.js'
import { historyTables } from './history-tables.js'
import { idempotencyTables } from './idempotency-tables.js'
import { integrationTables } from './integration-tables.js'
import { isolation } from './isolation.js'
import { jobTables } from './job-tables.js'
import { packetRules } from './packet-rules.js'
import { packetTables } from './packet-tables.js'
import { subscriberTables } from './subscriber-tables.js'
import { syncRules } from './sync-rules.js'
import { configurationViews } from './views/configuration-views.js'
import { historyViews } from './views/history-views.js'
import { orderViews } from './views/order-views.js'
import { packetViews } from './views/packet-views.js'
import { valueFunctions } from './views/value-functions.js'

/** Creates all tables of the store. */
export const storeMigration: Migration = {
  async up(database) {
    const statements = [
      ...applicationRole,
      ...subscriberTables,
      ...integrationTables,
      ...historyTables,
      ...packetTables,
      ...packetRules,
      ...syncRules,
      ...documentTables,
      ...jobTables,
      ...commonTables,
      ...idempotencyTables,
      ...valueFunctions,
      ...orderViews,
      ...configurationViews,
      ...historyViews,
      ...packetViews,
      ...isolation,
      ...appendOnly,
    ]
    // Each builds on the ones before.
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}
