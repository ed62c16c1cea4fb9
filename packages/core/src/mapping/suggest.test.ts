import { fc, test } from '@fast-check/vitest'
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
import { suggestMaps } from './suggest.js'
import { brokenRules, requiredSources, sourceKey, validateMaps } from './validate.js'

const situation = [anyPlatform, anyIntegrator, anyOccurring, anyRules] as const

describe('every suggestion', () => {
  test.prop([...situation], { numRuns: 500 })(
    'points to what exists, is active and serves the purpose',
    (...all) => {
      const [, integrator] = all
      const rules = suggestMaps(...all).map((suggestion) => ({ ...suggestion, locationId: null }))
      expect(brokenRules(rules, integrator)).toEqual([])
    },
  )

  test.prop([...situation])(
    'is for a source that needs a rule and has no sound one, at most one for each',
    (...all) => {
      const [platform, integrator, occurring, rules] = all
      const broken = new Set(brokenRules(rules, integrator).map(({ rule }) => rule))
      const mapped = new Set(rules.filter((rule) => !broken.has(rule)).map(sourceKey))
      const open = requiredSources(platform, occurring)
        .map(sourceKey)
        .filter((key) => !mapped.has(key))
      const suggested = suggestMaps(...all).map(sourceKey)
      expect(open.filter((key) => suggested.includes(key))).toEqual(suggested)
    },
  )

  test.prop([...situation], { numRuns: 500 })('has a score above 0 and at most 1, and a reason', (...all) => {
    for (const { score, reason } of suggestMaps(...all)) {
      expect(score).toBeGreaterThan(0)
      expect(score).toBeLessThanOrEqual(1)
      expect(reason).not.toBe('')
    }
  })

  test.prop([...situation])(
    'is the same however the integrator lists its accounts and rates',
    (platform, integrator, ...rest) => {
      const { accounts, taxRates } = integrator
      const reversed = { ...integrator, accounts: accounts.toReversed(), taxRates: taxRates.toReversed() }
      expect(suggestMaps(platform, reversed, ...rest)).toEqual(suggestMaps(platform, integrator, ...rest))
    },
  )

  test.prop([...situation])('once taken is not made again', (platform, integrator, occurring, rules) => {
    const taken = suggestMaps(platform, integrator, occurring, rules).map((each) => ({
      ...each,
      locationId: null,
    }))
    const isReplaced = new Set(taken.map((rule) => `${sourceKey(rule)} null`))
    const kept = rules.filter((rule) => !isReplaced.has(`${sourceKey(rule)} ${rule.locationId}`))
    expect(suggestMaps(platform, integrator, occurring, [...kept, ...taken])).toEqual([])
  })

  const fraction = fc.integer({ min: 0, max: 300 }).map((perMille) => (perMille / 1000).toFixed(3))
  test.prop([fraction, fraction])('for a tax has the same rate if both are known', (charged, offered) => {
    const platform = platformOf({ taxRates: { '01:01': ['Sales Tax', charged] } })
    const integrator = integratorOf([], [integratorRateOf('x', 'Sales Tax', `${offered}0`)])
    expect(suggestMaps(platform, integrator, [], []).length).toBe(charged === offered ? 1 : 0)
  })

  test.prop([...situation])('leaves less missing than before', (platform, integrator, occurring, rules) => {
    const suggestions = suggestMaps(platform, integrator, occurring, rules)
    const missing = (all: typeof rules) => validateMaps(all, platform, integrator, occurring).missing.length
    const isNew = suggestions.filter((each) => !rules.some((rule) => sourceKey(rule) === sourceKey(each)))
    const added = isNew.map((each) => ({ ...each, locationId: null }))
    expect(missing([...rules, ...added] as typeof rules)).toBe(missing(rules) - isNew.length)
  })
})

describe('suggestions for taxes', () => {
  const platform = platformOf({
    taxRates: { '01:01': ['State Sales Tax', '0.06'], '01:02': ['City Tax', '0.0225'] },
  })
  const integrator = integratorOf(
    [],
    [
      integratorRateOf('both', 'State and City', '0.0825'),
      integratorRateOf('state', 'State Tax on Sales', '0.060'),
      integratorRateOf('other', 'Luxury', '0.06'),
      integratorRateOf('zero', 'Zero Rated', '0'),
      integratorRateOf('exempt', 'Tax Exempt', '0'),
      integratorRateOf('city', 'City Tax', null),
    ],
  )
  const suggested = (sourceId: string) =>
    suggestMaps(platform, integrator, [{ kind: 'taxRate', sourceId }], []).find(
      (each) => each.sourceId === sourceId,
    )

  it('go by the rate, then by the name', () => {
    expect(suggested('01:01')).toEqual({
      kind: 'taxRate',
      sourceId: '01:01',
      integrationId: 'state',
      score: 1,
      reason: 'the same rate of 6%; both names have "sale", "state", "tax"',
    })
  })

  it('add up the simple rates of a set', () => {
    expect(suggested('01:01+01:02')).toMatchObject({
      integrationId: 'both',
      reason: 'the same rate of 8.25%; both names have "city", "state"',
    })
  })

  it('go by the name alone where there is no rate to compare, and say so', () => {
    expect(suggested('01:02')).toMatchObject({
      integrationId: 'city',
      score: 0.5,
      reason: 'both names have "city", "tax"; the rates cannot be compared',
    })
  })

  it('for what is untaxed rather exempt than rate at zero', () => {
    expect(suggested('none')).toMatchObject({
      integrationId: 'exempt',
      reason: expect.stringContaining('same rate of 0%'),
    })
  })

  it('are none for rates of which nothing is known', () => {
    expect(suggested('09:09')).toBeUndefined()
    expect(suggested('01:01+09:09')).toMatchObject({ reason: expect.stringContaining('cannot be compared') })
  })
})

