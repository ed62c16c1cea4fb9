import type { IntegrationView } from '@ledgerpost/engine'
import { z } from 'zod'
import { contract, listOf, listOfNames, modelsNamespace } from '../contract.js'
import type { Enumeration } from '../enumeration.js'
import {
  integrationStatusEnumeration,
  mapTypeEnumeration,
  unavailableReasonEnumeration,
} from '../enumerations.js'
import { byCode, contractRecord, list, moment, nullable, type WireContract } from '../tree.js'
import { accountingConfiguration, accountingConfigurationContract } from './accounting-configuration.js'
import { accountingMaps, accountingMapsType, savedMapsInput } from './accounting-map.js'
import { integrationConfiguration, integrationConfigurationContract } from './integration-configuration.js'
import {
  synchronizationPreferences,
  synchronizationPreferencesContract,
  synchronizationPreferencesInput,
} from './synchronization-preferences.js'

export const missingMapContract = contract('MissingMap', {
  MapType: 'text',
  MindbodyId: 'text',
  LocationId: 'text',
})

export const accountingIntegrationContract = contract('AccountingIntegration', {
  Id: 'text',
  Status: 'text',
  SubscriberId: 'text',
  Maps: accountingMapsType,
  SynchronizationPreferences: synchronizationPreferencesContract,
  MindbodyConfiguration: accountingConfigurationContract,
  IntegrationConfiguration: integrationConfigurationContract,
  UnavailableReasons: listOfNames('EUnavailableReason', modelsNamespace),
  LastModifiedTime: 'moment',
  MissingMaps: listOf(missingMapContract),
})

/**
 * AccountingIntegration { Id, Status, SubscriberId, Maps[], SynchronizationPreferences, MindbodyConfiguration,
 * IntegrationConfiguration, UnavailableReasons[], LastModifiedTime }. MissingMaps is ours: what still has to be mapped
 * before the integration can be Configured, while there is something.
 */
export function accountingIntegration(view: IntegrationView, types: Enumeration<string>): WireContract {
  const { integration, rules, platform, unavailableReasons, missing } = view
  return contractRecord(accountingIntegrationContract, {
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
              contractRecord(missingMapContract, {
                MapType: byCode(mapTypeEnumeration, kind),
                MindbodyId: sourceId,
                LocationId: locationId ?? undefined,
              }),
            ),
          ),
  })
}

/** What Save reads of an AccountingIntegration; the rest is ours to say. */
export const savedIntegrationInput = z
  .object({
    Maps: savedMapsInput.nullish(),
    SynchronizationPreferences: synchronizationPreferencesInput.nullish(),
  })
  .meta({ id: 'SavedIntegrationInput', contract: accountingIntegrationContract })
