import {
  type CurrencyCode,
  formatAmount,
  type MinorUnits,
  minorUnitDigits,
  type PacketState,
  type RequestItem,
} from '@ledgerpost/core'
import type { PacketView, StoredDocument } from '@ledgerpost/engine'
import { pascalCase } from '../spelling.js'
import { byName, decimal, list, moment, record, type WireNumber, type WireRecord } from '../tree.js'

/** A packet names at most so many of its orders. */
export const mostOrderIds = 1000

/**
 * SyncPacket { Id, Date, OrderIds[], PaymentMethodId, Currency, RequestItems[], Total, Documents[], States[] }, and
 * ours: Payments of a packet that stands for one order, the location, and MoreOrders where not all of them are named.
 * @param view with the first `mostOrderIds + 1` order ids
 */
export function syncPacket({ packet, states, documents, orderIds }: PacketView): WireRecord {
  const { currency, series } = packet
  return record({
    Id: packet.key,
    Date: packet.businessDate,
    OrderIds: list(orderIds.slice(0, mostOrderIds)),
    PaymentMethodId: series.kind === 'summary' ? series.paymentMethodId : null,
    Currency: currency,
    RequestItems: list(packet.requestItems.map((item) => requestItem(item, currency))),
    Total: amountOf(packet.total, currency),
    Documents: list(documents.map(document)),
    States: list(states.map(packetState)),
    Payments:
      series.kind === 'summary'
        ? undefined
        : list(
            packet.payments.map(({ paymentMethodId, amount }) =>
              record({ PaymentMethodId: paymentMethodId, Amount: amountOf(amount, currency) }),
            ),
          ),
    LocationId: packet.locationId ?? undefined,
    MoreOrders: orderIds.length > mostOrderIds ? true : undefined,
  })
}

function requestItem(item: RequestItem, currency: CurrencyCode): WireRecord {
  return record({
    RevenueCategoryId: item.revenueCategoryId,
    TaxRateIds: list(item.taxRateIds),
    Description: item.description ?? undefined,
    Quantity: item.quantity === null ? undefined : decimal(item.quantity),
    NetAmount: amountOf(item.netAmount, currency),
    TaxAmount: amountOf(item.taxAmount, currency),
    LocationId: item.locationId,
  })
}

/** Document { Reference, Kind, Date, Total, Status, Id, Link, Message? }; Id and Link are the integrator's. */
function document(each: StoredDocument): WireRecord {
  return record({
    Reference: each.reference,
    Kind: byName(pascalCase(each.kind)),
    Date: each.date,
    Total: amountOf(each.total, each.currency),
    Status: byName(pascalCase(each.status)),
    Id: each.integratorId,
    Link: each.link,
    Message: each.message ?? undefined,
  })
}

function packetState({ status, time, code, message }: PacketState): WireRecord {
  return record({
    Status: byName(status),
    Time: moment(time),
    Code: code ?? undefined,
    Message: message ?? undefined,
  })
}

function amountOf(amount: MinorUnits, currency: CurrencyCode): WireNumber {
  return decimal(formatAmount(amount, minorUnitDigits(currency)))
}
