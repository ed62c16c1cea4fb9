import type { IntegratorConfiguration } from '@ledgerpost/core'
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

export const integratorTaxRateContract = contract('TaxRate', {
  Id: 'text',
  Name: 'text',
  Rate: 'number',
  IsActive: 'boolean',
  AppliesToRevenue: 'boolean',
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
  Organisation: organisationContract,
})

/**
 * IntegrationConfiguration { IntegrationType, InspectionTimes[] }, then what the integrator told at the last inspection.
 * In XML it says whose it is: `i:type="XeroConfiguration"`.
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

function integratorMembers({ accounts, taxRates, organisation }: IntegratorConfiguration) {
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
    TaxRates: list(
      taxRates.map((rate) =>
        contractRecord(integratorTaxRateContract, {
          Id: rate.id,
          Name: rate.name,
          Rate: nullable(rate.rate, decimal),
          IsActive: rate.isActive,
          AppliesToRevenue: rate.appliesToRevenue,
        }),
      ),
    ),
    Organisation: contractRecord(organisationContract, {
      Name: organisation.name,
      Currency: organisation.currency,
      Country: organisation.country,
      TimeZone: organisation.timeZone,
      LockedThrough: organisation.lockedThrough,
    }),
  }
}
