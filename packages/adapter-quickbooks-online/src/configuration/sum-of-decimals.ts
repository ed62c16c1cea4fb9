import { type DecimalText, formatAmount, readAmount } from '@ledgerpost/core'

/** Decimals that no percentage exceeds. */
const digits = 20

/** The sum, exactly: `7.25` and `1.375` are `8.625`. */
export function sumOfDecimals(texts: readonly DecimalText[]): DecimalText {
  const sum = texts.reduce((total, text) => total + unitsOf(text), 0n)
  return formatAmount(sum, digits).replace(/\.?0+$/, '')
}

/** A percentage as a whole number, for proportions: the same unit for all. */
export function unitsOf(text: DecimalText): bigint {
  const reading = readAmount(text, digits)
  return reading.ok ? reading.amount : 0n
}
