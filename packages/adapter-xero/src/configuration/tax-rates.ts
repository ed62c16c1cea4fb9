import { type JsonRecord, textMember } from '@ledgerpost/adapter-kit'
import type { IntegratorTaxRate } from '@ledgerpost/core'
import { fractionOfPercent } from '../wire/percent.js'

/** A tax rate as mapping sees it, known by its TaxType; undefined for one without. */
export function taxRateOf(rate: JsonRecord): IntegratorTaxRate | undefined {
  const id = textMember(rate, 'TaxType')
  if (id === undefined) return undefined
  return {
    id,
    name: textMember(rate, 'Name') ?? id,
    rate: fractionOfPercent(rate['EffectiveRate'] ?? rate['DisplayTaxRate']),
    isActive: (textMember(rate, 'Status') ?? 'ACTIVE') === 'ACTIVE',
    appliesToRevenue: rate['CanApplyToRevenue'] === true,
  }
}
