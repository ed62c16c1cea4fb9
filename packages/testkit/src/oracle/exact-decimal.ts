/**
 * Reads a decimal amount as a whole number of units of its `digits`-th decimal, or undefined if it is no plain
 * decimal, has digits beyond that are not zero, or is a number too long for its shortest form to be exact.
 */
export function exactDecimal(value: unknown, digits: number): bigint | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value))
  if (!match) return undefined
  const [, sign, whole = '', fraction = ''] = match
  if (typeof value === 'number' && `${whole}${fraction}`.replace(/^0+/, '').length > 15) return undefined
  if (/[1-9]/.test(fraction.slice(digits))) return undefined
  const size = BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0'))
  return sign === '-' ? -size : size
}
