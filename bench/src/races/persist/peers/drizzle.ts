import { drizzle } from 'drizzle-orm/node-postgres'
import { bigint, date, integer, jsonb, pgSchema, text, timestamp } from 'drizzle-orm/pg-core'
import { withClient } from '../../../scene/databases.js'
import type { MadePacket } from '../../../scene/packets.js'
import { subscriberId } from '../scene.js'
import { followingRows, packetRow } from './rows.js'

const schema = pgSchema('ledgerpost')
const amount = () => bigint({ mode: 'bigint' })
const own = () => ({ packet_ordinal: amount(), subscriber_id: text() })

const packetTable = schema.table('packet', {
  ordinal: amount().generatedAlwaysAsIdentity(),
  key: text(),
  subscriber_id: text(),
  integration_id: text(),
  record_id: text(),
  series_key: text(),
  series: jsonb(),
  sequence: integer(),
  business_date: date({ mode: 'string' }),
  location_id: text(),
  currency: text(),
  request_items: jsonb(),
  payments: jsonb(),
  cells: jsonb(),
  net_amount: amount(),
  tax_amount: amount(),
  total: amount(),
  evidence: text(),
})
const statusTable = schema.table('packet_status', {
  ...own(),
  integration_id: text(),
  record_id: text(),
  status: text(),
})
const stateTable = schema.table('packet_state', {
  ...own(),
  status: text(),
  time: timestamp({ mode: 'string' }),
})
const shareTable = schema.table('packet_share', { ...own(), order_id: text(), digest: text() })
const packedTable = schema.table('packed_order', {
  integration_id: text(),
  subscriber_id: text(),
  order_id: text(),
  contribution: jsonb(),
})

/** As many as a sync packs in one transaction. */
const chunk = 500

/** An ORM with one insertion of many rows for each table, in transactions as large as ours. */
export async function saveByDrizzle(url: string, packets: readonly MadePacket[]): Promise<void> {
  await withClient(url, async (client) => {
    await client.query(`select set_config('app.subscriber', $1, false)`, [subscriberId])
    const database = drizzle(client)
    for (let start = 0; start < packets.length; start += chunk) {
      const some = packets.slice(start, start + chunk)
      await database.transaction(async (transaction) => {
        const made = await transaction
          .insert(packetTable)
          .values(
            some.map(packetRow).map((row) => ({
              ...row,
              net_amount: BigInt(row.net_amount),
              tax_amount: BigInt(row.tax_amount),
              total: BigInt(row.total),
            })),
          )
          .returning({ ordinal: packetTable.ordinal })
        const following = some.map((packet, index) => {
          const ordinal = made[index]?.ordinal
          if (ordinal === undefined) throw new Error(`Packet ${packet.packet.key} has no ordinal.`)
          return { ordinal, rows: followingRows(packet, ordinal.toString()) }
        })
        const numbered = <Row extends object>(
          rowsOf: (rows: ReturnType<typeof followingRows>) => readonly Row[],
        ) =>
          following.flatMap(({ ordinal, rows }) =>
            rowsOf(rows).map((row) => ({ ...row, packet_ordinal: ordinal })),
          )
        await transaction.insert(statusTable).values(numbered((rows) => rows.packet_status))
        await transaction.insert(stateTable).values(numbered((rows) => rows.packet_state))
        await transaction.insert(shareTable).values(numbered((rows) => rows.packet_share))
        await transaction.insert(packedTable).values(following.flatMap(({ rows }) => rows.packed_order))
      })
    }
  })
}
