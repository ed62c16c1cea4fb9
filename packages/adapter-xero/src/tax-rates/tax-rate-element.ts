import type { DecimalText, IntegratorTaxRate, TaxComponent, TaxRateDraft } from '@ledgerpost/core'

/** The request that creates a tax rate. Rates have up to four decimals, which JSON numbers carry without loss. */
export function taxRateBody({ name, reportType, components }: TaxRateDraft): string {
  return JSON.stringify({
    TaxRates: [
      {
        Name: name,
        ...(reportType === null ? {} : { ReportTaxType: reportType }),
        TaxComponents: components.map((component) => ({
          Name: component.name,
          Rate: Number(component.percent),
          IsCompound: component.isCompound,
        })),
      },
    ],
  })
}

/**
 * In what a tax rate at Xero differs from the one that is wanted; undefined if it is the same. The order of components
 * does not matter, and what it is reported as only where the organisation keeps that.
 */
export function differenceOf(draft: TaxRateDraft, rate: IntegratorTaxRate): string | undefined {
  if (rate.name !== draft.name) return `it is called '${rate.name}'`
  if (draft.reportType !== null && rate.reportType !== draft.reportType) {
    return `it is reported as ${rate.reportType ?? 'nothing'} and was to be ${draft.reportType}`
  }
  const [there, wanted] = [described(rate.components ?? []), described(draft.components)]
  return there === wanted ? undefined : `it is made of ${there || 'nothing'} and was to be of ${wanted}`
}

function described(components: readonly TaxComponent[]): string {
  return components
    .map(({ name, percent, isCompound }) => `${name} ${plain(percent)} %${isCompound ? ' compound' : ''}`)
    .toSorted()
    .join(', ')
}

/** Without needless zeros at the end. */
function plain(percent: DecimalText): DecimalText {
  return percent.includes('.') ? percent.replace(/\.?0+$/, '') : percent
}
