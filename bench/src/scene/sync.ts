import { once } from 'node:events'
import { request } from 'node:http'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { type Company, platformToken } from './company.js'
import { chunksOf } from './orders.js'

const summary = z.object({ Accepted: z.number(), Rejected: z.number() })
/** How often the record is looked at, in milliseconds. */
const look = 25

/** Feeds orders as the platform does, as NDJSON in one request. @throws Error unless all are accepted */
export function feed(company: Company, subscriberId: string, lines: Buffer, count: number): Promise<void> {
  return feedStream(company, subscriberId, chunksOf(lines), count)
}

/** The same, from bytes that are made as they are sent. */
export async function feedStream(
  { server }: Company,
  subscriberId: string,
  lines: Iterable<Buffer>,
  count: number,
): Promise<void> {
  const outgoing = request(`${server.url}/Subscriber_${subscriberId}/Orders`, {
    method: 'POST',
    headers: { authorization: `Bearer ${platformToken()}`, 'content-type': 'application/x-ndjson' },
  })
  const answered = once(outgoing, 'response')
  await pipeline(Readable.from(lines), outgoing)
  const [response] = await answered
  const answer = await text(response)
  if (response.statusCode !== 200)
    throw new Error(`The feed was answered with ${response.statusCode}: ${answer.slice(0, 300)}`)
  const { Accepted } = summary.parse(JSON.parse(answer))
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
