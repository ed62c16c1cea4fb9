import { readAmount } from '@ledgerpost/core'
import { Refusal } from './refusal.js'

/** QuickBooks computes in hundredths; JSON numbers are read digit by digit. */
export type Cents = bigint

/** @throws Refusal for what is no amount of two decimals */
export function centsOf(value: unknown, member: string): Cents {
  const reading = readAmount(value, 2)
  if (reading.ok) return reading.amount
  throw new Refusal('2010', 'Request has invalid or unsupported property', `${member}: ${reading.problem}`)
}

/** Whether an amount is exactly the product of a quantity and a price. */
export function isProduct(amount: Cents, quantity: unknown, price: unknown): boolean {
  const [pieces, each] = [readAmount(quantity, 8), readAmount(price, 8)]
  return pieces.ok && each.ok && pieces.amount * each.amount === amount * 10n ** 14n
}

/** The tax on an amount at a rate in per cent; half a hundredth goes away from zero. */
export function taxOn(amount: Cents, percent: number): Cents {
  const rate = readAmount(percent, 8)
  const product = amount * (rate.ok ? rate.amount : 0n)
  const unit = 100n * 10n ** 8n
  const magnitude = ((product < 0n ? -product : product) * 2n + unit) / (unit * 2n)
  return product < 0n ? -magnitude : magnitude
}

/** As Intuit writes amounts in JSON. */
export function asNumber(amount: Cents): number {
  const sign = amount < 0n ? '-' : ''
  const text = (amount < 0n ? -amount : amount).toString().padStart(3, '0')
  return Number(`${sign}${text.slice(0, -2)}.${text.slice(-2)}`)
}
