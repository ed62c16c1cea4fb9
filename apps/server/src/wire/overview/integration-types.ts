import type { OfferedIntegration } from '@ledgerpost/engine'
import { integrationStatusEnumeration, unavailableReasonEnumeration } from '../enumerations.js'
import { jsonTree } from '../json/json-tree.js'
import { byCode, byName, list, moment, nullable, record, type WireRecord } from '../tree.js'

/** IntegrationTypes { Integrations[] }. @param schemaOf the JSON Schema of an adapter's settings; null where there is none */
export function integrationTypesRecord(
  offered: readonly OfferedIntegration[],
  schemaOf: (adapter: OfferedIntegration['adapter']) => unknown,
): WireRecord {
  return record({
    Integrations: list(
      offered.map(({ adapter, status, organisation, unavailableReasons, lastSyncTime }) =>
        record({
          Type: adapter.manifest.type,
          Title: adapter.manifest.title,
          Status: byCode(integrationStatusEnumeration, status),
          Authorisation: byName(adapter.authorisation.kind),
          Organisation: organisation,
          SettingsSchema: jsonTree(schemaOf(adapter)),
          UnavailableReasons: list(
            unavailableReasons.map((reason) => byCode(unavailableReasonEnumeration, reason)),
          ),
          LastSyncTime: nullable(lastSyncTime, moment),
        }),
      ),
    ),
  })
}
