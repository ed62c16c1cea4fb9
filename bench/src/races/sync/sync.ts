import { alternate, type Contender } from '../../runner/alternate.js'
import type { Race } from '../../runner/race.js'
import { seconds } from '../../runner/time.js'
import { type Company, startCompany } from '../../scene/company.js'
import { withDatabases } from '../../scene/databases.js'
import { orderLines } from '../../scene/orders.js'
import { feed, sync as runSync } from '../../scene/sync.js'

export const sync: Race = {
  name: 'sync',
  title:
    'orders from HTTP into PostgreSQL, packed, sent to the fake Xero over HTTP, its answers recorded; fsync on',
  run: ({ databaseUrl, round, seed, ...context }) =>
    withDatabases(databaseUrl, async (databases) => {
      const count = round === 'full' ? 100_000 : 5_000
      const lines = orderLines(count, seed)
      const company = await startCompany(await databases.create(), {
        subscribers: 2 * (context.repetitions + 1),
      })
      try {
        const places = { next: 0 }
        const ours = (name: string, summarise: boolean): Contender => ({
          name,
          role: 'ours',
          run: () => runOnce(company, places, summarise, lines, count, context.say),
        })
        const measures = await alternate(
          [ours('Ledgerpost, a packet an order', false), ours('Ledgerpost, a packet a day', true)],
          'orders/s',
          context,
        )
        return { measures, verdicts: [], notes: [`${count} orders.`] }
      } finally {
        await company.close()
      }
    }),
}

async function runOnce(
  company: Company,
  places: { next: number },
  summarise: boolean,
  lines: Buffer,
  count: number,
  say: (text: string) => void,
): Promise<number> {
  const id = await company.configure(places.next, summarise)
  places.next += 1
  const fed = await seconds(() => feed(company, id, lines, count))
  const synced = await seconds(() => runSync(company, id))
  say(`fed in ${fed.toFixed(2)} s, synced in ${synced.toFixed(2)} s`)
  return count / (fed + synced)
}
