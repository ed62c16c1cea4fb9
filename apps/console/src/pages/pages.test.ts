import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import type { Day, ReviewItem } from '../data/contract.js'
import { english } from '../texts/english.js'
import { itemKey, mapInput, shownItems, suggestedChoices, sureness, targetsOf } from './mapping/map-items.js'
import { preferenceInput, preferenceProblems, preferenceValues } from './preferences/preference-values.js'
import { checksOf } from './start/checks.js'
import { dayState } from './sync/day-state.js'
import { barsOf, sumDays } from './sync/day-sums.js'

const item = (changes: Partial<ReviewItem>): ReviewItem => ({
  MapType: 1,
  MindbodyId: '1',
  Name: 'Classes',
  IntegrationId: null,
  Problem: null,
  IsNeeded: true,
  Amount: 10,
  Suggestion: null,
  ...changes,
})

describe('the mapping', () => {
  const items = [
    item({}),
    item({ MindbodyId: '2', Name: 'Retail', Amount: 90, IntegrationId: 'a' }),
    item({ MindbodyId: '3', Name: 'Gifts', Problem: 'It is gone.', IntegrationId: 'b' }),
    item({ MindbodyId: '4', Name: 'Old', IsNeeded: false, Amount: 0 }),
    item({
      MapType: 2,
      MindbodyId: '1',
      Name: 'Cash',
      Suggestion: { IntegrationId: 'c', Score: 0.9, Reason: 'r' },
    }),
  ]
  const names = (filter: 'all' | 'todo' | 'problems', search = '') =>
    shownItems(items, 1, filter, search).map(({ Name }) => Name)

  it('shows the most money first, and what is asked for', () => {
    expect(names('all')).toEqual(['Retail', 'Classes', 'Gifts', 'Old'])
    expect(names('todo')).toEqual(['Classes', 'Gifts'])
    expect(names('problems')).toEqual(['Gifts'])
    expect(names('all', 'ret')).toEqual(['Retail'])
  })

  it('tells items of one id apart', () => {
    expect(new Set([...items, item({ LocationId: '1' })].map(itemKey)).size).toBe(6)
  })

  it('sends choices by list, with the location where there is one', () => {
    const choices = [
      { item: item({ LocationId: '7' }), integrationId: 'x' },
      ...suggestedChoices(items),
      { item: item({ MindbodyId: '2' }), integrationId: 'y' },
    ]
    expect(mapInput(choices)).toEqual([
      {
        MapType: 1,
        MapItems: [
          { MindbodyId: '1', IntegrationId: 'x', LocationId: '7' },
          { MindbodyId: '2', IntegrationId: 'y' },
        ],
      },
      { MapType: 2, MapItems: [{ MindbodyId: '1', IntegrationId: 'c' }] },
    ])
  })

  it('offers only what exists and serves', () => {
    const account = { Code: '200', IsActive: true, Type: 'REVENUE', TakesPayments: false, TakesRevenue: true }
    const configuration = {
      IntegrationType: 0,
      InspectionTimes: [],
      Accounts: [
        { ...account, Id: 'a', Name: 'Sales' },
        { ...account, Id: 'b', Name: 'Old sales', IsActive: false },
        { ...account, Id: 'c', Name: 'Bank', TakesPayments: true, TakesRevenue: false, Code: null },
      ],
      TaxRates: [
        { Id: 't', Name: 'VAT', Rate: 0.0725, IsActive: true, AppliesToRevenue: true },
        { Id: 'u', Name: 'Import', Rate: null, IsActive: true, AppliesToRevenue: false },
      ],
    }
    expect(targetsOf(configuration, 1)).toEqual([{ id: 'a', label: 'Sales', detail: '200 · REVENUE' }])
    expect(targetsOf(configuration, 2)).toEqual([{ id: 'c', label: 'Bank', detail: 'REVENUE' }])
    expect(targetsOf(configuration, 0)).toEqual([{ id: 't', label: 'VAT', detail: '7.25 %' }])
  })

  it('says how good a suggestion is', () => {
    expect([0.9, 0.5, 0.1].map(sureness)).toEqual(['high', 'medium', 'low'])
  })
})

