import type { Client } from 'pg'
import { z } from 'zod'
import { withClient } from '../../../scene/databases.js'
import type { MadePacket } from '../../../scene/packets.js'
import { subscriberId } from '../scene.js'
import { followingRows, packetRow } from './rows.js'

/** Each packet in a transaction of its own, each row in a statement of its own. */
export async function saveRowByRow(url: string, packets: readonly MadePacket[]): Promise<void> {
  await withClient(url, async (client) => {
    await client.query(`select set_config('app.subscriber', $1, false)`, [subscriberId])
    for (const packet of packets) {
      await client.query('begin')
      const ordinal = z
        .string()
        .parse((await insert(client, 'packet', packetRow(packet), ' returning ordinal::text')).ordinal)
      for (const [table, rows] of Object.entries(followingRows(packet, ordinal))) {
        for (const row of rows) await insert(client, table, row)
      }
      await client.query('commit')
    }
  })
}

async function insert(
  client: Client,
  table: string,
  row: Readonly<Record<string, unknown>>,
  returning = '',
): Promise<Record<string, unknown>> {
  const columns = Object.keys(row)
  const places = columns.map((_, index) => `$${index + 1}`)
  const { rows } = await client.query<Record<string, unknown>>({
    name: table,
    text: `insert into ledgerpost.${table} (${columns.join(', ')}) values (${places.join(', ')})${returning}`,
    values: Object.values(row).map((value) =>
      typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
    ),
  })
  return rows[0] ?? {}
}
