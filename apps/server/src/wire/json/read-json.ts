import { readExactJson } from '@ledgerpost/adapter-kit'

/** A decimal with digits after the point and no exponent. */
const decimal = /^-?\d+\.\d+$/
const mostDigits = 15

/**
 * Parses JSON like JSON.parse, but keeps decimals with a point as the text they came as (`10.0000`), so that they can
 * be written again with the same digits. Those with more than 15 significant digits stay numbers: they are refused.
 * @throws SyntaxError
 */
export function readJson(text: string): unknown {
  return text.includes('.') ? readExactJson(text, textOfShort) : JSON.parse(text)
}

function textOfShort(token: string): string | undefined {
  const significant = token.replace(/^-?0*\.?0*/, '').replace('.', '')
  return decimal.test(token) && significant.length <= mostDigits ? token : undefined
}
