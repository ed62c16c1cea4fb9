import { until } from '../patience.js'
import type { Stage } from '../stage.js'

/** A job that comes again and again by itself, and when it has something to do. */
export interface Recurring {
  readonly kind: 'sweep' | 'keep-alive'
  /** How far the clock of the process that does it is ahead, in milliseconds. */
  readonly clockAhead: number
}

const day = 24 * 3_600_000

export const recurring = {
  swept: { kind: 'sweep', clockAhead: day + 3_600_000 },
  'kept-alive': { kind: 'keep-alive', clockAhead: 21 * day },
} as const satisfies Record<string, Recurring>

/** How long the job may take, in milliseconds. */
const longestJob = 45_000

/** Has the subscriber's job done now. The database's clock cannot be set, so it is told that the job is due. */
export async function makeDue(stage: Stage, subscriberId: string, { kind }: Recurring): Promise<void> {
  const due = await stage.database.query(
    '',
    `update ledgerpost.job set due_at = statement_timestamp() where subscriber_id = $1 and kind = $2 returning id`,
    [subscriberId, kind],
  )
  if (due.length !== 1)
    throw new Error(`${subscriberId} has ${due.length} jobs of the kind ${kind}, not one.`)
}

/** Resolves once the job is done and the next one is planned. */
export async function untilDone(stage: Stage, subscriberId: string, { kind }: Recurring): Promise<void> {
  await until(longestJob, `The ${kind} job of ${subscriberId}`, async () => {
    // A job that failed is put off.
    await stage.database.query(
      '',
      `update ledgerpost.job set due_at = statement_timestamp()
       where subscriber_id = $1 and kind = $2 and attempts > 0 and due_at > statement_timestamp()`,
      [subscriberId, kind],
    )
    const jobs = await stage.database.query<{ isOpen: boolean }>(
      '',
      `select attempts > 0 or due_at <= statement_timestamp() as "isOpen" from ledgerpost.job
       where subscriber_id = $1 and kind = $2`,
      [subscriberId, kind],
    )
    return jobs.every(({ isOpen }) => !isOpen)
  })
}

/** Sentences: every document that was sent is swept once, and none deviates. */
export async function faultsOfSweep(stage: Stage, subscriberId: string): Promise<readonly string[]> {
  const rows = await stage.database.query<{ reference: string; sweeps: number; deviation: string | null }>(
    subscriberId,
    `select reference, count(found.number)::int as sweeps, max(found.deviation) as deviation
     from ledgerpost.document left join ledgerpost.document_sweep as found using (integration_id, reference)
     where document.submission_id is not null group by reference`,
  )
  return rows.flatMap(({ reference, sweeps, deviation }) => [
    ...(sweeps === 1 ? [] : [`${reference} was swept ${sweeps} times`]),
    ...(deviation === null ? [] : [`a sweep says of ${reference}: ${deviation}`]),
  ])
}
