import { CommandError } from '../command-error.js'
import { exitCodes } from '../exit-codes.js'

/** The three maps: what people type, what the API calls them, and what they are. */
export const mapTypes = [
  { word: 'tax', name: 'TaxRateMap', title: 'Tax rates' },
  { word: 'category', name: 'RevenueCategoryMap', title: 'Revenue categories' },
  { word: 'payment', name: 'PaymentMethodMap', title: 'Payment methods' },
] as const

export type MapTypeName = (typeof mapTypes)[number]['name']

/** @throws CommandError */
export function mapTypeOf(word: string): MapTypeName {
  const found = mapTypes.find((type) => type.word === word.toLowerCase() || type.name === word)
  if (found) return found.name
  throw new CommandError(
    exitCodes.usage,
    `'${word}' is no kind of map: it is ${mapTypes.map((type) => type.word).join(', ')}.`,
    'ledgerpost map show',
  )
}
