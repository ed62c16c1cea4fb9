import { describe, expect, it } from 'vitest'
import { readOrder } from './read-order.js'

const terms = { currency: 'EUR', timeZone: 'UTC', cutOff: 0, locations: {} }

const minimal = {
  id: '1041',
  type: 'Sale',
  orderDate: '2026-03-01T17:30:00',
  locationId: '1',
  items: [{ id: 1, netAmount: 10, total: 10 }],
  cost: { total: 10 },
  payments: [{ paymentMethodId: 7, amount: 10 }],
  lastModifiedTime: '2026-03-01T16:30:00Z',
}

const many = (length: number, element: unknown): unknown[] => Array.from({ length }, () => element)

describe('ten megabytes of garbage', () => {
  const text = 'x'.repeat(10_000_000)
  const item = { id: '1', netAmount: 'x', total: 'x' }
  const cases: Record<string, unknown> = {
    'a text': text,
    'a text for an id': { ...minimal, id: text },
    'a text for a date': { ...minimal, orderDate: text },
    'a text for a currency': { ...minimal, currency: text },
    'a text for a type': { ...minimal, type: text },
    'a text for an amount': { ...minimal, cost: { total: text } },
    'a text for a description': { ...minimal, items: [{ ...minimal.items[0], description: text }] },
    'five million items': { ...minimal, items: many(5_000_000, 0) },
    'five million payments': { ...minimal, payments: many(5_000_000, 0) },
    'five million taxes': {
      ...minimal,
      items: many(50_000, { ...item, taxes: many(100, {}) }),
    },
    'many items and many taxes': { ...minimal, items: [...many(33, {}), { ...item, taxes: many(100, {}) }] },
    'unreadable amounts': { ...minimal, items: many(100_000, item) },
    'unknown members': Object.fromEntries(
      Array.from({ length: 300_000 }, (_, index) => [`member${index}`, 1]),
    ),
  }

  it.each(Object.entries(cases))('%s are refused in few words', (_, input) => {
    const reading = readOrder(input, terms)
    const problems = reading.ok ? [] : reading.problems
    expect(problems.length).toBeGreaterThan(0)
    expect(problems.length).toBeLessThanOrEqual(100)
    expect(JSON.stringify(problems).length).toBeLessThan(20_000)
  })
})

it('reads fifty thousand lines', () => {
  const items = Array.from({ length: 50_000 }, (_, index) => ({ id: index, netAmount: '0.10', total: 0.1 }))
  const reading = readOrder({ ...minimal, items }, terms)
  expect(reading).toMatchObject({ ok: true, order: { cost: { netAmount: 500_000n } } })
})
