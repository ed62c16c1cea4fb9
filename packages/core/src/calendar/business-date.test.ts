import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { businessDateOfLocal, instantOfLocal, isTimeZone, localTimeAt } from './business-date.js'
import { addDays } from './calendar-date.js'

const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
const moment = fc.date({
  min: new Date('2020-01-01T00:00:00Z'),
  max: new Date('2035-12-31T00:00:00Z'),
  noInvalidDate: true,
})

/** Half the moments within three hours of a clock change of the zone. */
const zonedMoment = fc
  .tuple(zone, moment, fc.boolean(), fc.integer({ min: -180, max: 180 }))
  .map(([timeZone, date, isNear, minutes]) => {
    const change = isNear ? nextClockChange(date, timeZone) : undefined
    return { timeZone, instant: new Date((change ?? date.getTime()) + minutes * 60_000).toISOString() }
  })

/** The zone's offset from UTC in minutes, by the runtime's name for it rather than by its calendar. */
function offsetAt(time: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  const name = format.formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign, hours = '0', minutes = '0'] = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

function nextClockChange(from: Date, timeZone: string): number | undefined {
  const halfYear = 183 * 86_400_000
  let [before, after] = [from.getTime(), from.getTime() + halfYear]
  const offset = offsetAt(before, timeZone)
  if (offsetAt(after, timeZone) === offset) return undefined
  while (after - before > 60_000) {
    const middle = Math.floor((before + after) / 2)
    if (offsetAt(middle, timeZone) === offset) before = middle
    else after = middle
  }
  return after
}

describe('localTimeAt', () => {
  test.prop([zonedMoment], { numRuns: 500 })(
    'is the moment in UTC plus the zone’s offset',
    ({ timeZone, instant }) => {
      const time = Date.parse(instant)
      const expected = new Date(time + offsetAt(time, timeZone) * 60_000).toISOString().slice(0, 19)
      expect(localTimeAt(instant, timeZone)).toBe(expected)
    },
  )

  it.each([
    ['2026-03-29T00:59:59.999Z', 'Europe/Berlin', '2026-03-29T01:59:59'],
    ['2026-03-29T01:00:00.000Z', 'Europe/Berlin', '2026-03-29T03:00:00'],
    ['2026-10-25T00:30:00.000Z', 'Europe/Berlin', '2026-10-25T02:30:00'],
    ['2026-10-25T01:30:00.000Z', 'Europe/Berlin', '2026-10-25T02:30:00'],
    ['2026-01-01T04:59:00.000Z', 'America/New_York', '2025-12-31T23:59:00'],
    ['2026-01-01T10:30:00.000Z', 'Pacific/Kiritimati', '2026-01-02T00:30:00'],
    ['2026-06-01T18:15:00.000Z', 'Asia/Kathmandu', '2026-06-02T00:00:00'],
    ['2026-06-01T00:00:00.000Z', 'UTC', '2026-06-01T00:00:00'],
  ])('of %s in %s is %s', (instant, timeZone, local) => expect(localTimeAt(instant, timeZone)).toBe(local))

  it('refuses a zone that does not exist', () => {
    expect(() => localTimeAt('2026-06-01T00:00:00.000Z', 'Mars/Olympus')).toThrow(RangeError)
  })
})

describe('instantOfLocal', () => {
  test.prop([zonedMoment])(
    'is a moment at which clocks show the reading, the first one',
    ({ timeZone, instant }) => {
      const second = `${instant.slice(0, 19)}.000Z`
      const found = instantOfLocal(localTimeAt(second, timeZone), timeZone)
      expect(localTimeAt(found, timeZone)).toBe(localTimeAt(second, timeZone))
      expect(found <= second).toBe(true)
    },
  )

  test.prop([zone, moment])('never turns readings around', (timeZone, date) => {
    const texts = [0, 20, 40, 60, 80].map((minutes) =>
      new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, 19),
    )
    const moments = texts.map((local) => instantOfLocal(local, timeZone))
    expect(moments).toEqual(moments.toSorted())
  })

  it.each([
    ['2026-10-25T02:30:00', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['2026-03-29T02:30:00', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['2026-03-01T17:30', 'America/New_York', '2026-03-01T22:30:00.000Z'],
    ['2026-03-01T17:30:00.1239', 'UTC', '2026-03-01T17:30:00.123Z'],
    ['2016-12-31T23:59:60', 'UTC', '2016-12-31T23:59:59.000Z'],
    ['9999-12-31T23:59:59', 'Pacific/Kiritimati', '9999-12-31T09:59:59.000Z'],
  ])('of %s in %s is %s', (local, timeZone, instant) => expect(instantOfLocal(local, timeZone)).toBe(instant))
})

describe('businessDateOfLocal', () => {
  const minuteOfDay = fc.nat({ max: 1439 })
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

  test.prop([moment, minuteOfDay, minuteOfDay])(
    'is the day before until the cut-off',
    (day, minutes, cutOff) => {
      const date = day.toISOString().slice(0, 10)
      const expected = minutes < cutOff ? addDays(date, -1) : date
      expect(businessDateOfLocal(`${date}T${clock(minutes)}`, cutOff)).toBe(expected)
      expect(businessDateOfLocal(`${date}T${clock(minutes)}:59.999`, cutOff)).toBe(expected)
    },
  )

  test.prop([moment, minuteOfDay])('without a cut-off is the calendar’s day', (day, minutes) => {
    const date = day.toISOString().slice(0, 10)
    expect(businessDateOfLocal(`${date}T${clock(minutes)}:00`, 0)).toBe(date)
  })
})

it('knows which time zones exist', () => {
  expect(isTimeZone('Europe/Berlin')).toBe(true)
  expect(isTimeZone('UTC')).toBe(true)
  expect(isTimeZone('Mars/Olympus')).toBe(false)
  expect(isTimeZone('')).toBe(false)
})
