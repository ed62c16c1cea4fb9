import { z } from 'zod'

/** What `ledgerpost demo` can be told. */
export const demoOptions = z.object({
  /** The reader's own orders, NDJSON; the studio is played otherwise. */
  orders: z.string().optional(),
  to: z.enum(['plain-text', 'xero']).default('plain-text'),
  /** Where the figures are written; true is the standard output. */
  json: z.union([z.string(), z.literal(true)]).optional(),
  directory: z.string().default('.ledgerpost/demo'),
  perOrder: z.boolean().default(false),
  /** How often the server is killed half-way. */
  kill: z.coerce.number().int().min(0).max(20).default(0),
  seed: z.coerce.number().int().default(1),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as EUR')
    .default('USD'),
  timeZone: z.string().default('UTC'),
})

export type DemoOptions = z.output<typeof demoOptions>
