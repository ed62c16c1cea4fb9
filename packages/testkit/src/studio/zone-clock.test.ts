import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { shiftDate, zoneClock } from './zone-clock.js'

const eastern = zoneClock('America/New_York')

describe('zoneClock', () => {
  it('knows winter and summer time', () => {
    expect(eastern.toInstant('2026-01-10', 9 * 3600)).toBe(Date.parse('2026-01-10T14:00:00Z'))
    expect(eastern.toInstant('2026-07-10', 9 * 3600)).toBe(Date.parse('2026-07-10T13:00:00Z'))
    expect(eastern.toLocal(Date.parse('2026-01-10T03:30:00Z'))).toBe('2026-01-09T22:30:00')
  })

  it('never shows a time that clocks skip', () => {
    const shown = eastern.toLocal(eastern.toInstant('2026-03-08', 2 * 3600 + 1800))
    expect(['2026-03-08T01:30:00', '2026-03-08T03:30:00']).toContain(shown)
  })

  it('counts the day on which clocks are set back as 25 hours', () => {
    const hours = (eastern.toInstant('2026-11-02', 0) - eastern.toInstant('2026-11-01', 0)) / 3_600_000
    expect(hours).toBe(25)
  })

  test.prop([
    fc.constantFrom('America/Los_Angeles', 'Europe/London', 'Australia/Lord_Howe', 'Asia/Kathmandu'),
    fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2035, 0) }),
  ])('shows what the runtime shows', (zone, instant) => {
    const shown = new Date(instant).toLocaleString('sv-SE', { timeZone: zone }).replace(' ', 'T')
    expect(zoneClock(zone).toLocal(instant)).toBe(shown)
  })
})

describe('toInstant', () => {
  test.prop([
    fc.constantFrom('America/Los_Angeles', 'Europe/London', 'Australia/Lord_Howe'),
    fc.constantFrom('2026-03-08', '2026-03-29', '2026-04-05', '2026-10-04', '2026-10-25', '2026-11-01'),
    fc.integer({ min: 0, max: 86_399 }),
  ])('finds every wall clock of days on which clocks change', (zone, date, second) => {
    const clock = zoneClock(zone)
    const instant = Date.parse(`${date}T00:00:00Z`) + second * 1000
    const shown = clock.toLocal(instant)
    const [hours = 0, minutes = 0, seconds = 0] = shown.slice(11).split(':').map(Number)
    expect(clock.toLocal(clock.toInstant(shown.slice(0, 10), hours * 3600 + minutes * 60 + seconds))).toBe(
      shown,
    )
  })
})

describe('shiftDate', () => {
  it('counts over months, years and leap days', () => {
    expect(shiftDate('2028-02-28', 1)).toBe('2028-02-29')
    expect(shiftDate('2026-01-01', -1)).toBe('2025-12-31')
  })
})
