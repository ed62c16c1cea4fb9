import { test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import {
  accountOf,
  anyIntegrator,
  anyOccurring,
  anyPlatform,
  anyRules,
  integratorOf,
  integratorRateOf,
  platformOf,
} from '../../test/configurations.js'
import type { MapAssignment } from './map-rule.js'
import { brokenRules, requiredSources, sourceKey, validateMaps } from './validate.js'

describe('what must be mapped', () => {
  test.prop([anyPlatform, anyOccurring])(
    'is what is active and what occurs, each once',
    (platform, occurring) => {
      const keys = requiredSources(platform, occurring).map(sourceKey)
      expect(new Set(keys).size).toBe(keys.length)
      const isActive = ({ status }: { readonly status: string }) => status === 'Active'
      const expected = [
        ...platform.taxRates.map(({ id }) => sourceKey({ kind: 'taxRate', sourceId: id })),
        ...platform.revenueCategories
          .filter(isActive)
          .map(({ id }) => sourceKey({ kind: 'revenueCategory', sourceId: id })),
        ...platform.paymentMethods
          .filter(isActive)
          .map(({ id }) => sourceKey({ kind: 'paymentMethod', sourceId: id })),
        ...occurring.map(sourceKey),
      ]
      expect(new Set(keys)).toEqual(new Set(expected))
    },
  )

  test.prop([anyPlatform, anyIntegrator, anyOccurring, anyRules])(
    'is missing exactly if no rule is for it, here or anywhere',
    (platform, integrator, occurring, rules) => {
      const { missing } = validateMaps(rules, platform, integrator, occurring)
      const mapped = new Set(rules.map(sourceKey))
      const expected = requiredSources(platform, occurring).filter((source) => !mapped.has(sourceKey(source)))
      expect(missing).toEqual(expected.map((source) => ({ ...source, locationId: null })))
    },
  )

  test.prop([anyPlatform, anyIntegrator, anyOccurring, anyRules])(
    'says of a rule that it is broken exactly if its target cannot serve',
    (platform, integrator, occurring, rules) => {
      const serves = ({ kind, integrationId }: MapAssignment) =>
        kind === 'taxRate'
          ? integrator.taxRates.some(
              ({ id, isActive, appliesToRevenue }) => id === integrationId && isActive && appliesToRevenue,
            )
          : integrator.accounts.some(
              ({ id, isActive, takesRevenue, takesPayments }) =>
                id === integrationId && isActive && (kind === 'paymentMethod' ? takesPayments : takesRevenue),
            )
      const { broken } = validateMaps(rules, platform, integrator, occurring)
      expect(broken.map(({ rule }) => rule)).toEqual(rules.filter((rule) => !serves(rule)))
    },
  )
})

describe('a broken rule', () => {
  const integrator = integratorOf(
    [
      accountOf('old', 'Old Sales', 'REVENUE', { isActive: false }),
      accountOf('bank', 'Main Bank', 'BANK', { takesRevenue: false }),
      accountOf('sales', 'Sales', 'REVENUE', { takesPayments: false }),
    ],
    [
      integratorRateOf('old', 'Old VAT', '0.19', { isActive: false }),
      integratorRateOf('input', 'Input VAT', '0.19', { appliesToRevenue: false }),
    ],
  )

  it.each([
    ['revenueCategory', 'gone', "The account 'gone' does not exist at the integrator; map to one that does."],
    [
      'revenueCategory',
      'old',
      "The account 'Old Sales' was archived at the integrator; restore it or map to another.",
    ],
    ['revenueCategory', 'bank', "The account 'Main Bank' does not take sales; map to another."],
    ['paymentMethod', 'sales', "The account 'Sales' does not take payments; enable payments to it"],
    ['taxRate', 'gone', "The tax rate 'gone' does not exist"],
    ['taxRate', 'old', "The tax rate 'Old VAT' was archived"],
    ['taxRate', 'input', "The tax rate 'Input VAT' does not apply to sales"],
  ] as const)('of the kind %s to %s says what to do', (kind, integrationId, explanation) => {
    const rule = { kind, sourceId: '30', locationId: null, integrationId }
    expect(brokenRules([rule], integrator)).toEqual([
      { rule, explanation: expect.stringContaining(explanation) },
    ])
  })

  it('does not count as missing', () => {
    const platform = platformOf({ revenueCategories: { 30: 'Retail' } })
    const rule = { kind: 'revenueCategory', sourceId: '30', locationId: null, integrationId: 'gone' } as const
    expect(validateMaps([rule], platform, integrator, [])).toMatchObject({ missing: [], broken: [{ rule }] })
  })
})
