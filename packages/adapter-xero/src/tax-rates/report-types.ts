import type { XeroOrganisation } from '../configuration/organisation.js'

const common = ['OUTPUT', 'INPUT', 'EXEMPTOUTPUT']

/**
 * What a new tax rate may be reported as (developer.xero.com/documentation/api/accounting/types, "Report tax types"). What
 * the page lists besides is of Xero's own rates. The editions for the United States and all other countries keep no such
 * thing (the page of the tax rates says so).
 */
const byEdition: readonly (readonly [edition: string, types: readonly string[]])[] = [
  ['AU', [...common, 'INPUTTAXED', 'BASEXCLUDED', 'EXEMPTEXPENSES']],
  ['NZ', [...common, 'EXEMPTINPUT']],
  [
    'UK',
    [
      ...common,
      'EXEMPTINPUT',
      'ECOUTPUT',
      'ECOUTPUTSERVICES',
      'ECINPUT',
      'ECACQUISITIONS',
      'CAPITALSALESOUTPUT',
      'CAPITALEXPENSESINPUT',
      'MOSSSALES',
    ],
  ],
]

/** The report tax types of an organisation's edition; undefined where there are none, or the edition was not told. */
export function reportTypesOf({ version }: XeroOrganisation): readonly string[] | undefined {
  return byEdition.find(([edition]) => version === edition || version === `${edition}ONRAMP`)?.[1]
}
