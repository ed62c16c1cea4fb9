import { alternate, type Contender } from '../../runner/alternate.js'
import { median } from '../../runner/median.js'
import type { Race } from '../../runner/race.js'
import { fasterThan } from '../../runner/ratio.js'
import { seconds } from '../../runner/time.js'
import { type Company, startCompany } from '../../scene/company.js'
import { withDatabases } from '../../scene/databases.js'
import { orderLines } from '../../scene/orders.js'
import { feed, sync as runSync } from '../../scene/sync.js'
import { openDbos } from './peers/dbos.js'
import { openQueueAndLoop } from './peers/queue-and-loop.js'

/** Peers book fewer: a rate is compared with a rate. */
const sizes = { short: { orders: 2_000, ofPeers: 150 }, full: { orders: 100_000, ofPeers: 2_000 } }
/** Orders in a second. */
const wanted = 5_000

export const sync: Race = {
  name: 'sync',
  title:
    'orders from HTTP into PostgreSQL, packed, sent to the fake Xero over HTTP, its answers recorded; fsync on',
  run: ({ databaseUrl, round, seed, ...context }) =>
    withDatabases(databaseUrl, async (databases) => {
      const { orders, ofPeers } = sizes[round]
      const lines = orderLines(orders, seed)
      const company = await startCompany(await databases.create(), {
        subscribers: 1 + 2 * (context.repetitions + 1),
      })
      const { url: peerDatabase } = await databases.create()
      const work = { orders: ofPeers, seed }
      const loop = await openQueueAndLoop(peerDatabase, company.xero.url, work)
      const dbos = await openDbos(peerDatabase, company.xero.url, work)
      try {
        // The first organisation is the peers'.
        const places = { next: 1 }
        const ours = (name: string, summarise: boolean): Contender => ({
          name,
          role: 'ours',
          run: () => runOnce({ company, places, lines, orders, say: context.say }, summarise),
        })
        const measures = await alternate(
          [
            ours('Ledgerpost, a packet an order', false),
            ours('Ledgerpost, a packet a day', true),
            loop,
            dbos,
          ],
          'orders/s',
          context,
        )
        return {
          measures,
          verdicts: [
            {
              target: 'orders/s, a packet an order',
              value: median(measures[0]?.values ?? []),
              bound: { kind: 'at least', value: wanted },
            },
            fasterThan(measures, loop.name, 5),
            fasterThan(measures, dbos.name, 5),
          ],
          notes: [`${orders} orders of ours, ${ofPeers} of each peer.`],
        }
      } finally {
        await loop.close()
        await dbos.close()
        await company.close()
      }
    }),
}

interface Work {
  readonly company: Company
  readonly places: { next: number }
  readonly lines: Buffer
  readonly orders: number
  say(text: string): void
}

async function runOnce({ company, places, lines, orders, say }: Work, summarise: boolean): Promise<number> {
  const id = await company.configure(places.next, summarise)
  places.next += 1
  const fed = await seconds(() => feed(company, id, lines, orders))
  const synced = await seconds(() => runSync(company, id))
  say(
    `${summarise ? 'a packet a day' : 'a packet an order'}: fed in ${fed.toFixed(2)} s, synced in ${synced.toFixed(2)} s`,
  )
  return orders / (fed + synced)
}
