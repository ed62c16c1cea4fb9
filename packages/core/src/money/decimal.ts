/**
 * A decimal number as text, with the decimals it was sent with: `-?digits[.digits]` without needless leading zeros, so
 * that it can be written as a JSON number. Used for unit prices, quantities and rates.
 */
export type DecimalText = string

export type DecimalReading =
  | { readonly ok: true; readonly text: DecimalText }
  | { readonly ok: false; readonly problem: string }

const longest = 40
const plain = /^-?\d+(\.\d+)?$/
const tiny = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/

/**
 * Reads a JSON number or a decimal string without ever computing with binary floats.
 * A number's shortest decimal form is exact up to 15 significant digits; one with more is refused,
 * because what was sent can no longer be told from its neighbours.
 */
export function readDecimal(value: unknown): DecimalReading {
  if (typeof value === 'string') return readText(value)
  if (typeof value === 'number' && Number.isFinite(value)) return readNumber(value)
  return { ok: false, problem: 'must be a number or a decimal string' }
}

function readText(value: string): DecimalReading {
  if (value.length > longest) return { ok: false, problem: `has more than ${longest} characters` }
  return plain.test(value)
    ? { ok: true, text: value.replace(/^(-?)0+(?=\d)/, '$1') }
    : { ok: false, problem: `'${value}' is not a decimal number such as -12.50` }
}

function readNumber(value: number): DecimalReading {
  const text = expand(String(value))
  if (Math.abs(value) >= 1e15 || significantDigits(text) > 15) {
    return { ok: false, problem: `${value} has more than 15 significant digits; send it as a string` }
  }
  return text.length > longest
    ? { ok: false, problem: `${value} has more than ${longest} characters in plain digits` }
    : { ok: true, text }
}

function significantDigits(text: DecimalText): number {
  return text.replace(/^-/, '').replace('.', '').replace(/^0+/, '').length
}

/** Writes `1.5e-7`, which is how JavaScript prints very small numbers, in plain digits. */
function expand(text: string): DecimalText {
  const match = tiny.exec(text)
  if (!match) return text
  const [, sign = '', first = '', rest = '', power = '1'] = match
  return `${sign}0.${'0'.repeat(Number(power) - 1)}${first}${rest}`
}
