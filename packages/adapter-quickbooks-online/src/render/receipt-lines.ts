import type { MappedLine } from '@ledgerpost/core'
import { itemIdOf } from '../configuration/items.js'
import { taxedCode, untaxedCode } from '../configuration/tax-rates.js'
import { toWire } from '../wire/amounts.js'
import type { WireReference, WireSalesLine } from '../wire/documents.js'
import { cut, type Making, reference, type Share, signOf } from './making.js'

/** The lines of a receipt; a refund receipt states what it takes back as positive. Discounts are negative lines. */
export function receiptLines(making: Making, share: Share): WireSalesLine[] {
  const { packet, extension, limits } = making
  const sign = signOf(share)
  return share.lines.map((line) => {
    const net = line.net * sign
    const quantity = exactQuantity(line)
    const code = codeOf(making, line)
    return {
      Amount: toWire(net, packet.currency),
      Description: cut(line.description?.trim() || line.revenueCategoryId, limits.descriptionLength),
      DetailType: 'SalesItemLineDetail',
      SalesItemLineDetail: {
        ItemRef: reference(itemIdOf(line.revenueId) ?? ''),
        ...(quantity === undefined
          ? {}
          : { Qty: Number(quantity), UnitPrice: toWire(net / quantity, packet.currency) }),
        ...(code === undefined ? {} : { TaxCodeRef: code }),
        ...(extension.classTracking === 'line' && extension.classId !== null
          ? { ClassRef: reference(extension.classId) }
          : {}),
      },
    }
  })
}

/** The quantity, if the line's amount is a whole multiple of it: QuickBooks refuses any other product (6070). */
function exactQuantity({ quantity, net }: MappedLine): bigint | undefined {
  if (quantity === null || !/^-?\d{1,6}(\.0+)?$/.test(quantity)) return undefined
  const pieces = BigInt(quantity.replace(/^-/, '').replace(/\..*$/, ''))
  return pieces > 1n && net !== 0n && net % pieces === 0n ? pieces : undefined
}

/** In the United States a mark: lines that bear no tax are marked so, or their tax would be found for us. */
function codeOf({ extension }: Making, { taxId, tax }: MappedLine): WireReference | undefined {
  if (extension.edition === 'us') return reference(tax === 0n ? untaxedCode : taxedCode)
  return extension.usesSalesTax ? reference(taxId) : undefined
}

/** One line for each item and tax, for documents that would be too large: the books are the same. */
export function condensed(lines: readonly MappedLine[]): MappedLine[] {
  const sums = new Map<string, MappedLine>()
  for (const line of lines) {
    // Lines with tax and without are marked differently, even under one code.
    const key = JSON.stringify([line.revenueId, line.taxId, line.revenueCategoryId, line.tax === 0n])
    const known = sums.get(key)
    const [net, tax] = [(known?.net ?? 0n) + line.net, (known?.tax ?? 0n) + line.tax]
    sums.set(key, { ...line, description: null, quantity: null, net, tax })
  }
  return [...sums.values()].filter(({ net, tax }) => net !== 0n || tax !== 0n)
}

/** The lines as they are, or joined where there are too many. */
export function fitting({ limits }: Making, lines: readonly MappedLine[]): readonly MappedLine[] {
  return lines.length > limits.lineCount ? condensed(lines) : lines
}
