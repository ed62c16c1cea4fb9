import { NotStored } from '../errors.js'
import type { Integration, IntegrationStore } from '../ports/integration-store.js'
import { immutableCopy } from './immutable-copy.js'
import { canonicalInstant } from './instant.js'
import type { IntegrationRow } from './rows.js'
import { checkFailed, dangling, duplicate, int8 } from './rule-broken.js'
import type { State } from './state.js'
import { requireSubscriber } from './subscribers.js'
import { pairKey } from './table.js'

type Integrations = Pick<
  IntegrationStore,
  | 'integration'
  | 'integrationById'
  | 'lockIntegration'
  | 'integrationByOrganisation'
  | 'createIntegration'
  | 'updateIntegration'
  | 'replaceCurrentIntegration'
>

export function integrations(state: State): Integrations {
  const byId = async (id: string) => state.own(state.integrations.get(id))?.value

  function current(subscriberId: string, type: string): IntegrationRow | undefined {
    return state.currentIntegrations.of(pairKey(subscriberId, type))[0]
  }

  function put(row: IntegrationRow): void {
    const { id, subscriberId, type, organisationId, cursor } = row.value
    if (int8(cursor) < 0n) throw checkFailed(`${cursor} is no number of a change`)
    if (organisationId !== null) {
      const group = pairKey(subscriberId, pairKey(type, organisationId))
      const other = state.integrationsByOrganisation.of(group).find(({ value }) => value.id !== id)
      if (other) throw duplicate(`an integration with organisation ${organisationId}`)
    }
    state.integrations.put(row)
  }

  function requireGrant({ grantId }: Integration): void {
    if (grantId !== null && !state.own(state.grants.get(grantId))) throw dangling(`Grant ${grantId}`)
  }

  function create(integration: Integration): void {
    const { id, subscriberId, type, cursor } = integration
    state.requireOwn(subscriberId, `Integration ${id}`)
    if (int8(cursor) < 0n) throw checkFailed(`${cursor} is no number of a change`)
    if (current(subscriberId, type)) return
    if (state.integrations.get(id)) throw duplicate(`integration ${id}`)
    const { status, preferences, settings = null, organisationId, grantId, linkedOn } = integration
    const { configuration, inspectionTimes } = integration
    const value = immutableCopy({
      id,
      subscriberId,
      type,
      status,
      preferences,
      settings,
      organisationId,
      grantId,
      linkedOn,
      configuration,
      inspectionTimes,
      cursor,
      lastModifiedTime: canonicalInstant(integration.lastModifiedTime),
    })
    put({ subscriberId, value, isCurrent: true })
    state.leases.put({ integrationId: id, fence: 0n, holder: null, heldUntil: -Infinity })
    requireSubscriber(state, subscriberId)
    requireGrant(value)
  }

  return {
    async integration(subscriberId, type) {
      return state.own(current(subscriberId, type))?.value
    },

    integrationById: byId,

    lockIntegration: byId,

    async integrationByOrganisation(subscriberId, type, organisationId) {
      const group = pairKey(subscriberId, pairKey(type, organisationId))
      return state.own(state.integrationsByOrganisation.of(group)[0])?.value
    },

    async createIntegration(integration) {
      create(integration)
    },

    async updateIntegration(id, change) {
      const { status, preferences, organisationId, grantId, linkedOn } = change
      const { configuration, inspectionTimes, cursor, lastModifiedTime } = change
      const wanted = {
        status,
        preferences,
        organisationId,
        grantId,
        linkedOn,
        configuration,
        inspectionTimes,
        cursor,
        settings: 'settings' in change ? (change.settings ?? null) : undefined,
        lastModifiedTime: lastModifiedTime === undefined ? undefined : canonicalInstant(lastModifiedTime),
      }
      const present = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined))
      if (Object.keys(present).length === 0) return
      const row = state.own(state.integrations.get(id))
      if (!row) throw new NotStored(`Integration ${id}`)
      const value: Integration = immutableCopy({ ...row.value, ...present })
      put({ ...row, value })
      if (value.grantId !== row.value.grantId) requireGrant(value)
    },

    async replaceCurrentIntegration(currentId, replacement) {
      const { id, subscriberId, type } = replacement
      const find = (which: string, isCurrent: boolean) => {
        const row = state.own(state.integrations.get(which))
        const isMeant =
          row?.subscriberId === subscriberId && row.value.type === type && row.isCurrent === isCurrent
        return isMeant ? row : undefined
      }
      const retired = find(currentId, true)
      if (!retired) throw new NotStored(`Integration ${currentId} as the current one of its type`)
      state.integrations.put({ ...retired, isCurrent: false })
      const revived = find(id, false)
      if (revived) state.integrations.put({ ...revived, isCurrent: true })
      else create(replacement)
    },
  }
}

/** Refuses a row that would hang on an integration that is not stored, or is another subscriber's. */
export function requireIntegration(state: State, id: string): void {
  if (!state.own(state.integrations.get(id))) throw dangling(`Integration ${id}`)
}
