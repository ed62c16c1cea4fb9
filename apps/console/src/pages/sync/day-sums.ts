import type { Day } from '../../data/contract.js'
import { toMinor } from '../../words/money.js'

/** What days come to, in minor units. */
export interface DaySums {
  readonly sold: bigint
  readonly posted: bigint
}

export function sumDays(days: readonly Day[], currency: string): DaySums {
  return days.reduce(
    (sums, { Sold, Posted }) => ({
      sold: sums.sold + toMinor(Sold, currency),
      posted: sums.posted + toMinor(Posted, currency),
    }),
    { sold: 0n, posted: 0n },
  )
}

/** A day's bars, as heights and offsets in thousandths of the chart, from its top. */
export interface DayBars {
  readonly date: string
  readonly sold: Bar
  readonly posted: Bar
}

export interface Bar {
  readonly top: number
  readonly height: number
}

const whole = 1000n

/**
 * The bars of a chart of days, with its zero where the amounts need it: a day of refunds reaches below.
 * @returns also how far from the top zero is, and the largest amount in minor units
 */
export function barsOf(
  days: readonly Day[],
  currency: string,
): { readonly bars: readonly DayBars[]; readonly zero: number; readonly largest: bigint } {
  const amounts = days.map(({ Date: date, Sold, Posted }) => ({
    date,
    sold: toMinor(Sold, currency),
    posted: toMinor(Posted, currency),
  }))
  const all = amounts.flatMap(({ sold, posted }) => [sold, posted])
  const largest = all.reduce((most, amount) => (amount > most ? amount : most), 0n)
  const least = all.reduce((most, amount) => (amount < most ? amount : most), 0n)
  const span = largest - least === 0n ? 1n : largest - least
  const down = (amount: bigint) => Number(((largest - amount) * whole) / span)
  const zero = down(0n)
  const bar = (amount: bigint): Bar => ({
    top: Math.min(zero, down(amount)),
    height: Math.abs(zero - down(amount)),
  })
  const bars = amounts.map(({ date, sold, posted }) => ({ date, sold: bar(sold), posted: bar(posted) }))
  return { bars, zero, largest }
}
