import type { DocumentSchema } from './document-schema.js'
import type { HistorySchema } from './history-schema.js'
import type { IdempotencySchema } from './idempotency-schema.js'
import type { IntegrationSchema } from './integration-schema.js'
import type { PacketSchema } from './packet-schema.js'
import type { SubscriberSchema } from './subscriber-schema.js'

/** The columns of all tables; the statements beside make them. */
export interface Schema
  extends
    SubscriberSchema,
    IntegrationSchema,
    HistorySchema,
    PacketSchema,
    DocumentSchema,
    IdempotencySchema {}
