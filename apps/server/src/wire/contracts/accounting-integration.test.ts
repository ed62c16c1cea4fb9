import { readFileSync } from 'node:fs'
import { defaultPreferences, type MapKind, type MapRule, type PlatformConfiguration } from '@ledgerpost/core'
import type { Integration, IntegrationView } from '@ledgerpost/engine'
import { describe, expect, it } from 'vitest'
import { enumeration } from '../enumeration.js'
import { readJson } from '../json/read-json.js'
import { writeJson } from '../json/write-json.js'
import { accountingConfigurationInput } from './accounting-configuration-input.js'
import { accountingIntegration, savedIntegrationInput } from './accounting-integration.js'

// Not named .json, so that no formatter takes digits away.
const documented = readFileSync(
  new URL('../../../test/documented-integration.json.txt', import.meta.url),
  'utf8',
)
const types = enumeration<string>([{ name: 'Xero', code: 0 }])

/** The text without the whitespace between its tokens. */
function compact(json: string): string {
  return json.replace(/("(?:[^"\\]|\\.)*")|\s+/g, '$1')
}

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

const platform: PlatformConfiguration = {
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

const integration: Integration = {
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

const view: IntegrationView = {
  integration,
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
  platform,
  unavailableReasons: [],
  missing: [],
}

describe('AccountingIntegration', () => {
  it('is written as documented, member order and digits included', () => {
    expect(writeJson(accountingIntegration(view, types))).toBe(compact(documented))
  })

  it('is understood as documented', () => {
    const sample = readJson(documented) as { readonly MindbodyConfiguration: unknown }
    expect(accountingConfigurationInput('1234').parse(sample.MindbodyConfiguration)).toEqual(platform)
    const saved = savedIntegrationInput.parse(sample)
    expect(saved.SynchronizationPreferences).toEqual({ summarizeData: false })
    expect(saved.Maps).toEqual(
      view.rules
        .map(({ kind, sourceId, locationId, integrationId }) => ({
          kind,
          sourceId,
          locationId,
          integrationId,
        }))
        .toSorted((left, right) => left.integrationId.localeCompare(right.integrationId)),
    )
  })

  it('adds what is ours only when it is set', () => {
    const text = writeJson(
      accountingIntegration(
        {
          ...view,
          integration: {
            ...integration,
            preferences: {
              summarizeData: true,
              byLocation: true,
              startDate: '2026-01-01',
              lockedPeriod: 'first-open-day',
              roundingTolerance: 2n,
            },
          },
          missing: [{ kind: 'taxRate', sourceId: 'none', locationId: null }],
        },
        types,
      ),
    )
    expect(text).toContain(
      '"SynchronizationPreferences":{"SummarizeData":true,"ByLocation":true,"StartDate":"2026-01-01","LockedPeriod":"FirstOpenDay","RoundingTolerance":2}',
    )
    expect(text).toMatch(/"MissingMaps":\[\{"MapType":0,"MindbodyId":"none"\}\]\}$/)
  })

  it('names a third-party type that has no number', () => {
    const other = enumeration<string>([{ name: 'Abacus', code: null }])
    const text = writeJson(
      accountingIntegration({ ...view, integration: { ...integration, type: 'Abacus' } }, other),
    )
    expect(text).toContain('"IntegrationType":"Abacus"')
  })
})
