import { NotStored } from '../errors.js'
import type { OrderStore } from '../ports/order-store.js'
import { immutableCopy } from './immutable-copy.js'
import { canonicalInstant } from './instant.js'
import { checkFailed, duplicate, int8, twiceInOneCall } from './rule-broken.js'
import type { State } from './state.js'
import { requireSubscriber } from './subscribers.js'
import { pairKey } from './table.js'

const longestSourceName = 500

export function orders(state: State): OrderStore {
  return {
    async reserveSequence(subscriberId, count) {
      const row = subscriberId === state.scope ? state.subscribers.get(subscriberId) : undefined
      if (!row) throw new NotStored(`Subscriber ${subscriberId}`)
      const changeSequence = int8(row.changeSequence + BigInt(count))
      if (changeSequence < 0n) throw checkFailed(`${changeSequence} is no number of a change`)
      state.subscribers.put({ ...row, changeSequence })
      return row.changeSequence
    },

    async orderVersions(subscriberId, ids) {
      if (subscriberId !== state.scope) return []
      return [...new Set(ids)].flatMap((id) => state.orders.get(pairKey(subscriberId, id))?.version ?? [])
    },

    async saveOrders(subscriberId, saved) {
      if (saved.length === 0) return
      state.requireOwn(subscriberId, `An order of subscriber ${subscriberId}`)
      const ids = new Set<string>()
      for (const { sequence, digest, order } of saved) {
        const { id } = order
        if (int8(sequence) <= 0n) throw checkFailed(`${sequence} is no number of a change`)
        if (ids.has(id)) throw twiceInOneCall(`Order ${id}`)
        ids.add(id)
        const [holder] = state.ordersBySequence.from(
          subscriberId,
          ({ changed }) => changed.sequence >= sequence,
          1,
        )
        if (holder?.changed.sequence === sequence && holder.version.id !== id) {
          throw duplicate(`an order with the number ${sequence} (${holder.version.id})`)
        }
        const lastModifiedTime = canonicalInstant(order.lastModifiedTime)
        state.orders.put({
          subscriberId,
          changed: immutableCopy({ sequence, order }),
          version: immutableCopy({ id, lastModifiedTime, digest }),
        })
      }
      requireSubscriber(state, subscriberId)
    },

    async lastSequence(subscriberId) {
      return subscriberId === state.scope ? (state.subscribers.get(subscriberId)?.changeSequence ?? 0n) : 0n
    },

    async changedOrders(subscriberId, { after, through, limit }) {
      if (subscriberId !== state.scope) return []
      return state.ordersBySequence
        .from(subscriberId, ({ changed }) => changed.sequence > after, limit)
        .map(({ changed }) => changed)
        .filter(({ sequence }) => sequence <= through)
    },

    async orderWatermark(subscriberId, source) {
      if (subscriberId !== state.scope) return null
      return state.watermarks.get(pairKey(subscriberId, source))?.watermark ?? null
    },

    async saveOrderWatermark(subscriberId, source, watermark) {
      state.requireOwn(subscriberId, `A watermark of subscriber ${subscriberId}`)
      const { length } = [...source]
      if (length < 1 || length > longestSourceName) throw checkFailed(`'${source}' names no order source`)
      state.watermarks.put({ subscriberId, source, watermark: canonicalInstant(watermark) })
      requireSubscriber(state, subscriberId)
    },
  }
}
