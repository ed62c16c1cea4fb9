import { type DecimalText, readDecimal } from './decimal.js'

/** An amount of money in minor units of its currency (cents for EUR, yen for JPY, fils for KWD). */
export type MinorUnits = bigint

export type AmountReading =
  | { readonly ok: true; readonly amount: MinorUnits }
  | { readonly ok: false; readonly problem: string }

/**
 * Reads an amount of money as whole minor units. Trailing zeros are harmless (`10.0000` is ten);
 * a fraction of a minor unit is refused and never rounded.
 * @param digits decimals of the currency's minor unit, see {@link minorUnitDigits}
 */
export function readAmount(value: unknown, digits: number): AmountReading {
  const decimal = readDecimal(value)
  if (!decimal.ok) return decimal
  const amount = toMinorUnits(decimal.text, digits)
  return amount === undefined
    ? {
        ok: false,
        problem: `${decimal.text} has more than ${digits} decimals; amounts must be whole minor units`,
      }
    : { ok: true, amount }
}

function toMinorUnits(text: DecimalText, digits: number): MinorUnits | undefined {
  const point = text.indexOf('.')
  const whole = point < 0 ? text : text.slice(0, point)
  const fraction = point < 0 ? '' : text.slice(point + 1).replace(/0+$/, '')
  if (fraction.length > digits) return undefined
  return BigInt(whole + fraction.padEnd(digits, '0'))
}

/** Writes minor units as a decimal with exactly the currency's decimals: `formatAmount(-5n, 2) === '-0.05'`. */
export function formatAmount(amount: MinorUnits, digits: number): DecimalText {
  const sign = amount < 0n ? '-' : ''
  const text = (amount < 0n ? -amount : amount).toString().padStart(digits + 1, '0')
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
}
