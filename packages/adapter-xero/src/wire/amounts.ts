import { formatAmount, type MinorUnits, minorUnitDigits, readAmount } from '@ledgerpost/core'

/** Xero's totals have two decimals in every currency (developer.xero.com/documentation/api-guides/rounding-in-xero). */
const wireDigits = 2

/** An amount as Xero's JSON carries it. Exact up to 15 digits; `isWritable` tells. */
export function toWire(amount: MinorUnits, currency: string): number {
  return Number(formatAmount(amount, minorUnitDigits(currency)))
}

/** Whether a JSON number carries the amount without loss. */
export function isWritable(amount: MinorUnits, significantDigits: number): boolean {
  const digits = (amount < 0n ? -amount : amount).toString()
  return digits.length <= significantDigits
}

/** Reads a number (or a text, as Xero sometimes writes numbers) in minor units; undefined if it is not exact. */
export function fromWire(value: unknown, currency: string): MinorUnits | undefined {
  const reading = readAmount(value, minorUnitDigits(currency))
  return reading.ok ? reading.amount : undefined
}

/** In hundredths, whatever the currency: for comparing what was sent with what came back. */
export function hundredths(value: unknown): bigint | undefined {
  const reading = readAmount(value, wireDigits)
  return reading.ok ? reading.amount : undefined
}

/** Whether Xero can carry the currency's minor units. */
export function isRepresentable(currency: string): boolean {
  return minorUnitDigits(currency) <= wireDigits
}
