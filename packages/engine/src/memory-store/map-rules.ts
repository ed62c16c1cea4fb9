import { ruleKey } from '@ledgerpost/core'
import type { IntegrationStore } from '../ports/integration-store.js'
import { immutableCopy } from './immutable-copy.js'
import { canonicalInstant } from './instant.js'
import { requireIntegration } from './integrations.js'
import { foreignRow } from './rule-broken.js'
import type { State } from './state.js'
import { pairKey } from './table.js'

export function mapRules(state: State): Pick<IntegrationStore, 'rules' | 'saveRules'> {
  return {
    async rules(integrationId) {
      return state.rulesOf
        .of(integrationId)
        .filter((row) => state.own(row))
        .map(({ value }) => value)
    },

    async saveRules(integrationId, saved) {
      for (const { kind, sourceId, locationId, integrationId: target, ...rule } of saved) {
        const { userId, userName } = rule.modifiedBy
        const known = state.rules.get(pairKey(integrationId, ruleKey(kind, sourceId, locationId)))
        if (known && !state.own(known)) throw foreignRow(`A rule of integration ${integrationId}`)
        const value = immutableCopy({
          kind,
          sourceId,
          locationId,
          integrationId: target,
          errorFlag: rule.errorFlag,
          modifiedBy: { userId, userName },
          lastModifiedTime: canonicalInstant(rule.lastModifiedTime),
        })
        state.rules.put({ subscriberId: state.scope, integrationId, value })
      }
      if (saved.length > 0) requireIntegration(state, integrationId)
    },
  }
}
