import type { Databases } from '@ledgerpost/chaos/scene'
import { orderFeed } from '@ledgerpost/server'
import { alternate, type Contender } from '../../runner/alternate.js'
import type { Race } from '../../runner/race.js'
import { fasterThan } from '../../runner/ratio.js'
import { rate } from '../../runner/time.js'
import { studioTerms } from '../../scene/books.js'
import { withDatabases } from '../../scene/databases.js'
import { chunksOf, orderLines } from '../../scene/orders.js'
import { type MadePacket, orderOf, packetsOf } from '../../scene/packets.js'
import { copyRows, readRows } from './copy.js'
import { saveByStore } from './ours.js'
import { saveByDrizzle } from './peers/drizzle.js'
import { saveRowByRow } from './peers/row-by-row.js'
import { integrationId, makeParents, subscriberId } from './scene.js'

const limit = 'COPY'

export const persist: Race = {
  name: 'persist',
  title: 'sealed packets into PostgreSQL with everything that hangs on them, fsync on, one connection',
  run: ({ databaseUrl, round, seed, ...context }) =>
    withDatabases(databaseUrl, async (databases) => {
      const packets = await makePackets(round === 'full' ? 50_000 : 3_000, seed)
      const filled = await databases.create()
      await makeParents(filled)
      await saveByStore(filled.url, packets)
      const rows = await readRows(filled.url, subscriberId)
      const contender = (
        name: string,
        role: Contender['role'],
        save: (url: string) => Promise<void>,
      ): Contender => ({
        name,
        role,
        run: () => onFreshDatabase(databases, (url) => rate(packets.length, () => save(url))),
      })
      const measures = await alternate(
        [
          contender('Ledgerpost', 'ours', (url) => saveByStore(url, packets)),
          contender(limit, 'limit', (url) => copyRows(url, subscriberId, rows)),
          contender('drizzle, 500 rows an insert', 'peer', (url) => saveByDrizzle(url, packets)),
          contender('a transaction a packet', 'peer', (url) => saveRowByRow(url, packets)),
        ],
        'packets/s',
        context,
      )
      return {
        measures,
        verdicts: [fasterThan(measures, limit, 0.75)],
        notes: [
          `${packets.length} packets in transactions of 500, each contender into tables with all constraints.`,
        ],
      }
    }),
}

async function onFreshDatabase(
  databases: Databases,
  work: (url: string) => Promise<number>,
): Promise<number> {
  const database = await databases.create()
  try {
    await makeParents(database)
    return await work(database.url)
  } finally {
    await database.drop()
  }
}

async function makePackets(orders: number, seed: number): Promise<readonly MadePacket[]> {
  const packets: MadePacket[] = []
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield* chunksOf(orderLines(orders, seed))
  }
  for await (const fed of orderFeed(bytes(), 'lines')) {
    if ('unreadable' in fed) throw new Error(fed.unreadable)
    packets.push(...packetsOf(orderOf(fed.input, studioTerms), integrationId))
  }
  return packets
}
