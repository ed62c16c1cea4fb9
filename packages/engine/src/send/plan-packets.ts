import {
  addDays,
  type Document,
  mapPacket,
  type MissingMapping,
  type Packet,
  type PacketState,
} from '@ledgerpost/core'
import { now } from '../environment.js'
import { adapterOf } from '../linking/connect.js'
import type { StoredPacket } from '../ports/packet-store.js'
import { defectOf } from './defect-of.js'
import { isSaid } from './same-state.js'
import type { Sending } from './sending.js'

/** What is to be done with a packet: send these documents, or hold it for this reason. */
export type PacketPlan =
  | { readonly kind: 'send'; readonly documents: readonly Document[] }
  | { readonly kind: 'hold'; readonly code: string; readonly message: string }

/** Maps and renders a packet with today's maps and configuration. Pure but for the adapter, whose `render` is pure too. */
function planPacket(sending: Sending, packet: Packet): PacketPlan {
  const { run, configuration, lookup } = sending
  const { lockedThrough, name } = configuration.organisation
  const isLocked = lockedThrough !== null && packet.businessDate <= lockedThrough
  if (isLocked && run.integration.preferences?.lockedPeriod !== 'first-open-day') {
    return {
      kind: 'hold',
      code: 'PeriodLocked',
      message: `${packet.businessDate} lies in a period that ${name} has locked through ${lockedThrough}. Open the period there and Refresh, or choose to book on the first open day, then Resync.`,
    }
  }
  const documentDate = isLocked ? addDays(lockedThrough, 1) : packet.businessDate
  const mapping = mapPacket(packet, lookup, documentDate)
  if (!mapping.ok) return { kind: 'hold', code: 'MappingMissing', message: missingText(mapping.missing) }
  try {
    const rendering = adapterOf(run.environment, run.integration.type).render(mapping.mapped, configuration)
    if (!rendering.ok) return { kind: 'hold', code: rendering.code, message: rendering.message }
    const defect = defectOf(rendering.documents)
    return defect === undefined
      ? { kind: 'send', documents: rendering.documents }
      : { kind: 'hold', code: 'NotRepresentable', message: failed(sending, packet, defect) }
  } catch (error) {
    // Whatever an adapter cannot bear about one packet must not keep the others from being sent.
    run.environment.logger.error({ packet: packet.key, error }, 'An adapter threw while rendering.')
    return { kind: 'hold', code: 'NotRepresentable', message: failed(sending, packet, String(error)) }
  }
}

function failed({ run }: Sending, { key }: Packet, what: string): string {
  return `The adapter for ${run.integration.type} failed to render packet ${key}: ${what}. Nothing of it was sent. Report it with the packet's Id; after an update, Resync.`
}

const kindNames: Readonly<Record<MissingMapping['kind'], string>> = {
  taxRate: 'tax rate',
  revenueCategory: 'revenue category',
  paymentMethod: 'payment method',
}

function missingText(missing: readonly MissingMapping[]): string {
  const names = missing.map(({ kind, sourceId }) => `${kindNames[kind]} ${sourceId}`)
  return `Not mapped: ${names.join(', ')}. Map ${missing.length === 1 ? 'it' : 'them'}; the packet is sent with the next Sync or Resync.`
}

/**
 * Plans packets and saves the plans: documents for those that can be sent, a Held state for the rest (unless they
 * are held for the same reason already). Returns the keys of those that can be sent.
 */
export async function planPackets(sending: Sending, packets: readonly StoredPacket[]): Promise<string[]> {
  const time = now(sending.run.environment)
  const plans = packets.map((packet) => ({ packet, plan: planPacket(sending, packet) }))
  return sending.run.write('send.plan', async (transaction) => {
    const states = await transaction.packetStates(packets.map(({ key }) => key))
    const documents: { packetKey: string; documents: readonly Document[] }[] = []
    const added: { key: string; state: PacketState }[] = []
    for (const { packet, plan } of plans) {
      if (plan.kind === 'send') {
        documents.push({ packetKey: packet.key, documents: plan.documents })
        continue
      }
      const state: PacketState = { status: 'Held', time, code: plan.code, message: plan.message }
      if (!isSaid(state, states.get(packet.key)?.at(-1))) added.push({ key: packet.key, state })
    }
    await transaction.planDocuments(documents)
    await transaction.addPacketStates(added)
    return documents.map(({ packetKey }) => packetKey)
  })
}
