import { z } from 'zod'

const count = z.number().int()

export const noAnswer = z.undefined()

export const linkAnswer = z.object({ AuthorisationUrl: z.string().nullable() })

const named = z.object({ Id: z.string(), Name: z.string() })

/** Of an AccountingIntegration, what the demo needs. */
export const accountingIntegration = z.object({
  Status: count,
  IntegrationConfiguration: z.object({ Accounts: z.array(named), TaxRates: z.array(named) }).nullable(),
})

export const queuedSync = z.object({ Id: z.string() })

export const feedSummary = z.object({
  Accepted: count,
  Unchanged: count,
  Stale: count,
  Rejected: count,
  Errors: z.array(
    z.object({
      Position: count,
      OrderId: z.string().nullable(),
      Problems: z.array(z.object({ Member: z.string(), Problem: z.string() })),
    }),
  ),
})

const state = z.object({ Status: z.string(), Message: z.string().nullable() })

export const syncRecord = z.object({
  Id: z.string(),
  States: z.array(state),
  Outcome: z.object({
    Read: count,
    Packed: count,
    Unchanged: count,
    Excluded: count,
    Pending: count,
    Held: count,
    Sending: count,
    Sent: count,
    Rejected: count,
    InDoubt: count,
  }),
})

export const syncPacket = z.object({ Documents: z.array(z.unknown()), States: z.array(state) })

export const exclusion = z.object({ OrderId: z.string(), Reason: z.string(), Message: z.string() })

/** A page of a collection. */
export function pageOf<Entry>(entry: z.ZodType<Entry>) {
  return z.object({ value: z.array(entry), '@odata.nextLink': z.string().optional() })
}

export type FeedSummary = z.output<typeof feedSummary>
export type SyncOutcome = z.output<typeof syncRecord>
export type Exclusion = z.output<typeof exclusion>
type Named = z.output<typeof named>

/** What the integrator offers to map to. */
export interface Targets {
  readonly Accounts: readonly Named[]
  readonly TaxRates: readonly Named[]
}
