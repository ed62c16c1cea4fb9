import type { IntegrationView } from '@ledgerpost/engine'
import { z } from 'zod'
import type { Enumeration } from '../enumeration.js'
import {
  integrationStatusEnumeration,
  mapTypeEnumeration,
  unavailableReasonEnumeration,
} from '../enumerations.js'
import { byCode, list, moment, nullable, record, type WireRecord } from '../tree.js'
import { accountingConfiguration } from './accounting-configuration.js'
import { accountingMaps, savedMapsInput } from './accounting-map.js'
import { integrationConfiguration } from './integration-configuration.js'
import { synchronizationPreferences, synchronizationPreferencesInput } from './synchronization-preferences.js'

/**
 * AccountingIntegration { Id, Status, SubscriberId, Maps[], SynchronizationPreferences, MindbodyConfiguration,
 * IntegrationConfiguration, UnavailableReasons[], LastModifiedTime }. MissingMaps is ours: what still has to be mapped
 * before the integration can be Configured, while there is something.
 */
export function accountingIntegration(view: IntegrationView, types: Enumeration<string>): WireRecord {
  const { integration, rules, platform, unavailableReasons, missing } = view
  return record({
    Id: integration.id,
    Status: byCode(integrationStatusEnumeration, integration.status),
    SubscriberId: integration.subscriberId,
    Maps: list(accountingMaps(rules)),
    SynchronizationPreferences: nullable(integration.preferences, synchronizationPreferences),
    MindbodyConfiguration: accountingConfiguration(platform),
    IntegrationConfiguration: integrationConfiguration(integration, types),
    UnavailableReasons: list(
      unavailableReasons.map((reason) => byCode(unavailableReasonEnumeration, reason)),
    ),
    LastModifiedTime: moment(integration.lastModifiedTime),
    MissingMaps:
      missing.length === 0
        ? undefined
        : list(
            missing.map(({ kind, sourceId, locationId }) =>
              record({
                MapType: byCode(mapTypeEnumeration, kind),
                MindbodyId: sourceId,
                LocationId: locationId ?? undefined,
              }),
            ),
          ),
  })
}

/** What Save reads of an AccountingIntegration; the rest is ours to say. */
export const savedIntegrationInput = z.object({
  Maps: savedMapsInput.nullish(),
  SynchronizationPreferences: synchronizationPreferencesInput.nullish(),
})
