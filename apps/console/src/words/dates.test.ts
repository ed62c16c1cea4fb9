import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { addDays, formatDate, formatWallClock, localDate, weekdayOf } from './dates.js'

const date = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2090-01-01T00:00:00Z'), noInvalidDate: true })
  .map((instant) => instant.toISOString().slice(0, 10))

describe('calendar dates', () => {
  test.prop([date, fc.integer({ min: -5000, max: 5000 })])('go forth and back', (from, days) => {
    expect(addDays(addDays(from, days), -days)).toBe(from)
  })

  test.prop([date])('have the next weekday a day later', (from) => {
    expect(weekdayOf(addDays(from, 1))).toBe((weekdayOf(from) + 1) % 7)
  })

  it('are never moved by a time zone', () => {
    expect(formatDate('2026-03-02', 'en-US')).toBe('Mar 2, 2026')
    expect(formatDate('2026-03-02', 'en-US', 'long')).toBe('Monday, March 2, 2026')
    expect(weekdayOf('2026-03-02')).toBe(0)
  })

  it('are those of the reader', () => {
    const noon = new Date(2026, 2, 2, 12).getTime()
    expect(localDate(noon)).toBe('2026-03-02')
  })
})

it('shows the clock at the place of sale', () => {
  expect(formatWallClock('2026-03-02T12:00:00.000-05:00', 'en-US')).toBe('Mar 2, 2026, 12:00 PM')
})