describe('the checks before the start', () => {
  const review = {
    Since: '2026-01-01',
    Currency: 'USD',
    Coverage: { Mapped: 1, Total: 1 },
    Items: [item({ IntegrationId: 'a' })],
  }
  const books = (changes: object) => ({
    IntegrationConfiguration: {
      IntegrationType: 0,
      InspectionTimes: [],
      Organisation: {
        Name: 'Studio',
        Country: 'US',
        Currency: 'USD',
        LockedThrough: null,
        TimeZone: null,
        ...changes,
      },
    },
  })
  const tones = (changes: object, items = review.Items) =>
    checksOf(books(changes), { ...review, Items: items }, '2026-03-01', english.start, 'en').map(
      ({ tone }) => tone,
    )

  it('are in order when nothing is in the way', () => {
    expect(new Set(tones({}))).toEqual(new Set(['ok']))
  })

  it('warn of another currency and of a locked period', () => {
    expect(tones({ Currency: 'EUR' })).toContain('warn')
    expect(tones({ LockedThrough: '2026-03-01' })).toContain('warn')
    expect(tones({ LockedThrough: '2026-02-28' })).not.toContain('warn')
  })

  it('stop what would be held back', () => {
    expect(tones({}, [item({})])).toContain('bad')
    expect(tones({}, [item({ IntegrationId: 'a', Problem: 'gone' })])).toContain('bad')
  })
})

describe('preferences', () => {
  it('begin with what suits most, and with what was saved', () => {
    expect(preferenceValues(null, '2026-03-01')).toMatchObject({
      summarise: true,
      startDate: '2026-03-01',
      syncTime: '04:30',
    })
    const saved = { SummarizeData: false, StartDate: '2026-01-01', RoundingTolerance: 2 }
    const values = preferenceValues(saved, '2026-03-01')
    expect(preferenceInput(values)).toEqual({
      SummarizeData: false,
      ByLocation: false,
      StartDate: '2026-01-01',
      SyncTime: null,
      LockedPeriod: 'Hold',
      RoundingTolerance: 2,
    })
  })

  it('are not saved with what is no date or no number of cents', () => {
    const values = preferenceValues(null, '2026-03-01')
    expect(preferenceProblems(values)).toEqual({})
    expect(preferenceProblems({ ...values, startDate: '', tolerance: '1.5' })).toEqual({
      startDate: true,
      tolerance: true,
    })
    expect(preferenceProblems({ ...values, tolerance: '101' })).toEqual({ tolerance: true })
  })
})

const amount = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((cents) => cents / 100)
const someDay = (changes: Partial<Day>): Day => ({
  Date: '2026-03-01',
  Orders: 1,
  Sold: 0,
  Posted: 0,
  Held: 0,
  Rejected: 0,
  InDoubt: 0,
  Waiting: 0,
  State: 'AllSent',
  ...changes,
})

describe('days', () => {
  test.prop([fc.array(fc.tuple(amount, amount), { maxLength: 60 })])('fit into their chart', (amounts) => {
    const days = amounts.map(([Sold, Posted]) => someDay({ Sold, Posted }))
    const { bars, zero } = barsOf(days, 'USD')
    expect(bars).toHaveLength(days.length)
    for (const bar of bars.flatMap(({ sold, posted }) => [sold, posted])) {
      expect(bar.top).toBeGreaterThanOrEqual(0)
      expect(bar.top + bar.height).toBeLessThanOrEqual(1000)
      expect([bar.top, bar.top + bar.height]).toContain(zero)
    }
    const { sold } = sumDays(days, 'USD')
    expect(sold).toBe(amounts.reduce((sum, [each]) => sum + BigInt(Math.round(each * 100)), 0n))
  })

  it('are a problem only where something cannot be sent', () => {
    expect(dayState(someDay({ State: 'SomethingHeld', Waiting: 5 }))).toBe('NotYet')
    expect(dayState(someDay({ State: 'SomethingHeld', Held: 5 }))).toBe('SomethingHeld')
    expect(dayState(someDay({ State: 'Nothing' }))).toBe('Nothing')
  })
})
