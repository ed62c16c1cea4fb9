import type { IntegratorConfiguration, IntegratorTaxRate, TrackingCategory } from '@ledgerpost/core'
import type { Integration } from '@ledgerpost/engine'
import { contract, listOf, listOfMoments } from '../contract.js'
import type { Enumeration } from '../enumeration.js'
import { byCode, contractRecord, decimal, list, moment, nullable, type WireContract } from '../tree.js'

export const accountContract = contract('Account', {
  Id: 'text',
  Code: 'text',
  Name: 'text',
  Type: 'text',
  IsActive: 'boolean',
  TakesRevenue: 'boolean',
  TakesPayments: 'boolean',
})

export const taxComponentContract = contract('TaxComponent', {
  Name: 'text',
  Rate: 'number',
  IsCompound: 'boolean',
})

export const integratorTaxRateContract = contract('TaxRate', {
  Id: 'text',
  Name: 'text',
  Rate: 'number',
  IsActive: 'boolean',
  AppliesToRevenue: 'boolean',
  ReportTaxType: 'text',
  TaxComponents: listOf(taxComponentContract),
})

export const trackingOptionContract = contract('TrackingOption', {
  Id: 'text',
  Name: 'text',
  IsActive: 'boolean',
})

export const trackingCategoryContract = contract('TrackingCategory', {
  Id: 'text',
  Name: 'text',
  IsActive: 'boolean',
  Options: listOf(trackingOptionContract),
})

export const organisationContract = contract('Organisation', {
  Name: 'text',
  Currency: 'text',
  Country: 'text',
  TimeZone: 'text',
  LockedThrough: 'text',
})

export const integrationConfigurationContract = contract('IntegrationConfiguration', {
  IntegrationType: 'text',
  InspectionTimes: listOfMoments,
  Accounts: listOf(accountContract),
  TaxRates: listOf(integratorTaxRateContract),
  TrackingCategories: listOf(trackingCategoryContract),
  Organisation: organisationContract,
})

/**
 * IntegrationConfiguration { IntegrationType, InspectionTimes[] }, then what the integrator told at the last inspection:
 * Accounts[], TaxRates[], TrackingCategories[] where it has them, Organisation. A tax rate's Rate is a fraction, those of
 * its components are per cent, as SaveXeroTaxRate takes them. In XML it says whose it is: `i:type="XeroConfiguration"`.
 */
export function integrationConfiguration(
  { type, inspectionTimes, configuration }: Integration,
  types: Enumeration<string>,
): WireContract {
  return contractRecord(
    integrationConfigurationContract,
    {
      IntegrationType: byCode(types, type),
      InspectionTimes: list(inspectionTimes.map(moment)),
      ...(configuration && integratorMembers(configuration)),
    },
    `${type}Configuration`,
  )
}

function integratorMembers({
  accounts,
  taxRates,
  trackingCategories,
  organisation,
}: IntegratorConfiguration) {
  return {
    Accounts: list(
      accounts.map((account) =>
        contractRecord(accountContract, {
          Id: account.id,
          Code: account.code,
          Name: account.name,
          Type: account.type,
          IsActive: account.isActive,
          TakesRevenue: account.takesRevenue,
          TakesPayments: account.takesPayments,
        }),
      ),
    ),
    TaxRates: list(taxRates.map(integratorTaxRate)),
    TrackingCategories: trackingCategories && list(trackingCategories.map(trackingCategory)),
    Organisation: contractRecord(organisationContract, {
      Name: organisation.name,
      Currency: organisation.currency,
      Country: organisation.country,
      TimeZone: organisation.timeZone,
      LockedThrough: organisation.lockedThrough,
    }),
  }
}

function integratorTaxRate(rate: IntegratorTaxRate): WireContract {
  return contractRecord(integratorTaxRateContract, {
    Id: rate.id,
    Name: rate.name,
    Rate: nullable(rate.rate, decimal),
    IsActive: rate.isActive,
    AppliesToRevenue: rate.appliesToRevenue,
    ReportTaxType: rate.reportType,
    TaxComponents:
      rate.components &&
      list(
        rate.components.map(({ name, percent, isCompound }) =>
          contractRecord(taxComponentContract, {
            Name: name,
            Rate: decimal(percent),
            IsCompound: isCompound,
          }),
        ),
      ),
  })
}

function trackingCategory({ id, name, isActive, options }: TrackingCategory): WireContract {
  return contractRecord(trackingCategoryContract, {
    Id: id,
    Name: name,
    IsActive: isActive,
    Options: list(
      options.map((option) =>
        contractRecord(trackingOptionContract, {
          Id: option.id,
          Name: option.name,
          IsActive: option.isActive,
        }),
      ),
    ),
  })
}
