import { contributionToJson, seriesKey } from '@ledgerpost/core'
import type { MadePacket } from '../../../scene/packets.js'
import { integrationId, recordId, subscriberId } from '../scene.js'

const shown = (_name: string, value: unknown): unknown =>
  typeof value === 'bigint' ? value.toString() : value
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value, shown))

/** A packet as the columns of its table, for those who insert rows. */
export function packetRow({ packet }: MadePacket) {
  return {
    key: packet.key,
    subscriber_id: subscriberId,
    integration_id: integrationId,
    record_id: recordId,
    series_key: seriesKey(packet.series),
    series: packet.series,
    sequence: packet.sequence,
    business_date: packet.businessDate,
    location_id: packet.locationId,
    currency: packet.currency,
    request_items: plain(packet.requestItems),
    payments: plain(packet.payments),
    cells: contributionToJson(packet.cells),
    net_amount: packet.netAmount.toString(),
    tax_amount: packet.taxAmount.toString(),
    total: packet.total.toString(),
    evidence: packet.evidence,
  }
}

/** What hangs on it, by table. */
export function followingRows({ shares, packed }: MadePacket, ordinal: string) {
  const own = { packet_ordinal: ordinal, subscriber_id: subscriberId }
  return {
    packet_status: [{ ...own, integration_id: integrationId, record_id: recordId, status: 'Pending' }],
    packet_state: [{ ...own, status: 'Pending', time: '2026-12-01T00:00:00.000Z' }],
    packet_share: shares.map(({ orderId, digest }) => ({ ...own, order_id: orderId, digest })),
    packed_order: [
      {
        integration_id: integrationId,
        subscriber_id: subscriberId,
        order_id: packed.orderId,
        contribution: contributionToJson(packed.contribution),
      },
    ],
  }
}
