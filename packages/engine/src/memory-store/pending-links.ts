import type { IntegrationStore } from '../ports/integration-store.js'
import { immutableCopy } from './immutable-copy.js'
import { canonicalInstant } from './instant.js'
import { requireIntegration } from './integrations.js'
import { duplicate } from './rule-broken.js'
import type { State } from './state.js'

export function pendingLinks(state: State): Pick<IntegrationStore, 'savePendingLink' | 'takePendingLink'> {
  return {
    async savePendingLink(link) {
      const { integrationId, settings = null, redirectUri, sealedSecret } = link
      if (state.pendingLinks.get(link.state)) throw duplicate(`a link with the state ${link.state}`)
      requireIntegration(state, integrationId)
      const expiresAt = canonicalInstant(link.expiresAt)
      const value = { state: link.state, integrationId, settings, redirectUri, sealedSecret, expiresAt }
      state.pendingLinks.put({ subscriberId: state.scope, value: immutableCopy(value) })
    },

    async takePendingLink(linkState) {
      const row = state.own(state.pendingLinks.get(linkState))
      if (row) state.pendingLinks.delete(row)
      return row?.value
    },
  }
}
