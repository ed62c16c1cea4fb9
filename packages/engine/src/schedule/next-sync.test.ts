import { createHash } from 'node:crypto'
import { addDays, localTimeAt } from '@ledgerpost/core'
import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { jitterOf, nextSync } from './next-sync.js'

const minute = 60_000
const quarter = 15 * minute
const hour = 60 * minute
const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
const moment = fc
  .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2035-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.getTime())
const timeOfDay = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
const jitter = fc.nat(10 * minute - 1)

/** Half the moments shortly before a clock change of the zone. */
const near = fc.tuple(zone, moment, fc.boolean(), fc.nat(72)).map(([timeZone, time, isNear, hours]) => ({
  timeZone,
  after: new Date((isNear ? nextChange(time, timeZone) : time) - hours * hour).toISOString(),
}))

const shown = (time: number, timeZone: string) => localTimeAt(new Date(time).toISOString(), timeZone)
const offset = (time: number, timeZone: string) => Date.parse(`${shown(time, timeZone)}Z`) - time

function nextChange(time: number, timeZone: string): number {
  const start = Math.floor(time / minute) * minute
  let [before, after] = [start, start + 183 * 24 * hour]
  if (offset(before, timeZone) === offset(after, timeZone)) return start
  while (after - before > minute) {
    const middle = before + Math.floor((after - before) / 2 / minute) * minute
    if (offset(middle, timeZone) === offset(before, timeZone)) before = middle
    else after = middle
  }
  return after
}

/** Found by looking at the clock from two days before on: clocks change on quarters of an hour, if at all. */
function firstMinute(date: string, time: string, timeZone: string): number {
  const reading = Date.parse(`${date}T${time}:00Z`)
  for (let start = reading - 27 * hour; start < reading + 27 * hour; start += quarter - (start % quarter)) {
    const wanted = Math.max(start, reading - offset(start, timeZone))
    if (wanted < start + quarter - (start % quarter)) return wanted
  }
  throw new Error(`${timeZone} never comes to ${date}T${time}.`)
}

describe('the next sync', () => {
  test.prop([near, timeOfDay, jitter], { numRuns: 60 })(
    'comes once for every local day, when clocks first show its time or have skipped it',
    ({ timeZone, after }, time, delay) => {
      const first = nextSync(after, time, timeZone, delay)
      expect(first > after).toBe(true)
      // Which local day it is for: the one whose first minute it is.
      const about = shown(Date.parse(first) - delay, timeZone).slice(0, 10)
      const days = [addDays(about, -1), about]
      let date = days.find((each) => firstMinute(each, time, timeZone) + delay === Date.parse(first))
      expect(date).toBeDefined()
      if (date === undefined) return
      // The one of the day before is not after the moment asked about.
      expect(firstMinute(addDays(date, -1), time, timeZone) + delay).toBeLessThanOrEqual(Date.parse(after))
      let last = first
      for (let count = 0; count < 3; count += 1) {
        date = addDays(date, 1)
        last = nextSync(last, time, timeZone, delay)
        expect(Date.parse(last)).toBe(firstMinute(date, time, timeZone) + delay)
      }
    },
  )

  it.each([
    ['skipped by an hour', '2026-03-28T12:00:00.000Z', '02:30', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    ['the day after', '2026-03-29T01:00:00.000Z', '02:30', 'Europe/Berlin', '2026-03-30T00:30:00.000Z'],
    ['shown twice', '2026-10-24T12:00:00.000Z', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['not the second time', '2026-10-25T00:30:00.000Z', '02:30', 'Europe/Berlin', '2026-10-26T01:30:00.000Z'],
    ['skipped at midnight', '2026-04-23T12:00:00.000Z', '00:30', 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
    [
      'of a day that was left out',
      '2011-12-29T23:00:00.000Z',
      '12:00',
      'Pacific/Apia',
      '2011-12-30T22:00:00.000Z',
    ],
    ['on an ordinary day', '2026-06-01T00:00:00.000Z', '04:00', 'UTC', '2026-06-01T04:00:00.000Z'],
    ['not at the moment itself', '2026-06-01T04:00:00.000Z', '04:00', 'UTC', '2026-06-02T04:00:00.000Z'],
  ])('of a time %s', (_what, after, time, timeZone, expected) => {
    expect(nextSync(after, time, timeZone, 0)).toBe(expected)
  })

  it('is spread over ten minutes, and for one integration always the same', () => {
    const digest = (text: string) => createHash('sha256').update(text).digest('hex')
    const delays = Array.from({ length: 1000 }, (_, index) => jitterOf(`integration ${index}`, digest))
    expect(Math.max(...delays)).toBeLessThan(10 * minute)
    for (let each = 0; each < 10; each += 1) {
      const inMinute = delays.filter((delay) => Math.floor(delay / minute) === each)
      expect(inMinute.length).toBeGreaterThan(60)
    }
    expect(jitterOf('integration 7', digest)).toBe(delays[7])
    expect(nextSync('2026-06-01T04:00:00.000Z', '04:00', 'UTC', 1000)).toBe('2026-06-01T04:00:01.000Z')
  })
})
