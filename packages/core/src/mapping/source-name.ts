import { taxSetId } from '../contribution/category.js'
import type { PlatformConfiguration } from './platform-configuration.js'
import type { OccurringSource } from './validate.js'

/**
 * What people call a source: the name that the platform gave it, those of its rates joined by ` + ` for a tax set, words
 * for what has no name there (`No tax`, `Tip`, `Gift card`, `Rounding`); the id where nothing is known.
 */
export function nameOfSource({ kind, sourceId }: OccurringSource, platform: PlatformConfiguration): string {
  if (kind === 'taxRate') return nameOfTaxSet(sourceId, platform)
  if (kind === 'paymentMethod') return named(platform.paymentMethods, sourceId) ?? sourceId
  return named(platform.revenueCategories, sourceId) ?? inWords(sourceId.replace(/^type:/, ''))
}

function nameOfTaxSet(sourceId: string, { taxRates }: PlatformConfiguration): string {
  if (sourceId === taxSetId([])) return 'No tax'
  const own = named(taxRates, sourceId)
  if (own !== undefined) return own
  return sourceId
    .split('+')
    .map((id) => named(taxRates, id) ?? id)
    .join(' + ')
}

function named(
  all: readonly { readonly id: string; readonly name: string }[],
  sourceId: string,
): string | undefined {
  const name = all.find(({ id }) => id === sourceId)?.name
  return name === '' ? undefined : name
}

/** `GiftCard` as `Gift card`, `rounding` as `Rounding`; ids with anything but letters stay. */
function inWords(id: string): string {
  if (!/^[A-Za-z]+$/.test(id)) return id
  const words = id.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
