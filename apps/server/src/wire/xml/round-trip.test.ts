import { unavailableReasons, type IntegratorConfiguration, integrationStatuses } from '@ledgerpost/core'
import type { IntegrationView } from '@ledgerpost/engine'
import { fc } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { documentedIntegration } from '../../test-support/documented-integration.test-support.js'
import { accountingIntegration, accountingIntegrationContract } from '../contracts/accounting-integration.js'
import { accountingMaps, accountingMapsType } from '../contracts/accounting-map.js'
import { mapTypeEnumeration, productTypeEnumeration } from '../enumerations.js'
import { enumeration } from '../enumeration.js'
import type { WireTree } from '../tree.js'
import { arrayName, mainNamespace } from '../contract.js'
import { hasForbiddenCharacter } from './text.js'
import { readXml } from './read-xml.js'
import { writeXml } from './write-xml.js'

const types = enumeration<string>([{ name: 'Xero', code: 0 }])
const text = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('&', '<', '>', '"', "'", ']]>', '&amp;', '\r', '\n', '\t', ' ', 'é', '😀'))
      .map((each) => each.join('')),
  )
  .filter((each) => !hasForbiddenCharacter(each))
const instant = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const decimal = fc.stringMatching(/^-?(0|[1-9]\d{0,8})(\.\d{1,6})?$/)
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
const few = <Value>(value: fc.Arbitrary<Value>) => fc.array(value, { maxLength: 3 })
const status = fc.constantFrom('Active' as const, 'Inactive' as const)
const kind = fc.constantFrom(...mapTypeEnumeration.names)
const dated = { id: text, name: text, lastModifiedTime: maybe(instant) }

const rule = fc.record({
  kind,
  sourceId: text,
  locationId: maybe(text),
  integrationId: text,
  modifiedBy: fc.record({ userId: text, userName: text }),
  lastModifiedTime: instant,
  errorFlag: fc.boolean(),
})
const option = fc.record({ id: text, name: text, isActive: fc.boolean() })
const configuration: fc.Arbitrary<IntegratorConfiguration> = fc
  .record({
    accounts: few(
      fc.record({
        id: text,
        code: maybe(text),
        name: text,
        type: text,
        isActive: fc.boolean(),
        takesRevenue: fc.boolean(),
        takesPayments: fc.boolean(),
      }),
    ),
    taxRates: few(
      fc
        .record({
          id: text,
          name: text,
          rate: maybe(decimal),
          isActive: fc.boolean(),
          appliesToRevenue: fc.boolean(),
          told: maybe(
            fc.record({
              reportType: text,
              components: few(fc.record({ name: text, percent: decimal, isCompound: fc.boolean() })),
            }),
          ),
        })
        .map(({ told, ...rate }) => ({ ...rate, ...told })),
    ),
    extension: fc.constant({}),
    organisation: fc.record({
      id: text,
      name: text,
      currency: fc.constant('USD'),
      country: maybe(text),
      timeZone: text,
      lockedThrough: maybe(fc.constant('2026-01-31')),
    }),
    trackingCategories: maybe(
      few(fc.record({ id: text, name: text, isActive: fc.boolean(), options: few(option) })),
    ),
  })
  .map(({ trackingCategories, ...rest }) => ({ ...rest, ...(trackingCategories && { trackingCategories }) }))
const platform = fc.record({
  id: text,
  taxRates: few(fc.record({ ...dated, value: decimal, locationId: maybe(text) })),
  revenueCategories: few(fc.record({ ...dated, status })),
  paymentMethods: few(fc.record({ ...dated, type: maybe(text), status })),
  products: few(
    fc.record({
      id: text,
      name: text,
      type: fc.constantFrom(...productTypeEnumeration.names),
      pricing: maybe(fc.record({ revenueCategoryId: maybe(text), askingPrice: decimal, taxes: few(text) })),
    }),
  ),
})
const preferences = fc.record({
  summarizeData: fc.boolean(),
  byLocation: fc.boolean(),
  startDate: maybe(fc.constant('2026-03-01')),
  lockedPeriod: fc.constantFrom('hold' as const, 'first-open-day' as const),
  roundingTolerance: fc.bigInt({ min: 0n, max: 100n }),
  syncAt: fc.constantFrom(null, '04:30'),
})
const view: fc.Arbitrary<IntegrationView> = fc.record({
  integration: fc
    .record({
      id: text,
      status: fc.constantFrom(...integrationStatuses),
      preferences: maybe(preferences),
      configuration: maybe(configuration),
      inspectionTimes: few(instant),
      lastModifiedTime: instant,
    })
    .map((changes) => ({ ...documentedIntegration, ...changes })),
  rules: few(rule),
  platform,
  unavailableReasons: few(fc.constantFrom(...unavailableReasons)),
  missing: few(fc.record({ kind, sourceId: text, locationId: maybe(text) })),
})

/** What is said, as the schemas of bodies take it: names as names, decimals with their digits. */
function plain(tree: WireTree): unknown {
  if (tree === null || typeof tree !== 'object') return tree
  if (tree.kind === 'number') return /^-?\d+$/.test(tree.text) ? Number(tree.text) : tree.text
  if (tree.kind === 'name') return tree.name
  if (tree.kind === 'moment') return tree.instant
  if (tree.kind === 'list') return tree.items.map(plain)
  return Object.fromEntries(
    Object.entries(tree.members).flatMap(([name, member]) =>
      member === undefined ? [] : [[name, plain(member)]],
    ),
  )
}

describe('XML', () => {
  it('that is written of any integration is read to the same again', () => {
    fc.assert(
      fc.property(view, (each) => {
        const tree = accountingIntegration(each, types)
        expect(readXml(writeXml(tree), accountingIntegrationContract)).toEqual(plain(tree))
      }),
      { numRuns: 300 },
    )
  })

  it('of a list alone is read to the same as within the integration', () => {
    fc.assert(
      fc.property(fc.array(rule), (rules) => {
        const maps = accountingMaps(rules)
        const elements = maps.map((map) => writeXml(map)).join('')
        const root = arrayName(accountingMapsType)
        const document = `<?xml version="1.0" encoding="UTF-8"?><p:${root} xmlns:p="${mainNamespace}">${elements}</p:${root}>`
        expect(readXml(document, accountingMapsType)).toEqual(maps.map(plain))
      }),
    )
  })
})
