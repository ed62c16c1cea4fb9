import type { AccountingIntegration, IntegrationClient } from '@ledgerpost/client'

const initialized = 2
const error = 5

/** Map changes no status: once all is mapped, Save is what makes an integration Configured, with the preferences that it has or the default ones. */
export async function saveIfComplete(
  integration: IntegrationClient,
  mapped: AccountingIntegration,
  signal: AbortSignal,
): Promise<AccountingIntegration> {
  const isOpen = mapped.Status === initialized || mapped.Status === error
  if (!isOpen || (mapped.MissingMaps ?? []).length > 0) return mapped
  return integration.save({ SynchronizationPreferences: {} }, { signal })
}
