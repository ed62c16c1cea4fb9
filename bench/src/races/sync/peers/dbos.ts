import { DBOS } from '@dbos-inc/dbos-sdk'
import type { Contender } from '../../../runner/alternate.js'
import { rate } from '../../../runner/time.js'
import type { PlatformOrder } from '../../map/peers/order.js'
import { inLanes } from '../../queue/lanes.js'
import { openXeroLoop, plainSales } from './xero-client.js'

/** A durable workflow an order: its invoice is a step, its payments are one. */
export async function openDbos(
  databaseUrl: string,
  xeroUrl: string,
  { orders, seed }: { readonly orders: number; readonly seed: number },
): Promise<Contender & { close(): Promise<void> }> {
  const xero = await openXeroLoop(xeroUrl)
  DBOS.setConfig({ name: 'bench', systemDatabaseUrl: databaseUrl, logLevel: 'error', runAdminServer: false })
  const book = DBOS.registerWorkflow(
    async (order: PlatformOrder) => {
      const invoiceId = await DBOS.runStep(() => xero.invoice(order), { name: 'invoice' })
      await DBOS.runStep(() => xero.pay(order, invoiceId), { name: 'pay' })
    },
    { name: 'book' },
  )
  await DBOS.launch()
  return {
    name: 'a DBOS workflow an order',
    role: 'peer',
    run: (round) => {
      const sales = [...plainSales(orders, seed, 1000 + round)]
      return rate(orders, () =>
        inLanes(orders, async () => {
          const order = sales.pop()
          if (order) await book(order)
          return 1
        }),
      )
    },
    close: () => DBOS.shutdown(),
  }
}
