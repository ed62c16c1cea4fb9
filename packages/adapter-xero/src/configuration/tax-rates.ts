import { fractionOfPercent, type JsonRecord, recordsMember, textMember } from '@ledgerpost/adapter-kit'
import { type IntegratorTaxRate, readDecimal, type TaxComponent } from '@ledgerpost/core'

/** A tax rate as mapping sees it, known by its TaxType; undefined for one without. */
export function taxRateOf(rate: JsonRecord): IntegratorTaxRate | undefined {
  const id = textMember(rate, 'TaxType')
  if (id === undefined) return undefined
  const reportType = textMember(rate, 'ReportTaxType')
  return {
    id,
    name: textMember(rate, 'Name') ?? id,
    rate: fractionOfPercent(rate['EffectiveRate'] ?? rate['DisplayTaxRate']),
    isActive: (textMember(rate, 'Status') ?? 'ACTIVE') === 'ACTIVE',
    appliesToRevenue: rate['CanApplyToRevenue'] === true,
    ...(reportType === undefined ? {} : { reportType }),
    components: recordsMember(rate, 'TaxComponents').flatMap((component) => componentOf(component) ?? []),
  }
}

function componentOf(component: JsonRecord): TaxComponent | undefined {
  const percent = readDecimal(component['Rate'])
  if (!percent.ok) return undefined
  return {
    name: textMember(component, 'Name') ?? '',
    percent: percent.text,
    isCompound: component['IsCompound'] === true,
  }
}
