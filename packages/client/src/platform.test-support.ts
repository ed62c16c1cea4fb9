import type {
  AccountingConfigurationInput,
  OrderInput,
  SavedIntegrationInput,
  SubscriberInput,
} from './api-types.js'

export const subscriber: SubscriberInput = { Region: 'US', TimeZone: 'America/New_York', Currency: 'USD' }

export const configuration: AccountingConfigurationInput = {
  TaxRates: [{ Id: '01:01', Name: 'Sales', Value: '0.08' }],
  RevenueCategories: [{ Id: '1', Name: 'Services', Status: 'Active' }],
  PaymentMethods: [{ Id: '1', Name: 'Cash', Status: 'Active' }],
}

/** Everything in `configuration`, onto the default chart of plain-text books. */
export const maps: SavedIntegrationInput = {
  Maps: [
    { MapType: 0, MapItems: [{ MindbodyId: '01:01', IntegrationId: 'Liabilities:Tax:Sales-Tax' }] },
    { MapType: 1, MapItems: [{ MindbodyId: '1', IntegrationId: 'Income:Services' }] },
    { MapType: 2, MapItems: [{ MindbodyId: '1', IntegrationId: 'Assets:Cash' }] },
  ],
  SynchronizationPreferences: { SummarizeData: false, StartDate: '2026-01-01' },
}

/** A balanced sale of 10.00 and 0.80 tax, paid in cash. */
export function sale(id: string, OrderDate = '2026-03-02T12:00:00'): OrderInput {
  return {
    Id: id,
    Type: 'Sale',
    OrderDate,
    LocationId: '1',
    Items: [
      {
        Id: '1',
        RevenueCategoryId: '1',
        NetAmount: 10,
        Taxes: [{ TaxRateId: '01:01', Amount: 0.8 }],
        Total: 10.8,
      },
    ],
    Cost: { Total: 10.8 },
    Payments: [{ PaymentMethodId: '1', Amount: 10.8 }],
    LastModifiedTime: '2026-03-02T17:00:00.000Z',
  }
}
