import type { MappedLine } from '@ledgerpost/core'
import { toWire } from '../wire/amounts.js'
import type { WireLine } from '../wire/documents.js'
import type { Making } from './making.js'
import { trackingOf } from './tracking.js'

/**
 * The lines of a document that brings money in, or of one that gives it back and states that as positive. Every line
 * states its tax, so that Xero computes none; discount members are left out, for Xero refuses them on negative
 * lines (Xero-OpenAPI issue 429).
 */
export function lineItems(
  { packet: { currency }, extension, limits }: Making,
  lines: readonly MappedLine[],
  isRefund: boolean,
): WireLine[] {
  const sign = isRefund ? -1n : 1n
  return lines.map((line) => {
    const net = line.net * sign
    const quantity = exactQuantity(line)
    return {
      Description: cut(descriptionOf(line), limits.descriptionLength),
      Quantity: Number(quantity),
      UnitAmount: toWire(net / quantity, currency),
      AccountID: line.revenueId,
      TaxType: line.taxId,
      TaxAmount: toWire(line.tax * sign, currency),
      ...trackingOf(extension),
    }
  })
}

/** Xero wants one of every line. */
export function descriptionOf({ description, revenueCategoryId }: MappedLine): string {
  return description?.trim() || revenueCategoryId
}

/** The quantity, if the line's amount is a whole multiple of it: how Xero rounds a product is not documented. */
function exactQuantity({ quantity, net }: MappedLine): bigint {
  if (quantity === null || !/^-?\d{1,6}(\.0+)?$/.test(quantity)) return 1n
  const pieces = BigInt(quantity.replace(/^-/, '').replace(/\..*$/, ''))
  return pieces > 1n && net !== 0n && net % pieces === 0n ? pieces : 1n
}

/** One line for each account and tax, for documents that would be too large: the books are the same. */
export function condensed(lines: readonly MappedLine[]): MappedLine[] {
  const sums = new Map<string, MappedLine>()
  for (const line of lines) {
    const key = JSON.stringify([line.revenueId, line.taxId, line.revenueCategoryId])
    const known = sums.get(key)
    const net = (known?.net ?? 0n) + line.net
    const tax = (known?.tax ?? 0n) + line.tax
    sums.set(key, { ...line, description: null, quantity: null, net, tax })
  }
  return [...sums.values()].filter(({ net, tax }) => net !== 0n || tax !== 0n)
}

/** At most so many characters, never half of one. */
export function cut(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')
}
