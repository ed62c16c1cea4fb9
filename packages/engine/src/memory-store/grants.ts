import type { GrantStore } from '../ports/grant-store.js'
import { immutableCopy } from './immutable-copy.js'
import type { GrantRow } from './rows.js'
import { checkFailed, duplicate } from './rule-broken.js'
import type { State } from './state.js'
import { requireSubscriber } from './subscribers.js'

const unclaimed = { claimant: null, claimedUntil: -Infinity } as const

export function grants(state: State): GrantStore {
  const own = (id: string): GrantRow | undefined => state.own(state.grants.get(id))

  return {
    async grant(id) {
      return own(id)?.value
    },

    async grants() {
      return state.grantsOf.of(state.scope).map(({ value }) => value)
    },

    async createGrant({ id, sealed, version }) {
      state.requireOwn(state.scope, `Grant ${id}`)
      if (version <= 0) throw checkFailed(`${version} is no version of a grant`)
      if (state.grants.get(id)) throw duplicate(`grant ${id}`)
      requireSubscriber(state, state.scope)
      state.grants.put({
        subscriberId: state.scope,
        value: immutableCopy({ id, sealed, version }),
        ...unclaimed,
      })
    },

    async claimGrant({ id, version }, claimant, milliseconds) {
      const row = own(id)
      const now = state.now()
      if (row?.value.version !== version || row.claimedUntil > now) return false
      state.grants.put({ ...row, claimant, claimedUntil: now + milliseconds })
      return true
    },

    async replaceGrant({ id, sealed, version }, claimant) {
      const row = own(id)
      if (row?.value.version !== version - 1 || row.claimant !== claimant) return false
      state.grants.put({ ...row, value: immutableCopy({ id, sealed, version }), ...unclaimed })
      return true
    },

    async releaseGrant(id, claimant) {
      const row = own(id)
      if (row?.claimant === claimant) state.grants.put({ ...row, ...unclaimed })
    },

    async removeGrant(id) {
      const row = own(id)
      if (!row) return
      state.grants.delete(row)
      for (const integration of state.integrationsByGrant.of(id).slice()) {
        const value = immutableCopy({ ...integration.value, grantId: null })
        state.integrations.put({ ...integration, value })
      }
    },
  }
}
