import type { MinorUnits } from '@ledgerpost/core'
import type { TaxShare } from '../configuration/extension.js'
import { scaledRate } from '../configuration/rates.js'

/**
 * Spreads the tax of a rate over the taxes that it consists of, in proportion to their rates. The sum is kept, and each
 * is the floor or the ceiling of its exact share.
 * @returns undefined when there is tax, but no rate that would bear it
 */
export function splitTax(total: MinorUnits, shares: readonly TaxShare[]): readonly MinorUnits[] | undefined {
  if (shares.length === 1 || total === 0n) return shares.map((_share, index) => (index === 0 ? total : 0n))
  const weights = shares.map(({ rate }) => scaledRate(rate ?? '0'))
  const whole = weights.reduce((sum, weight) => sum + weight, 0n)
  if (whole <= 0n) return undefined
  const sign = total < 0n ? -1n : 1n
  let weighed = 0n
  let spread = 0n
  return weights.map((weight) => {
    weighed += weight
    const reached = (total * sign * weighed) / whole
    const amount = reached - spread
    spread = reached
    return amount * sign
  })
}
