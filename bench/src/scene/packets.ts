import { hash } from 'node:crypto'
import {
  checkBalance,
  contribute,
  type Digest,
  evidenceOf,
  type Order,
  packetKey,
  packOrder,
  type Packet,
  readOrder,
  shareDigest,
} from '@ledgerpost/core'
import type { PackedOrder, PacketShare } from '@ledgerpost/engine'

export const digest: Digest = (text) => hash('sha256', text)

/** An order's packet, as a sync makes it that finds nothing of the order packed. */
export interface MadePacket {
  readonly packet: Packet
  readonly shares: readonly PacketShare[]
  readonly packed: PackedOrder
}

/** The packets of an order: one, or none if it moves nothing. @throws Error if it does not balance */
export function packetsOf(order: Order, integrationId: string): readonly MadePacket[] {
  const balance = checkBalance(order, 0n)
  if (!balance.balanced) throw new Error(`Order ${order.id} does not balance.`)
  const contribution = contribute(order, balance.rounding)
  return packOrder(order, contribution, balance.rounding, true).map((content) => {
    const series = { kind: 'order', orderId: order.id } as const
    const share = shareDigest({ orderId: order.id, cells: content.cells }, digest)
    return {
      packet: {
        ...content,
        key: packetKey(integrationId, series, 1, digest),
        series,
        sequence: 1,
        evidence: evidenceOf([share], digest),
      },
      shares: [{ orderId: order.id, digest: share }],
      packed: { orderId: order.id, contribution },
    }
  })
}

/** @throws Error with what is wrong with it */
export function orderOf(input: unknown, terms: Parameters<typeof readOrder>[1]): Order {
  const reading = readOrder(input, terms)
  if (reading.ok) return reading.order
  throw new Error(reading.problems.map(({ member, problem }) => `${member}: ${problem}`).join('; '))
}