describe('suggestions for accounts', () => {
  const integrator = integratorOf([
    accountOf('bank', 'Business Bank Account', 'BANK', { takesRevenue: false }),
    accountOf('cash', 'Petty Cash', 'BANK', { takesRevenue: false }),
    accountOf('card', 'Credit Card Clearing', 'BANK', { takesRevenue: false }),
    accountOf('advance', 'Unearned Revenue', 'CURRLIAB'),
    accountOf('gift', 'Gift Cards Outstanding', 'CURRLIAB'),
    accountOf('retail', 'Retail Sales', 'REVENUE', { takesPayments: false }),
    accountOf('returns', 'Retail Returns', 'EXPENSE', { takesPayments: false }),
    accountOf('rounding', 'Rounding', 'CURRLIAB'),
  ])
  const suggested = (kind: 'revenueCategory' | 'paymentMethod', name: string) => {
    const platform = platformOf(
      kind === 'paymentMethod' ? { paymentMethods: { x: name } } : { revenueCategories: { x: name } },
    )
    return suggestMaps(platform, integrator, [], [])[0]
  }
  const occurring = (sourceId: string) =>
    suggestMaps(platformOf({}), integrator, [{ kind: 'revenueCategory', sourceId }], [])[0]

  it.each([
    ['paymentMethod', 'Cash', 'cash'],
    ['paymentMethod', 'Credit Card', 'card'],
    ['paymentMethod', 'Client Credit Card', 'card'],
    ['paymentMethod', 'Gift Card', 'gift'],
    ['paymentMethod', 'Account Credit', 'advance'],
    ['revenueCategory', 'Retail', 'retail'],
    ['revenueCategory', 'Gift Cards', 'gift'],
  ] as const)('for the %s %s: %s', (kind, name, account) => {
    expect(suggested(kind, name)?.integrationId).toBe(account)
  })

  it.each([
    ['type:GiftCard', 'gift'],
    ['type:AccountCredit', 'advance'],
    ['rounding', 'rounding'],
  ])('for the category %s: %s', (sourceId, account) =>
    expect(occurring(sourceId)?.integrationId).toBe(account),
  )

  it('are none where no name is alike', () => {
    expect(suggested('revenueCategory', 'Yoga')).toBeUndefined()
    expect(suggested('paymentMethod', 'Cheque')).toBeUndefined()
    expect(occurring('type:Tip')).toBeUndefined()
  })

  it('know money received in advance by the method’s type too', () => {
    const platform = platformOf({ paymentMethods: { x: 'Plastic' } })
    const methods = platform.paymentMethods.map((method) => ({ ...method, type: 'GiftCard' }))
    expect(suggestMaps({ ...platform, paymentMethods: methods }, integrator, [], [])).toMatchObject([
      {
        integrationId: 'advance',
        score: 0.5,
        reason: 'a liability account, as the money was received in advance',
      },
    ])
  })

  it('replace a rule that points to nothing', () => {
    const platform = platformOf({ paymentMethods: { x: 'Cash' } })
    const rule = { kind: 'paymentMethod', sourceId: 'x', locationId: null, integrationId: 'gone' } as const
    expect(suggestMaps(platform, integrator, [], [rule])).toMatchObject([{ integrationId: 'cash' }])
    expect(suggestMaps(platform, integrator, [], [{ ...rule, integrationId: 'bank' }])).toEqual([])
  })

  it('count for something even if two long names have but one word in common', () => {
    const long = Array.from({ length: 400 }, (_, index) => `word${index}`).join(' ')
    const platform = platformOf({ revenueCategories: { x: 'word7' } })
    expect(suggestMaps(platform, integratorOf([accountOf('a', long, 'EXPENSE')]), [], [])).toMatchObject([
      { integrationId: 'a', score: 0.01 },
    ])
  })

  it('prefer the usual type of account and say why', () => {
    expect(suggested('revenueCategory', 'Retail')).toMatchObject({
      score: 0.73,
      reason: 'both names have "retail"; an account of the type REVENUE',
    })
  })
})
