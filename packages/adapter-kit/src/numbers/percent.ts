import { type DecimalText, readDecimal } from '@ledgerpost/core'

/** A rate in per cent as a fraction: `12.5` is `0.125`. Null for what is not a number. */
export function fractionOfPercent(percent: unknown): DecimalText | null {
  const reading = readDecimal(percent)
  if (!reading.ok) return null
  const [whole = '0', decimals = ''] = reading.text.replace('-', '').split('.')
  const digits = whole.padStart(3, '0')
  const integer = digits.slice(0, -2).replace(/^0+(?=\d)/, '')
  const fraction = (digits.slice(-2) + decimals).replace(/0+$/, '')
  const sign = reading.text.startsWith('-') ? '-' : ''
  return `${sign}${integer}${fraction === '' ? '' : `.${fraction}`}`
}
