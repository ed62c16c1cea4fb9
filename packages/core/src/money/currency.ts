/** ISO 4217 alphabetic code, upper case. */
export type CurrencyCode = string

const zeroDigits = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ')
const threeDigits = 'BHD IQD JOD KWD LYD OMR TND'.split(' ')
const fourDigits = 'CLF UYW'.split(' ')
const exceptions = new Map<string, number>([
  ...zeroDigits.map((code) => [code, 0] as const),
  ...threeDigits.map((code) => [code, 3] as const),
  ...fourDigits.map((code) => [code, 4] as const),
])

/** Whether the text has the form of an ISO 4217 alphabetic code. */
export function isCurrencyCode(text: string): text is CurrencyCode {
  return /^[A-Z]{3}$/.test(text)
}

/** How many decimals the currency's minor unit has: 2 nearly always, or 0, 3, 4 (ISO 4217 list one, column "minor unit"). */
export function minorUnitDigits(currency: CurrencyCode): number {
  return exceptions.get(currency) ?? 2
}
