import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { balancedOrder, businessDates, inputOf, tradingTerms as terms } from '../../test/order-arbitrary.js'
import { orderTypes } from './order.js'
import { readOrder } from './read-order.js'

type Path = readonly (string | number)[]

const minimal = {
  id: '1041',
  type: 'Sale',
  orderDate: '2026-03-01T17:30:00',
  locationId: '1',
  items: [{ id: 1, netAmount: 10, total: '10.00' }],
  cost: { total: 10 },
  payments: [{ paymentMethodId: 7, amount: 10.0 }],
  lastModifiedTime: '2026-03-01T16:30:00Z',
}

const textOf = (path: Path) =>
  path.reduce<string>(
    (text, part) => text + (typeof part === 'number' ? `[${part}]` : `${text && '.'}${part}`),
    '',
  )

/** The paths of all members of a JSON value, containers and leaves. */
function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const members = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  return [path, ...members.flatMap(([name, member]) => pathsIn(member, [...path, name]))]
}

function replaced(value: unknown, [name, ...rest]: Path, by: unknown): unknown {
  if (name === undefined) return by
  if (Array.isArray(value))
    return value.map((element, index) => (index === name ? replaced(element, rest, by) : element))
  return Object.fromEntries(
    Object.entries(value as object).map(([key, member]) => [
      key,
      key === name ? replaced(member, rest, by) : member,
    ]),
  )
}

const corrupted = (by: fc.Arbitrary<unknown>) =>
  balancedOrder
    .map(inputOf)
    .chain((input) =>
      fc
        .tuple(fc.constantFrom(...pathsIn(input)), by)
        .map(([path, bad]) => ({ path, input: replaced(input, path, bad) })),
    )

const problemsOf = (input: unknown) => {
  const reading = readOrder(input, terms)
  return reading.ok ? [] : reading.problems
}

describe('an order that can be read', () => {
  test.prop([balancedOrder])('is what was sent', (order) => {
    expect(readOrder(inputOf(order), terms)).toEqual({ ok: true, order })
    expect(readOrder(JSON.parse(JSON.stringify(inputOf(order))), terms)).toEqual({ ok: true, order })
  })

  it('may leave out what nothing depends on', () => {
    expect(readOrder(minimal, terms)).toEqual({
      ok: true,
      order: {
        id: '1041',
        type: 'Sale',
        orderDate: '2026-03-01T17:30:00',
        orderTime: '2026-03-01T16:30:00.000Z',
        businessDate: '2026-03-01',
        locationId: '1',
        currency: 'EUR',
        purchaser: null,
        items: [
          {
            id: '1',
            productId: null,
            productType: null,
            description: null,
            revenueCategoryId: null,
            quantity: null,
            unitPrice: null,
            discount: 0n,
            netAmount: 1000n,
            taxes: [],
            total: 1000n,
          },
        ],
        cost: { netAmount: 1000n, discount: 0n, taxAmount: 0n, total: 1000n },
        payments: [{ id: '1', paymentMethodId: '7', amount: 1000n }],
        lastModifiedTime: '2026-03-01T16:30:00.000Z',
        createdTime: null,
      },
    })
  })

  it.each([
    ['1', '2026-03-01T03:59:00', '2026-03-01'],
    ['night', '2026-03-01T03:59:00', '2026-02-28'],
    ['night', '2026-03-01T04:00:00', '2026-03-01'],
    ['1', '2026-02-28T23:30:00Z', '2026-03-01'],
    ['1', '2026-03-29T01:30:00+00:00', '2026-03-29'],
    ['far', '2026-03-01T10:30:00Z', '2026-03-02'],
    ['far', '2026-03-01T10:30:00', '2026-03-01'],
    ['constructor', '2026-03-01T10:30:00', '2026-03-01'],
    ['__proto__', '2026-03-01T10:30:00', '2026-03-01'],
  ])('at %s on %s stands in the books of %s', (locationId, orderDate, businessDate) => {
    expect(readOrder({ ...minimal, locationId, orderDate }, terms)).toMatchObject({
      ok: true,
      order: { businessDate },
    })
  })
})

