import type { WireMoney } from './wire-order.js'

/** Minor units of the studio's currency. */
export type Cents = bigint

/** `-5n` is `-0.05`. */
export function formatCents(amount: Cents): WireMoney {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0')
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** A share of an amount, rounded half away from zero. */
export function shareOf(amount: Cents, numerator: bigint, denominator: bigint): Cents {
  const size = ((amount < 0n ? -amount : amount) * numerator * 2n + denominator) / (denominator * 2n)
  return amount < 0n ? -size : size
}

export function sumCents(amounts: readonly Cents[]): Cents {
  return amounts.reduce((sum, amount) => sum + amount, 0n)
}
