/** A number as JSON spells it (RFC 8259 section 6), wherever it stands between strings. */
const numberToken = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/g

/** More digits than any amount has. What a number grows to must stay in proportion to what was sent. */
const mostDigits = 50

/**
 * Parses JSON like JSON.parse, but has numbers as texts where binary floating point could lose digits of them: by
 * default every number, in plain digits (`12.50`, `0.001` for `1e-3`).
 * @param textOf the text that stands for a number, given as JSON spells it; undefined leaves it a number
 * @throws SyntaxError
 */
export function readExactJson(
  text: string,
  textOf: (token: string) => string | undefined = plainDecimal,
): unknown {
  // Quoting could turn what is no JSON into some: `{1:2}`.
  const plain: unknown = JSON.parse(text)
  const quoted = quoteNumbers(text, textOf)
  return quoted === text ? plain : JSON.parse(quoted)
}

/** Puts numbers outside of strings into quotes; the text must be valid JSON. */
function quoteNumbers(text: string, textOf: (token: string) => string | undefined): string {
  const quote = (token: string) => {
    const kept = textOf(token)
    return kept === undefined ? token : JSON.stringify(kept)
  }
  const pieces: string[] = []
  let position = 0
  while (position < text.length) {
    const opening = text.indexOf('"', position)
    const end = opening < 0 ? text.length : opening
    pieces.push(text.slice(position, end).replace(numberToken, quote))
    if (opening < 0) break
    position = afterString(text, opening)
    pieces.push(text.slice(opening, position))
  }
  return pieces.join('')
}

/** The place after the closing quotation mark of the string that opens at `opening`. */
function afterString(text: string, opening: number): number {
  for (let at = opening + 1; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (character === '\\') at += 1
    else if (character === '"') return at + 1
  }
  return text.length
}

/** The number in digits without an exponent; as it is, if that would take too many. */
function plainDecimal(token: string): string {
  const [mantissa = '', exponent] = token.split(/e/i)
  if (exponent === undefined) return token
  const shift = Number(exponent)
  const sign = mantissa.startsWith('-') ? '-' : ''
  const [whole = '', fraction = ''] = mantissa.slice(sign.length).split('.')
  if (whole.length + fraction.length + Math.abs(shift) > mostDigits) return token
  const digits = '0'.repeat(Math.max(0, 1 - whole.length - shift)) + whole + fraction
  const decimals = Math.max(0, fraction.length - shift)
  const padded = digits + '0'.repeat(Math.max(0, shift - fraction.length))
  const point = padded.length - decimals
  const units = padded.slice(0, point).replace(/^0+(?=\d)/, '')
  return sign + units + (decimals > 0 ? `.${padded.slice(point)}` : '')
}