describe('an order that cannot be read', () => {
  test.prop([fc.jsonValue()], { numRuns: 500 })('never makes it throw, whatever it is', (value) => {
    expect(readOrder(value, terms)).toMatchObject({ ok: false })
    expect(problemsOf(value).length).toBeGreaterThan(0)
  })

  test.prop([corrupted(fc.jsonValue())], { numRuns: 1000 })(
    'names a member in every problem',
    ({ path, input }) => {
      for (const { member, problem } of problemsOf(input)) {
        expect(problem).not.toBe('')
        if (path.length > 0) expect(member).toMatch(/^[a-z]+/)
      }
    },
  )

  const misfit = fc.constantFrom<unknown>(true, 'not this', 1e300, { no: 'member' })
  test.prop([corrupted(misfit)], { numRuns: 1000 })(
    'names the very member that is wrong',
    ({ path, input }) => {
      for (const { member } of problemsOf(input)) {
        const isCurrencyOrType = ['currency', 'type'].includes(textOf(path))
        if (!isCurrencyOrType) expect(member.startsWith(textOf(path))).toBe(true)
      }
    },
  )

  test.prop([corrupted(fc.constant(true)).filter(({ path }) => path.length > 0)], { numRuns: 1000 })(
    'is never taken with a truth value in it',
    ({ path, input }) => {
      expect(problemsOf(input).map(({ member }) => member)).toContain(textOf(path))
    },
  )

  it.each<[string, object, string, string]>([
    ['no id', { id: undefined }, 'id', 'must be a string or a whole number'],
    ['an empty id', { id: '' }, 'id', 'must not be empty'],
    ['a fractional id', { id: 1.5 }, 'id', 'must be a string or a whole number'],
    ['an unknown type', { type: 'Exchange' }, 'type', 'Sale'],
    ['a date without time', { orderDate: '2026-03-01' }, 'orderDate', "'2026-03-01' is not a date and time"],
    [
      'a day that does not exist',
      { orderDate: '2026-02-30T10:00:00' },
      'orderDate',
      'is not a date and time',
    ],
    [
      'the least date of .NET',
      { orderDate: '0001-01-01T00:00:00' },
      'orderDate',
      'is not in the years 1900 to 9999',
    ],
    [
      'the last instant of all',
      { orderDate: '9999-12-31T23:59:59Z', locationId: 'far' },
      'orderDate',
      'years 1900',
    ],
    [
      'a local last-modified time',
      { lastModifiedTime: '2026-03-01T10:00:00' },
      'lastModifiedTime',
      'not a moment in UTC',
    ],
    ['a wrong creation time', { createdTime: 'yesterday' }, 'createdTime', 'not a moment in UTC'],
    ['a wrong currency', { currency: 'euro' }, 'currency', "'euro' is not an ISO 4217 code"],
    ['a fraction of a cent', { cost: { total: '10.001' } }, 'cost.total', '10.001 has more than 2 decimals'],
    [
      'a fraction of a yen',
      { currency: 'JPY', cost: { total: 0.5 } },
      'cost.total',
      '0.5 has more than 0 decimals',
    ],
    ['too many digits', { cost: { total: 1234567890123456.8 } }, 'cost.total', 'send it as a string'],
    [
      'too much money',
      { cost: { total: '10000000000000.00' } },
      'cost.total',
      'is 1000000000000000 minor units or beyond',
    ],
    ['a negative sale', { cost: { total: -10 } }, 'cost.total', 'is negative in a Sale'],
    ['a positive refund', { type: 'Refund' }, 'cost.total', 'is positive in a Refund'],
    [
      'a NUL',
      { items: [{ ...minimal.items[0], description: 'a\0b' }] },
      'items[0].description',
      'NUL character',
    ],
    ['half a character', { locationId: '\ud83d' }, 'locationId', 'half of a surrogate pair'],
    [
      'a wrong quantity',
      { items: [{ ...minimal.items[0], quantity: 'two' }] },
      'items[0].quantity',
      "'two' is not a decimal",
    ],
    [
      'a wrong tax',
      { items: [{ ...minimal.items[0], taxes: [{ taxRateId: '01:01', amount: '0.8.0' }] }] },
      'items[0].taxes[0].amount',
      'is not a decimal number',
    ],
    [
      'a payment without method',
      { payments: [{ amount: 10 }] },
      'payments[0].paymentMethodId',
      'must be a string',
    ],
  ])('for %s', (_, change, member, problem) => {
    expect(problemsOf({ ...minimal, ...change })).toContainEqual({
      member,
      problem: expect.stringContaining(problem),
    })
  })

  it('tells all that is wrong at once, and which order it is', () => {
    const input = { ...minimal, orderDate: 'today', cost: { total: '1.234' }, lastModifiedTime: 'now' }
    expect(readOrder(input, terms)).toMatchObject({
      ok: false,
      orderId: '1041',
      problems: [{ member: 'orderDate' }, { member: 'cost.total' }, { member: 'lastModifiedTime' }],
    })
    expect(readOrder({ id: 7 }, terms)).toMatchObject({ ok: false, orderId: '7' })
    expect(readOrder({ id: {} }, terms)).toMatchObject({ ok: false, orderId: null })
    expect(readOrder(null, terms)).toMatchObject({ ok: false, orderId: null, problems: [{ member: '' }] })
  })

  it('for sums of what was left out that are too large', () => {
    const items = [1, 2].map((id) => ({ id, netAmount: '9000000000000', total: '9000000000000' }))
    expect(problemsOf({ ...minimal, items })).toEqual([
      { member: 'cost.netAmount', problem: expect.stringContaining('minor units or beyond') },
    ])
  })
})

test.prop([
  fc.constantFrom(...orderTypes),
  fc.bigInt({ min: -500n, max: 500n }),
  fc.constantFrom(...businessDates),
])('the sign of a total goes with the type', (type, total, date) => {
  const reading = readOrder(
    { ...minimal, type, orderDate: `${date}T10:00`, currency: 'JPY', cost: { total: `${total}` } },
    terms,
  )
  expect(reading.ok).toBe(!(type === 'Sale' && total < 0n) && !(type === 'Refund' && total > 0n))
})
