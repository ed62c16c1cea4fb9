import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { Client } from 'pg'
import { from, to } from 'pg-copy-streams'
import { withClient } from '../../scene/databases.js'

/** The tables that packets are kept in, each with its columns that are not computed, parents first. */
const tables = {
  packet:
    'ordinal, key, subscriber_id, integration_id, record_id, series_key, series, sequence, business_date, location_id, currency, request_items, payments, cells, net_amount, tax_amount, total, evidence',
  packet_status: 'packet_ordinal, subscriber_id, integration_id, record_id, status',
  packet_state: 'packet_ordinal, subscriber_id, number, status, time',
  packet_share: 'packet_ordinal, subscriber_id, order_id, digest',
  packed_order: 'integration_id, subscriber_id, order_id, contribution',
} as const
type Table = keyof typeof tables

const names = Object.keys(tables).filter((name): name is Table => name in tables)
/** As many lines as one COPY takes: as many as a sync packs in one transaction. */
const chunk = 500

/** The rows of all tables as COPY writes them, by table. */
export type CopiedRows = ReadonlyMap<Table, readonly string[]>

export function readRows(url: string, subscriberId: string): Promise<CopiedRows> {
  return inScope(url, subscriberId, async (client) => {
    const rows = new Map<Table, readonly string[]>()
    for (const table of names) {
      const copied = await text(
        client.query(to(`copy (select ${tables[table]} from ledgerpost.${table} order by 1) to stdout`)),
      )
      rows.set(table, copied.split('\n').slice(0, -1))
    }
    return rows
  })
}

/** COPY into the same tables, in transactions of as many rows as ours. */
export async function copyRows(url: string, subscriberId: string, rows: CopiedRows): Promise<void> {
  await inScope(url, subscriberId, async (client) => {
    const most = Math.max(...names.map((table) => rows.get(table)?.length ?? 0))
    for (let start = 0; start < most; start += chunk) {
      await client.query('begin')
      for (const table of names) {
        const lines = rows.get(table)?.slice(start, start + chunk) ?? []
        const target = client.query(from(`copy ledgerpost.${table} (${tables[table]}) from stdin`))
        await pipeline(Readable.from([`${lines.join('\n')}\n`]), target)
      }
      await client.query('commit')
    }
  })
}

function inScope<Result>(
  url: string,
  subscriberId: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  return withClient(url, async (client) => {
    await client.query(`select set_config('app.subscriber', $1, false)`, [subscriberId])
    // COPY does not know row-level security: it is the limit without it.
    for (const table of names)
      await client.query(`alter table ledgerpost.${table} disable row level security`)
    return work(client)
  })
}
