import { linkByOAuth } from '@ledgerpost/testkit/conformance'
import { createXeroAdapter } from '@ledgerpost/adapter-xero'
import { tenantAt } from '@ledgerpost/chaos/scene'
import { systemClock } from '@ledgerpost/server'
import { XeroClient } from 'xero-node'
import { silentLogger } from '../../../scene/logger.js'
import { firstRevisions } from '../../../scene/orders.js'
import { asOrder } from '../../map/peers/by-hand.js'
import type { PlatformOrder } from '../../map/peers/order.js'
import { invoiceOf, paymentsOf } from '../../map/peers/xero-node.js'

/** Books orders as one would with xero-node: one after the other, each with a call for the invoice and one for its payments. */
export interface XeroLoop {
  invoice(order: PlatformOrder): Promise<string>
  pay(order: PlatformOrder, invoiceId: string): Promise<void>
}

export async function openXeroLoop(url: string): Promise<XeroLoop> {
  const adapter = createXeroAdapter({
    clientId: 'fake-client',
    clientSecret: 'fake-secret',
    apiUrl: url,
    identityUrl: url,
  })
  const tokens = await linkByOAuth(adapter, { fetch, clock: systemClock, logger: silentLogger })
  const client = new XeroClient()
  client.setTokenSet({ access_token: await tokens.accessToken() })
  client.accountingApi.basePath = `${url}/api.xro/2.0`
  const tenant = tenantAt(0)
  return {
    async invoice(order) {
      const { body } = await client.accountingApi.createInvoices(tenant, { invoices: [invoiceOf(order)] })
      const id = body.invoices?.[0]?.invoiceID
      if (id === undefined) throw new Error(`Order ${order.Id} has no invoice.`)
      return id
    },
    async pay(order, invoiceId) {
      await client.accountingApi.createPayments(tenant, { payments: paymentsOf(order, invoiceId) })
    },
  }
}

/** Sales that bring money in: what the loop can book. Their ids are of their own round, since Xero takes each number once. */
export function plainSales(count: number, seed: number, round: number): readonly PlatformOrder[] {
  const sales: PlatformOrder[] = []
  for (const order of firstRevisions(count * 3, seed)) {
    const isPlain =
      order.Type === 'Sale' &&
      Number(order.Cost.Total) > 0 &&
      order.Payments.every(({ Amount }) => Number(Amount) > 0)
    if (isPlain) sales.push(asOrder({ ...order, Id: `${round}-${order.Id}` }))
    if (sales.length === count) break
  }
  return sales
}
