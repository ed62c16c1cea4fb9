import type { Adapter, IntegratorConfiguration } from '@ledgerpost/core'
import type { Scenario } from './scenario.js'

/** Whether an adapter declares that it carries any tax, whatever the integrator would compute. */
export function areTaxesForced({ manifest }: Pick<Adapter, 'manifest'>): boolean {
  return manifest.capabilities.forcedTax.level === 'full'
}

/**
 * The scenarios without those whose tax is forced and that are refused for just that. Only for an adapter that declares
 * that it cannot force taxes everywhere; what it must carry all the same is a requirement of its own.
 */
export function carriedBy(
  adapter: Adapter,
  configuration: IntegratorConfiguration,
  all: readonly Scenario[],
): readonly Scenario[] {
  return all.filter(
    ({ isTaxForced, packets }) =>
      !isTaxForced ||
      packets
        .map((packet) => adapter.render(packet, configuration))
        .every((rendering) => rendering.ok || rendering.code !== 'TaxNotRepresentable'),
  )
}
