/** A decimal number as text, as it was sent: `-?digits[.digits]`. Used for unit prices, quantities and rates. */
export type DecimalText = string

export type DecimalReading =
  { readonly ok: true; readonly text: DecimalText } | { readonly ok: false; readonly problem: string }

const plain = /^-?\d+(\.\d+)?$/
const exponent = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/

/**
 * Reads a JSON number or a decimal string without ever computing with binary floats.
 * A number's shortest decimal form is exact up to 15 significant digits; one with more is refused,
 * because what was sent can no longer be told from its neighbours.
 */
export function readDecimal(value: unknown): DecimalReading {
  if (typeof value === 'string') {
    if (value.length > 40) return { ok: false, problem: 'has more than 40 characters' }
    return plain.test(value)
      ? { ok: true, text: value }
      : { ok: false, problem: `'${value}' is not a decimal number such as -12.50` }
  }
  if (typeof value === 'number' && Number.isFinite(value)) {
    const text = expand(String(value))
    return significantDigits(text) > 15
      ? { ok: false, problem: `${value} has more than 15 significant digits; send it as a string` }
      : { ok: true, text }
  }
  return { ok: false, problem: 'must be a number or a decimal string' }
}

function significantDigits(text: DecimalText): number {
  return text.replace(/^-/, '').replace('.', '').replace(/^0+/, '').length
}

/** Writes `1e-7` or `1.5e+21` (how JavaScript prints very small and very large numbers) in plain digits. */
function expand(text: string): DecimalText {
  const match = exponent.exec(text)
  if (!match) return text === '-0' ? '0' : text
  const [, sign = '', first = '', rest = '', power = '0'] = match
  const digits = first + rest
  const point = 1 + Number(power)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return `${sign}${digits.padEnd(point, '0')}`
}
