import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { addDays, isCalendarDate, isLocalDateTime, toInstant } from './calendar-date.js'

const two = (number: number) => String(number).padStart(2, '0')
const anyDate = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), fc.nat({ max: 14 }), fc.nat({ max: 33 }))
  .map(([year, month, day]) => ({
    year,
    month,
    day,
    text: `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`,
  }))
const realDate = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('isCalendarDate', () => {
  test.prop([anyDate], { numRuns: 2000 })('agrees with Date', ({ year, month, day, text }) => {
    const date = new Date(0)
    date.setUTCFullYear(year, month - 1, day)
    const isReal =
      date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    expect(isCalendarDate(text)).toBe(isReal)
  })

  it.each([
    '',
    '2026-3-01',
    '20260301',
    '2026-03-01T00:00',
    ' 2026-03-01',
    '2026-03-01\n',
    '0000-01-01',
    '+002026-03-01',
  ])('refuses %j', (text) => expect(isCalendarDate(text)).toBe(false))
})

describe('a leap day', () => {
  it.each([
    ['1900', false],
    ['2000', true],
    ['2026', false],
    ['2028', true],
    ['2100', false],
  ])('is in %s: %s', (year, isLeap) => expect(isCalendarDate(`${year}-02-29`)).toBe(isLeap))
})

describe('addDays', () => {
  test.prop([realDate, fc.integer({ min: -800, max: 800 })])(
    'is undone by taking them away',
    (date, days) => {
      const moved = addDays(date, days)
      fc.pre(isCalendarDate(moved))
      expect(addDays(moved, -days)).toBe(date)
    },
  )

  test.prop([realDate])('goes to the very next day that exists', (date) => {
    const next = addDays(date, 1)
    fc.pre(isCalendarDate(next))
    const [day, month, year] = [date.slice(8), date.slice(5, 7), date.slice(0, 4)]
    const candidates = [
      `${year}-${month}-${two(Number(day) + 1)}`,
      `${year}-${two(Number(month) + 1)}-01`,
      `${String(Number(year) + 1).padStart(4, '0')}-01-01`,
    ]
    expect(next).toBe(candidates.find(isCalendarDate))
  })

  it('crosses a leap day', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2100-02-28', 1)).toBe('2100-03-01')
    expect(addDays('0050-01-01', -1)).toBe('0049-12-31')
  })
})

describe('isLocalDateTime', () => {
  it.each(['2026-03-01T00:00', '2026-03-01T23:59:59', '2026-12-31T23:59:60', '2026-03-01T10:30:00.1234567'])(
    'takes %s',
    (text) => expect(isLocalDateTime(text)).toBe(true),
  )

  it.each([
    '2026-03-01',
    '2026-02-30T10:00',
    '2026-03-01T24:00',
    '2026-03-01T10:60',
    '2026-03-01 10:30',
    '2026-03-01T10:30Z',
    '2026-03-01T10:30:00+01:00',
  ])('refuses %s', (text) => expect(isLocalDateTime(text)).toBe(false))
})

describe('toInstant', () => {
  const offset = fc.integer({ min: -14 * 60, max: 14 * 60 })
  const moment = fc.date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })

  test.prop([moment, offset])('is the same moment whatever its offset', (date, minutes) => {
    const local = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, -1)
    const size = Math.abs(minutes)
    const zone = `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
    expect(toInstant(local + zone)).toBe(date.toISOString())
  })

  test.prop([moment, moment])('sorts as text as it does in time', (left, right) => {
    const [first, second] = [toInstant(left.toISOString()) ?? '', toInstant(right.toISOString()) ?? '']
    expect(first < second).toBe(left.getTime() < right.getTime())
  })

  it.each([
    '2026-03-01T10:30:00',
    '2026-02-30T10:30:00Z',
    '2026-03-01T10:30:61Z',
    '2026-03-01T25:00:00Z',
    '2026-03-01T10:30:00+0100',
    '2026-03-01T10:30:00+99:00',
    '9999-12-31T23:00:00-14:00',
    '0001-01-01T00:00:00+14:00',
    'Sun, 01 Mar 2026 10:30:00 GMT',
    '1772361000000',
  ])('refuses %s', (text) => expect(toInstant(text)).toBeUndefined())
})
