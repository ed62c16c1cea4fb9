/** Xero computes in hundredths. Numbers come as JSON numbers or texts and are read digit by digit. */
export type Hundredths = bigint

interface Decimal {
  readonly digits: bigint
  readonly scale: number
}

/** Undefined for what is not a plain number. */
export function decimalOf(value: unknown): Decimal | undefined {
  const match = /^(-?\d+)(?:\.(\d+))?$/.exec(
    typeof value === 'number' || typeof value === 'string' ? String(value) : '',
  )
  if (!match) return undefined
  const [, whole = '0', fraction = ''] = match
  return { digits: BigInt(whole + fraction), scale: fraction.length }
}

/** Half a hundredth goes away from zero. */
export function roundedToHundredths({ digits, scale }: Decimal): Hundredths {
  if (scale <= 2) return digits * 10n ** BigInt(2 - scale)
  const unit = 10n ** BigInt(scale - 2)
  const magnitude = ((digits < 0n ? -digits : digits) * 2n + unit) / (unit * 2n)
  return digits < 0n ? -magnitude : magnitude
}

export function hundredthsOf(value: unknown): Hundredths | undefined {
  const decimal = decimalOf(value)
  return decimal && roundedToHundredths(decimal)
}

export function product(left: Decimal, right: Decimal): Decimal {
  return { digits: left.digits * right.digits, scale: left.scale + right.scale }
}

/** The tax on an amount at a rate in per cent, as Xero rounds it: line by line. */
export function taxOn(amount: Hundredths, percent: number, isIncluded: boolean): Hundredths {
  const rate = decimalOf(percent) ?? { digits: 0n, scale: 0 }
  if (!isIncluded) return roundedToHundredths({ digits: amount * rate.digits, scale: 4 + rate.scale })
  const numerator = amount * rate.digits
  const denominator = 100n * 10n ** BigInt(rate.scale) + rate.digits
  const magnitude = ((numerator < 0n ? -numerator : numerator) * 2n + denominator) / (denominator * 2n)
  return numerator < 0n ? -magnitude : magnitude
}

/** As Xero writes amounts in JSON. */
export function asNumber(amount: Hundredths): number {
  const sign = amount < 0n ? '-' : ''
  const text = (amount < 0n ? -amount : amount).toString().padStart(3, '0')
  return Number(`${sign}${text.slice(0, -2)}.${text.slice(-2)}`)
}
