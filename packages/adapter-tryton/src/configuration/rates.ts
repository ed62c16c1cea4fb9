import { type DecimalText, formatAmount, readAmount } from '@ledgerpost/core'

/** Tryton keeps rates with ten decimals (`account.tax`, field `rate`). */
const decimals = 10

/** A rate as a whole number of its smallest part. @throws RangeError for what Tryton cannot have as a rate */
export function scaledRate(rate: DecimalText): bigint {
  const reading = readAmount(rate, decimals)
  if (!reading.ok) throw new RangeError(`'${rate}' is not a tax rate: ${reading.problem}.`)
  return reading.amount
}

export function textOfScaled(scaled: bigint): DecimalText {
  return formatAmount(scaled, decimals).replace(/\.?0+$/, '')
}
