import { formatAmount, type MinorUnits, minorUnitDigits, readAmount } from '@ledgerpost/core'

/** QuickBooks' totals have two decimals in every currency. */
const wireDigits = 2

/** An amount as QuickBooks' JSON carries it. Exact up to 15 digits; `isWritable` tells. */
export function toWire(amount: MinorUnits, currency: string): number {
  return Number(formatAmount(amount, minorUnitDigits(currency)))
}

/** Whether a JSON number of so many digits carries the amount without loss. */
export function isWritable(amount: MinorUnits, significantDigits: number): boolean {
  return magnitude(amount).toString().length <= significantDigits
}

/** Reads a number, or a text, in minor units; undefined if it is not exact. */
export function fromWire(value: unknown, currency: string): MinorUnits | undefined {
  const reading = readAmount(value, minorUnitDigits(currency))
  return reading.ok ? reading.amount : undefined
}

/** In hundredths, whatever the currency: for comparing what was sent with what came back. */
export function hundredths(value: unknown): bigint | undefined {
  const reading = readAmount(value, wireDigits)
  return reading.ok ? reading.amount : undefined
}

/** Whether QuickBooks can carry the currency's minor units. */
export function isRepresentable(currency: string): boolean {
  return minorUnitDigits(currency) <= wireDigits
}

/** The amount without its sign. */
export function magnitude(amount: bigint): bigint {
  return amount < 0n ? -amount : amount
}
