import { PgBoss } from 'pg-boss'
import type { Contender } from '../../../runner/alternate.js'
import { rate } from '../../../runner/time.js'
import { inLanes } from '../../queue/lanes.js'
import { openXeroLoop, plainSales } from './xero-client.js'

const queue = 'orders'

/** A job an order in pg-boss, and four workers that each book one after the other with xero-node. */
export async function openQueueAndLoop(
  databaseUrl: string,
  xeroUrl: string,
  { orders, seed }: { readonly orders: number; readonly seed: number },
): Promise<Contender & { close(): Promise<void> }> {
  const boss = new PgBoss({ connectionString: databaseUrl, supervise: false, schedule: false })
  await boss.start()
  await boss.createQueue(queue)
  const xero = await openXeroLoop(xeroUrl)
  return {
    name: 'pg-boss and a xero-node loop',
    role: 'peer',
    run: (round) => {
      const sales = plainSales(orders, seed, round)
      return rate(orders, async () => {
        await boss.insert(
          queue,
          sales.map((data) => ({ data })),
        )
        await inLanes(orders, async () => {
          const [job] = await boss.fetch<(typeof sales)[number]>(queue)
          if (!job) return 1
          await xero.pay(job.data, await xero.invoice(job.data))
          await boss.complete(queue, job.id)
          return 1
        })
      })
    },
    close: () => boss.stop({ graceful: false }),
  }
}
