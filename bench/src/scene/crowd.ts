import type { OwnDatabase } from '@ledgerpost/chaos/scene'
import { withClient } from './databases.js'
import { studioTerms } from './books.js'

/**
 * Adds subscribers, so many, each with an integration of its own, past row-level security and as many in one statement as
 * are asked for.
 */
export async function addCrowd(
  { url }: Pick<OwnDatabase, 'url'>,
  count: number,
  status: string,
): Promise<void> {
  await withoutIsolation(
    url,
    ['subscriber', 'integration'],
    [
      [
        `insert into ledgerpost.subscriber (id, region, terms)
       select 's' || n, 'US', $2::jsonb from generate_series(1, $1::int) as n`,
        [count, JSON.stringify(studioTerms)],
      ],
      [
        `insert into ledgerpost.integration
         (id, subscriber_id, type, is_current, status, preferences, inspection_times, cursor, last_modified_time)
       select 'i' || n, 's' || n, 'Xero', true, $2, $3::jsonb, '{}', 0, now() from generate_series(1, $1::int) as n`,
        [
          count,
          status,
          JSON.stringify({
            summarizeData: false,
            byLocation: false,
            startDate: null,
            lockedPeriod: 'hold',
            roundingTolerance: '0',
            syncAt: '00:00',
          }),
        ],
      ],
      [
        `insert into ledgerpost.lease (integration_id, subscriber_id)
       select 'i' || n, 's' || n from generate_series(1, $1::int) as n`,
        [count],
      ],
    ],
  )
}

/** Makes a job due for each of the first integrations, in the place of all jobs. A refresh of what is not linked does nothing. */
export async function refillJobs({ url }: Pick<OwnDatabase, 'url'>, count: number): Promise<void> {
  await withClient(url, async (client) => {
    await client.query('truncate ledgerpost.job')
    await client.query(
      `insert into ledgerpost.job (id, integration_id, subscriber_id, kind)
       select 'j' || n, 'i' || n, 's' || n, 'refresh' from generate_series(1, $1::int) as n`,
      [count],
    )
    await client.query('vacuum analyze ledgerpost.job')
    await client.query('vacuum analyze ledgerpost.lease')
  })
}

type Statement = readonly [text: string, values: readonly unknown[]]

/** Runs statements while row-level security is off for the tables, as no server ever does. */
export async function withoutIsolation(
  url: string,
  tables: readonly string[],
  statements: readonly Statement[],
): Promise<void> {
  await withClient(url, async (client) => {
    for (const table of tables)
      await client.query(`alter table ledgerpost.${table} disable row level security`)
    for (const [text, values] of statements) await client.query(text, [...values])
    for (const table of tables) {
      await client.query(`alter table ledgerpost.${table} enable row level security`)
      await client.query(`vacuum analyze ledgerpost.${table}`)
    }
  })
}

/** Makes the scheduled sync of every integration due, as at midnight, and forgets what earlier ones left. */
export async function makeSchedulesDue({ url }: Pick<OwnDatabase, 'url'>): Promise<void> {
  await withoutIsolation(
    url,
    ['integration', 'sync_record', 'sync_state'],
    [
      ['truncate ledgerpost.job', []],
      ['alter table ledgerpost.sync_state disable trigger user', []],
      ['delete from ledgerpost.sync_state', []],
      ['delete from ledgerpost.sync_record', []],
      ['alter table ledgerpost.sync_state enable trigger user', []],
      ['truncate ledgerpost.schedule', []],
      [
        `insert into ledgerpost.schedule (integration_id, subscriber_id, due_at)
       select id, subscriber_id, now() - interval '1 second' from ledgerpost.integration`,
        [],
      ],
    ],
  )
}
