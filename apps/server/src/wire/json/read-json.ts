/** A decimal with digits after the point and no exponent, as JSON spells it. */
const decimalToken = /-?(?:0|[1-9]\d*)\.\d+(?![\d.eE])/g
const mostDigits = 15

/**
 * Parses JSON like JSON.parse, but keeps decimals with a point as the text they came as (`10.0000`), so that they can
 * be written again with the same digits. Those with more than 15 significant digits stay numbers: they are refused.
 * @throws SyntaxError
 */
export function readJson(text: string): unknown {
  const plain: unknown = JSON.parse(text)
  return text.includes('.') ? JSON.parse(quoteDecimals(text)) : plain
}

/** Puts decimals outside of strings into quotes; the text must be valid JSON. */
function quoteDecimals(text: string): string {
  const pieces: string[] = []
  let position = 0
  while (position < text.length) {
    const opening = text.indexOf('"', position)
    const end = opening < 0 ? text.length : opening
    pieces.push(text.slice(position, end).replace(decimalToken, quoteShort))
    if (opening < 0) break
    position = afterString(text, opening)
    pieces.push(text.slice(opening, position))
  }
  return pieces.join('')
}

function quoteShort(token: string): string {
  const significant = token.replace(/^-?0*\.?0*/, '').replace('.', '')
  return significant.length > mostDigits ? token : `"${token}"`
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
