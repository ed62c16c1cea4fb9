import { NotStored } from '../errors.js'
import type { SubscriberStore } from '../ports/subscriber-store.js'
import { immutableCopy } from './immutable-copy.js'
import { dangling } from './rule-broken.js'
import type { State } from './state.js'
import { pairKey } from './table.js'

export function subscribers(state: State): SubscriberStore {
  const own = (id: string) => (id === state.scope ? state.subscribers.get(id) : undefined)

  return {
    async subscriber(id) {
      return own(id)?.value
    },

    async saveSubscriber({ id, region, pricingLevel, terms }) {
      state.requireOwn(id, `Subscriber ${id}`)
      const { value: { configuration } = { configuration: null }, changeSequence = 0n } = own(id) ?? {}
      const value = immutableCopy({ id, region, pricingLevel, terms, configuration })
      state.subscribers.put({ value, changeSequence })
    },

    async saveConfiguration(subscriberId, configuration) {
      const row = own(subscriberId)
      if (!row) throw new NotStored(`Subscriber ${subscriberId}`)
      state.subscribers.put({ ...row, value: immutableCopy({ ...row.value, configuration }) })
    },

    async addOccurringSources(subscriberId, sources) {
      if (sources.length === 0) return
      state.requireOwn(subscriberId, `A source of subscriber ${subscriberId}`)
      for (const { kind, sourceId } of sources) {
        const isKnown = state.sources.get(pairKey(subscriberId, pairKey(kind, sourceId))) !== undefined
        if (!isKnown) state.sources.put({ subscriberId, value: immutableCopy({ kind, sourceId }) })
      }
      requireSubscriber(state, subscriberId)
    },

    async occurringSources(subscriberId) {
      if (subscriberId !== state.scope) return []
      return state.sourcesOf.of(subscriberId).map(({ value }) => value)
    },
  }
}

/** Refuses a row that would hang on a subscriber that is not stored. */
export function requireSubscriber(state: State, id: string): void {
  if (!state.subscribers.get(id)) throw dangling(`Subscriber ${id}`)
}
