import type { Instant, PacketState, PacketStatus } from '@ledgerpost/core'
import { now } from '../environment.js'
import type { StoredDocument } from '../ports/document-store.js'
import { isSaid } from './same-state.js'
import { scheduleSweep } from '../sweep/schedule-sweep.js'
import type { Sending } from './sending.js'
import { isUnsettled } from './settle.js'

/** Gives packets the status that their documents make, when all that could be sent was sent. */
export async function conclude(sending: Sending, packetKeys: readonly string[]): Promise<void> {
  const { environment, integration } = sending.run
  const time = now(environment)
  await sending.run.write('send.conclude', async (transaction) => {
    const documents = new Map<string, StoredDocument[]>()
    let isAnyCertain = false
    for (const document of await transaction.documentsOfPackets(packetKeys)) {
      isAnyCertain ||= document.status === 'accepted' || document.status === 'rejected'
      documents.set(document.packetKey, [...(documents.get(document.packetKey) ?? []), document])
    }
    if (isAnyCertain) await scheduleSweep(environment, transaction, integration.id)
    const states = await transaction.packetStates(packetKeys)
    await transaction.addPacketStates(
      [...states].flatMap(([key, known]) => {
        const last = known.at(-1)
        const state = last && stateOf(documents.get(key) ?? [], last.status, time)
        return state && !isSaid(state, last) ? [{ key, state }] : []
      }),
    )
  })
}

/** The state that follows from a packet's documents; undefined if it stays as it is. */
function stateOf(
  documents: readonly StoredDocument[],
  current: PacketStatus,
  time: Instant,
): PacketState | undefined {
  const rejected = documents.find(({ status }) => status === 'rejected')
  if (rejected) return { status: 'Rejected', time, code: rejected.reasonKind, message: rejected.message }
  const unknown = documents.find(isUnsettled)
  if (unknown) return { status: 'InDoubt', time, code: 'unknown', message: unknown.message }
  if (documents.every(({ status }) => status === 'accepted')) {
    return { status: 'Sent', time, code: null, message: null }
  }
  return current === 'Pending' ? undefined : { status: 'Pending', time, code: null, message: null }
}
