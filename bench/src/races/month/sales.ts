import { tenantAt } from '@ledgerpost/chaos/scene'
import type { FakeXero } from '@ledgerpost/adapter-xero/fake'
import { plainSale } from '../../scene/plain-sale.js'

/** Another amount for every subscriber and day, so that none passes for another. */
const centsOf = (place: number, date: string): number =>
  100 + ((place * 37 + Number(date.replaceAll('-', '')) * 101) % 9000)

/**
 * @param date `YYYY-MM-DD`
 * @param now when it is told of, in milliseconds since 1970 UTC
 */
export function daySale(place: number, date: string, now: number): object {
  return plainSale(`o-${date}`, date, centsOf(place, date), new Date(now).toISOString())
}

/** How many sales do not stand once and to the cent in the books: as an invoice, and as its payment, of their own day. */
export function judgeBooks(fake: FakeXero, subscribers: number, dates: readonly string[]): number {
  let wrong = 0
  for (let place = 0; place < subscribers; place += 1) {
    const booked = new Map<string, bigint[]>()
    for (const { date, lines } of fake.books(tenantAt(place)).ledger.entries()) {
      const moved = lines.reduce((sum, { amount }) => (amount > 0n ? sum + amount : sum), 0n)
      booked.set(date, [...(booked.get(date) ?? []), moved])
    }
    for (const date of dates) {
      const cents = BigInt(centsOf(place, date))
      const entries = booked.get(date) ?? []
      if (entries.length !== 2 || entries.some((amount) => amount !== cents)) wrong += 1
    }
  }
  return wrong
}
