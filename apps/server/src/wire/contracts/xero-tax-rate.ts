import type { DecimalText, TaxComponent, TaxRateDraft } from '@ledgerpost/core'
import { z } from 'zod'
import { contract, listOf } from '../contract.js'
import { enumeration, numbered } from '../enumeration.js'
import { taxComponentContract } from './integration-configuration.js'
import { decimalInput, enumerationInput, listInput } from './scalars.js'

/** EReportTaxType: what Xero's tax rates may be reported as. */
const reportTaxTypeEnumeration = numbered([
  'OUTPUT',
  'INPUT',
  'EXEMPTOUTPUT',
  'EXEMPTINPUT',
  'INPUTTAXED',
  'BASEXCLUDED',
  'EXEMPTEXPENSES',
  'ECOUTPUT',
  'ECOUTPUTSERVICES',
  'ECINPUT',
  'CAPITALSALESOUTPUT',
  'CAPITALEXPENSESINPUT',
])

/** There is no other type to save such a tax rate for. */
const xeroEnumeration = enumeration([{ name: 'Xero', code: 0 }])

/** SaveXeroTaxRate { Type?, TaxRate { Name, ReportTaxType, TaxComponents[{ Name, Rate, IsCompound }] } }. */
export const saveXeroTaxRateContract = contract('SaveXeroTaxRate', {
  Type: 'text',
  TaxRate: contract('TaxRate', {
    Name: 'text',
    ReportTaxType: 'text',
    TaxComponents: listOf(taxComponentContract),
  }),
})

/** Xero publishes no length for these names; that of its tracking categories is used. */
const mostNameCharacters = 100
/** Chosen: no tax is known that is made of more. */
const mostComponents = 20
/** xero_accounting.yaml 16.1.0, TaxComponent.Rate: up to 4 decimals. */
const mostDecimals = 4

const nameInput = z
  .string('must be a string')
  .trim()
  .min(1, 'must not be empty')
  .max(mostNameCharacters, `has more than ${mostNameCharacters} characters`)

const percentInput = decimalInput.superRefine((text, context) => {
  if (!isUpToHundred(text)) context.addIssue('must be per cent, from 0 to 100')
  const [, decimals = ''] = text.replace(/0+$/, '').split('.')
  if (text.includes('.') && decimals.length > mostDecimals)
    context.addIssue(`has more than ${mostDecimals} decimals`)
})

function isUpToHundred(text: DecimalText): boolean {
  return /^(?:\d{1,2}(?:\.\d+)?|100(?:\.0+)?)$/.test(text)
}

const componentInput = z
  .object({
    Name: nameInput,
    Rate: percentInput,
    IsCompound: z.boolean('must be true or false').nullish(),
  })
  .transform((component): TaxComponent => ({
    name: component.Name,
    percent: component.Rate,
    isCompound: component.IsCompound ?? false,
  }))

const componentsInput = listInput(componentInput, mostComponents)
  .refine((components) => components.length > 0, 'must have at least one component')
  .refine(
    (components) => components.filter(({ isCompound }) => isCompound).length <= 1,
    'must have at most one compound component',
  )

/**
 * What SaveXeroTaxRate takes. Rates are per cent. Which ReportTaxTypes there are follows from the organisation's edition
 * of Xero; where it knows none (in the United States and wherever it has no edition of its own) the member may be left out.
 */
export const saveXeroTaxRateInput = z
  .object({
    Type: enumerationInput(xeroEnumeration).nullish(),
    TaxRate: z.object(
      {
        Name: nameInput,
        ReportTaxType: enumerationInput(reportTaxTypeEnumeration).nullish(),
        TaxComponents: componentsInput,
      },
      'must be a tax rate',
    ),
  })
  .meta({ id: 'SaveXeroTaxRateInput', contract: saveXeroTaxRateContract })
  .transform(({ TaxRate }): TaxRateDraft => ({
    name: TaxRate.Name,
    reportType: TaxRate.ReportTaxType ?? null,
    components: TaxRate.TaxComponents,
  }))
