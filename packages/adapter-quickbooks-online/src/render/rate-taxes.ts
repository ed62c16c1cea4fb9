import type { MappedLine, MinorUnits } from '@ledgerpost/core'
import { unitsOf } from '../configuration/sum-of-decimals.js'
import type { Making } from './making.js'

/** What one tax rate bears in a document. */
export interface RateTax {
  readonly rateId: string
  /** Per cent. */
  readonly percent: string
  /** What is taxed. */
  readonly net: MinorUnits
  readonly tax: MinorUnits
}

/**
 * The tax of lines by rate. A code may be made of several rates (GST and PST): its tax, which is taken as it was charged,
 * is cut among them in proportion and adds up exactly.
 */
export function rateTaxesOf({ extension }: Making, lines: readonly MappedLine[]): RateTax[] {
  const codes = new Map<string, { net: MinorUnits; tax: MinorUnits }>()
  for (const { taxId, net, tax } of lines) {
    const known = codes.get(taxId) ?? { net: 0n, tax: 0n }
    codes.set(taxId, { net: known.net + net, tax: known.tax + tax })
  }
  const taxes = new Map<string, RateTax>()
  for (const [code, { net, tax }] of codes) {
    const rates = extension.ratesOfCodes[code] ?? []
    const pieces = inProportion(
      tax,
      rates.map(({ percent }) => unitsOf(percent)),
    )
    for (const [index, { id, percent }] of rates.entries()) {
      const known = taxes.get(id)
      taxes.set(id, {
        rateId: id,
        percent,
        net: (known?.net ?? 0n) + net,
        tax: (known?.tax ?? 0n) + (pieces[index] ?? 0n),
      })
    }
  }
  return [...taxes.values()]
}

/** Cuts an amount by weights; the pieces add up to it. All zero where no weight is above zero. */
function inProportion(amount: MinorUnits, weights: readonly bigint[]): MinorUnits[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0n)
  let [reached, given] = [0n, 0n]
  return weights.map((weight) => {
    if (all === 0n) return 0n
    reached += weight
    const piece = (amount * reached) / all - given
    given += piece
    return piece
  })
}
