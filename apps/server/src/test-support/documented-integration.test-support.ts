import { defaultPreferences, type MapKind, type MapRule, type PlatformConfiguration } from '@ledgerpost/core'
import type { Integration, IntegrationView } from '@ledgerpost/engine'

const time = '2016-01-01T10:30:00.000Z'
const inspected = '2016-01-15T14:45:00.000Z'

function rule(kind: MapKind, sourceId: string, integrationId: string): MapRule {
  return {
    kind,
    sourceId,
    locationId: null,
    integrationId,
    modifiedBy: { userId: '5000', userName: 'uname' },
    lastModifiedTime: time,
    errorFlag: false,
  }
}

export const documentedPlatform: PlatformConfiguration = {
  id: '1234',
  taxRates: [
    { id: '01:01', name: 'Sales', value: '0.08', locationId: '1', lastModifiedTime: time },
    { id: '01:02', name: 'Exempt', value: '0', locationId: '1', lastModifiedTime: time },
  ],
  revenueCategories: ['Services', 'Products', 'Gift Cards'].map((name, index) => ({
    id: String(index + 1),
    name,
    lastModifiedTime: time,
    status: 'Active',
  })),
  paymentMethods: ['Cash', 'Credit', 'Gift Card'].map((name, index) => ({
    id: String(index + 1),
    name,
    type: null,
    lastModifiedTime: time,
    status: 'Active',
  })),
  products: [
    {
      id: '1',
      name: 'Single Class',
      type: 'CustomServicePricingOption',
      pricing: { revenueCategoryId: '1', askingPrice: '10.0000', taxes: ['1'] },
    },
    {
      id: '2',
      name: 'Class Pass',
      type: 'CustomServicePricingOption',
      pricing: { revenueCategoryId: '1', askingPrice: '50.0000', taxes: ['1'] },
    },
    {
      id: '3',
      name: 'Water',
      type: 'Retail',
      pricing: { revenueCategoryId: '2', askingPrice: '1.0000', taxes: ['2'] },
    },
    {
      id: '4',
      name: 'Gift Card',
      type: 'GiftCard',
      pricing: { revenueCategoryId: '3', askingPrice: '10.0000', taxes: [] },
    },
  ],
}

export const documentedIntegration: Integration = {
  id: '1234',
  subscriberId: '1234',
  type: 'Xero',
  status: 'Configured',
  preferences: defaultPreferences,
  settings: null,
  organisationId: null,
  grantId: null,
  linkedOn: null,
  configuration: null,
  inspectionTimes: [inspected],
  cursor: 0n,
  lastModifiedTime: inspected,
}

/** The documented integration as the domain has it, its rules in no order. */
export const documentedView: IntegrationView = {
  integration: documentedIntegration,
  rules: [
    rule('paymentMethod', '3', 'abcdef9'),
    rule('paymentMethod', '1', 'abcdef7'),
    rule('paymentMethod', '2', 'abcdef8'),
    rule('revenueCategory', '2', 'abcdef5'),
    rule('revenueCategory', '1', 'abcdef4'),
    rule('revenueCategory', '3', 'abcdef6'),
    rule('taxRate', '01:02', 'abcdef2'),
    rule('taxRate', '01:01', 'abcdef1'),
  ],
  platform: documentedPlatform,
  unavailableReasons: [],
  missing: [],
}
