/** Amounts come as JSON numbers or decimal texts; both are read as decimals, never computed with as numbers. */
export type Amount = number | string

const decimal = /^(-?)(\d+)(?:\.(\d+))?$/

/** How many decimals a currency has (ISO 4217). */
export function digitsOf(currency: string): number {
  return formatterOf(currency, 'en').resolvedOptions().maximumFractionDigits ?? 2
}

/**
 * An amount in minor units. Decimals beyond those of the currency must be zeros.
 * @throws RangeError for what is no decimal or no whole number of minor units
 */
export function toMinor(amount: Amount, currency: string): bigint {
  const found = decimal.exec(String(amount))
  const digits = digitsOf(currency)
  const [, sign = '', whole = '', fraction = ''] = found ?? []
  if (!found || /[^0]/.test(fraction.slice(digits)))
    throw new RangeError(`${String(amount)} is no amount of ${currency}.`)
  const minor = BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0'))
  return sign === '' ? minor : -minor
}

/** The decimal text of minor units: `-1250n` of USD is `-12.50`. */
export function fromMinor(minor: bigint, currency: string): string {
  const digits = digitsOf(currency)
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0')
  const sign = minor < 0n ? '-' : ''
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
}

/** For people: `$1,234.50`. Given as a text, all digits are kept (ECMA-402, Intl.NumberFormat.prototype.format). */
export function formatMoney(amount: Amount, currency: string, locale: string): string {
  const text = fromMinor(toMinor(amount, currency), currency)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a decimal, as fromMinor writes it
  return formatterOf(currency, locale).format(text as `${number}`)
}

/** How much of a total a part is, in whole per cent; the whole only when nothing is missing. Null without a total. */
export function percentOf(part: bigint, total: bigint): number | null {
  if (total === 0n) return null
  const percent = Number((part * 100n) / total)
  return part === total ? 100 : Math.min(99, percent)
}

const formatters = new Map<string, Intl.NumberFormat>()

function formatterOf(currency: string, locale: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(locale, { style: 'currency', currency })
  formatters.set(key, made)
  return made
}
