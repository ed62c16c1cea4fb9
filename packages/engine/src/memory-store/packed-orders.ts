import type { PacketStore } from '../ports/packet-store.js'
import { immutableCopy } from './immutable-copy.js'
import { requireIntegration } from './integrations.js'
import { foreignRow, twiceInOneCall } from './rule-broken.js'
import type { State } from './state.js'
import { pairKey } from './table.js'

export function packedOrders(state: State): Pick<PacketStore, 'packedOrders' | 'savePackedOrders'> {
  return {
    async packedOrders(integrationId, orderIds) {
      return [...new Set(orderIds)].flatMap(
        (orderId) => state.own(state.packedOrders.get(pairKey(integrationId, orderId)))?.value ?? [],
      )
    },

    async savePackedOrders(integrationId, saved) {
      const orderIds = new Set<string>()
      for (const { orderId, contribution } of saved) {
        if (orderIds.has(orderId)) throw twiceInOneCall(`Order ${orderId}`)
        orderIds.add(orderId)
        const known = state.packedOrders.get(pairKey(integrationId, orderId))
        if (known && !state.own(known)) throw foreignRow(`A packed order of integration ${integrationId}`)
        const value = immutableCopy({ orderId, contribution })
        state.packedOrders.put({ subscriberId: state.scope, integrationId, value })
      }
      if (saved.length > 0) requireIntegration(state, integrationId)
    },
  }
}
