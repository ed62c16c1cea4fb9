import type { IntegratorConfiguration } from '@ledgerpost/core'
import type { Integration } from '@ledgerpost/engine'
import type { Enumeration } from '../enumeration.js'
import { byCode, decimal, list, moment, nullable, record, type WireRecord } from '../tree.js'

/** IntegrationConfiguration { IntegrationType, InspectionTimes[] }, then what the integrator told at the last inspection. */
export function integrationConfiguration(
  { type, inspectionTimes, configuration }: Integration,
  types: Enumeration<string>,
): WireRecord {
  return record({
    IntegrationType: byCode(types, type),
    InspectionTimes: list(inspectionTimes.map(moment)),
    ...(configuration && integratorMembers(configuration)),
  })
}

function integratorMembers({ accounts, taxRates, organisation }: IntegratorConfiguration) {
  return {
    Accounts: list(
      accounts.map((account) =>
        record({
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
        record({
          Id: rate.id,
          Name: rate.name,
          Rate: nullable(rate.rate, decimal),
          IsActive: rate.isActive,
          AppliesToRevenue: rate.appliesToRevenue,
        }),
      ),
    ),
    Organisation: record({
      Name: organisation.name,
      Currency: organisation.currency,
      Country: organisation.country,
      TimeZone: organisation.timeZone,
      LockedThrough: organisation.lockedThrough,
    }),
  }
}
