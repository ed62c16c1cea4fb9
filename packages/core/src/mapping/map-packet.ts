import type { CalendarDate } from '../calendar/calendar-date.js'
import { taxSetId } from '../contribution/category.js'
import type { MinorUnits } from '../money/amount.js'
import type { CurrencyCode } from '../money/currency.js'
import type { DecimalText } from '../money/decimal.js'
import type { Packet, RequestItem } from '../packet/packet.js'
import { type PacketPart, partsOf } from '../packet/parts.js'
import type { MapLookup, MissingMapping } from './map-rule.js'
import { ruleKey } from './map-lookup.js'

export interface MappedLine {
  /** The integrator's id for the revenue category: an account, an item. */
  readonly revenueId: string
  /** The integrator's id for the tax set. */
  readonly taxId: string
  /** The platform's id, for descriptions. */
  readonly revenueCategoryId: string
  readonly description: string | null
  readonly quantity: DecimalText | null
  readonly net: MinorUnits
  readonly tax: MinorUnits
}

export interface MappedPayment {
  /** The integrator's id for the payment method: an account. */
  readonly accountId: string
  readonly paymentMethodId: string
  readonly amount: MinorUnits
}

export interface MappedPart {
  readonly lines: readonly MappedLine[]
  /** All of the total's sign; empty when the total is zero. */
  readonly payments: readonly MappedPayment[]
  readonly total: MinorUnits
}

/** A packet in the integrator's terms, ready for an adapter to render. */
export interface MappedPacket {
  readonly key: string
  readonly businessDate: CalendarDate
  /** The day to date documents with: the business date, or the first open day if the owner prefers that for locked periods. */
  readonly documentDate: CalendarDate
  readonly currency: CurrencyCode
  /** What the packet is, for people: `Order 1041` or `Sales of 2026-03-01 by 2`. */
  readonly title: string
  readonly parts: readonly MappedPart[]
}

export type PacketMapping =
  | { readonly ok: true; readonly mapped: MappedPacket }
  | { readonly ok: false; readonly missing: readonly MissingMapping[] }

/** Applies the maps to a sealed packet. Nothing unmapped is defaulted: every missing source is named. */
export function mapPacket(
  packet: Packet,
  lookup: MapLookup,
  documentDate = packet.businessDate,
): PacketMapping {
  const missing = new Map<string, MissingMapping>()
  const resolve = (kind: MissingMapping['kind'], sourceId: string, locationId: string | null): string => {
    const found = lookup(kind, sourceId, locationId)
    if (found === undefined) missing.set(ruleKey(kind, sourceId, locationId), { kind, sourceId, locationId })
    return found ?? ''
  }
  const mapLine = (item: RequestItem): MappedLine => ({
    revenueId: resolve('revenueCategory', item.revenueCategoryId, item.locationId),
    taxId: resolve('taxRate', taxSetId(item.taxRateIds), item.locationId),
    revenueCategoryId: item.revenueCategoryId,
    description: item.description,
    quantity: item.quantity,
    net: item.netAmount,
    tax: item.taxAmount,
  })
  const mapPart = (part: PacketPart): MappedPart => ({
    lines: part.requestItems.map(mapLine),
    payments: part.payments.map(({ paymentMethodId, amount }) => ({
      accountId: resolve('paymentMethod', paymentMethodId, packet.locationId),
      paymentMethodId,
      amount,
    })),
    total: part.total,
  })
  const parts = partsOf(packet).map(mapPart)
  if (missing.size > 0) return { ok: false, missing: [...missing.values()] }
  const { key, businessDate, currency } = packet
  return { ok: true, mapped: { key, businessDate, documentDate, currency, title: titleOf(packet), parts } }
}

function titleOf(packet: Packet): string {
  const adjustment = packet.sequence > 1 ? `, adjustment ${packet.sequence - 1}` : ''
  if (packet.series.kind === 'order') return `Order ${packet.series.orderId}${adjustment}`
  const method = packet.series.paymentMethodId ?? 'no payment'
  const place = packet.series.locationId === null ? '' : ` at ${packet.series.locationId}`
  return `Sales of ${packet.businessDate}, ${method}${place}${adjustment}`
}
