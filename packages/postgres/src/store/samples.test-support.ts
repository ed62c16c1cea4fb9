import { createHash, randomUUID } from 'node:crypto'
import {
  type Cell,
  contentOfCells,
  type Document,
  documentReference,
  evidenceOf,
  type Order,
  type Packet,
  packetKey,
  type PacketSeries,
  shareDigest,
} from '@ledgerpost/core'
import type { Integration, OpenPacket, PacketShare, Store, Subscriber } from '@ledgerpost/engine'

export const time = '2026-03-01T12:00:00.000Z'

export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

export function sampleSubscriber(id: string = randomUUID()): Subscriber {
  return {
    id,
    region: 'EU',
    pricingLevel: null,
    terms: { currency: 'EUR', timeZone: 'Europe/Berlin', cutOff: 240, locations: { '2': { cutOff: 0 } } },
    configuration: null,
  }
}

export function sampleIntegration(subscriberId: string, change: Partial<Integration> = {}): Integration {
  return {
    id: randomUUID(),
    subscriberId,
    type: 'Xero',
    status: 'Available',
    preferences: null,
    settings: null,
    organisationId: null,
    grantId: null,
    linkedOn: null,
    configuration: null,
    inspectionTimes: [],
    cursor: 0n,
    lastModifiedTime: time,
    ...change,
  }
}

export function sampleOrder(id: string, change: Partial<Order> = {}): Order {
  return {
    id,
    type: 'Sale',
    orderDate: '2026-03-01T10:30:00',
    orderTime: '2026-03-01T10:30:00.000Z',
    businessDate: '2026-03-01',
    locationId: '1',
    currency: 'EUR',
    purchaser: { id: '7', firstName: 'Ada', lastName: null },
    items: [
      {
        id: '1',
        productId: null,
        productType: 'Retail',
        description: 'A mat, 100 % "cotton" \u2014 \u{1f9d8}',
        revenueCategoryId: '10',
        quantity: '1.000',
        unitPrice: '100.00',
        discount: 0n,
        netAmount: 10_000n,
        taxes: [{ taxRateId: '01:01', amount: 1_900n }],
        total: 11_900n,
      },
    ],
    cost: { netAmount: 10_000n, discount: 0n, taxAmount: 1_900n, total: 11_900n },
    payments: [{ id: '1', paymentMethodId: '2', amount: 11_900n }],
    lastModifiedTime: time,
    createdTime: null,
    ...change,
  }
}

export function sampleCell(change: Partial<Cell> = {}): Cell {
  return {
    businessDate: '2026-03-01',
    locationId: '1',
    currency: 'EUR',
    paymentMethodId: '2',
    revenueCategoryId: '10',
    taxRateIds: ['01:01'],
    net: 10_000n,
    tax: 1_900n,
    ...change,
  }
}

export interface SealedSample {
  readonly packet: Packet
  readonly shares: readonly PacketShare[]
}

/** A packet of one order. */
export function samplePacket(
  integrationId: string,
  orderId: string,
  sequence = 1,
  cells: readonly Cell[] = [sampleCell()],
): SealedSample {
  const series: PacketSeries = { kind: 'order', orderId }
  const share = shareDigest({ orderId, cells }, digest)
  const key = packetKey(integrationId, series, sequence, digest)
  const packet = { ...contentOfCells(cells), key, series, sequence, evidence: evidenceOf([share], digest) }
  return { packet, shares: [{ orderId, digest: share }] }
}

export function sampleOpenPacket(
  integrationId: string,
  businessDate = '2026-03-01',
  sequence = 1,
): OpenPacket {
  const series: PacketSeries = {
    kind: 'summary',
    businessDate,
    paymentMethodId: '2',
    locationId: null,
    currency: 'EUR',
  }
  return { key: packetKey(integrationId, series, sequence, digest), series, sequence }
}

export function sampleDocument(packetKeyText: string, ordinal = 0, change: Partial<Document> = {}): Document {
  return {
    reference: documentReference(packetKeyText, ordinal),
    kind: 'invoice',
    date: '2026-03-01',
    stage: ordinal,
    currency: 'EUR',
    total: 11_900n,
    postings: [
      { account: '1100', amount: 11_900n },
      { account: '4000', amount: -10_000n, taxId: 'OUTPUT' },
      { account: '2200', amount: -1_900n },
    ],
    settles: null,
    content: { lines: [{ text: 'Sales' }] },
    ...change,
  }
}

/** A subscriber with a current integration, and a sync of it that is queued; the subscriber that `change` names, or a new one. */
export async function linkedSubscriber(store: Store, change: Partial<Integration> = {}) {
  const subscriber = sampleSubscriber(change.subscriberId)
  const integration = sampleIntegration(subscriber.id, { status: 'Configured', ...change })
  const recordId = randomUUID()
  await store.transaction(subscriber.id, async (tx) => {
    await tx.saveSubscriber(subscriber)
    await tx.createIntegration(integration)
    await tx.openSyncRecord({
      id: recordId,
      integrationId: integration.id,
      userId: '1',
      userName: 'Owner',
      time,
    })
  })
  return { subscriberId: subscriber.id, integrationId: integration.id, recordId }
}
