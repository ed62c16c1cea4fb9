import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { Company } from './company.js'
import { platformToken } from './company.js'

const summary = z.object({ Accepted: z.number(), Rejected: z.number() })
/** How often the record is looked at, in milliseconds. */
const look = 25

/** Feeds orders as the platform does, as NDJSON in one request. @throws Error unless all are accepted */
export async function feed({ server }: Company, subscriberId: string, lines: Buffer, count: number): Promise<void> {
  const response = await fetch(`${server.url}/Subscriber_${subscriberId}/Orders`, {
    method: 'POST',
    headers: { authorization: `Bearer ${platformToken()}`, 'content-type': 'application/x-ndjson' },
    body: new Uint8Array(lines),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`The feed was answered with ${response.status}: ${text.slice(0, 300)}`)
  const { Accepted } = summary.parse(JSON.parse(text))
  if (Accepted !== count) throw new Error(`${Accepted} of ${count} orders were accepted.`)
}

/** Asks for a sync and waits until it has succeeded. @throws Error if it fails, or leaves a packet that is not Sent */
export async function sync({ api, database }: Company, subscriberId: string): Promise<void> {
  const recordId = await api.sync(subscriberId, 'Xero')
  for (;;) {
    const [record] = await database.query<{ status: string }>(
      subscriberId,
      'select status from ledgerpost.sync_record where id = $1',
      [recordId],
    )
    if (record?.status === 'Success') break
    if (record?.status === 'Failed') throw new Error(`The sync ${recordId} failed.`)
    await wait(look)
  }
  const [unsent] = await database.query<{ status: string; count: string }>(
    subscriberId,
    `select status, count(*)::text as count from ledgerpost.packet_status where status <> 'Sent' group by status`,
  )
  if (unsent) throw new Error(`${unsent.count} packets are ${unsent.status} after the sync.`)
}
