import type { PacketStatus, Reason } from '@ledgerpost/core'
import type { StoredDocument } from '../ports/document-store.js'
import type { StoredPacket } from '../ports/packet-store.js'
import { conclude } from './conclude.js'
import { sendInOrder } from './in-order.js'
import { isRestored, lookUpFirst } from './look-up-first.js'
import { waitOrPause } from './patiently.js'
import { planPackets } from './plan-packets.js'
import { prepareSafely } from './prepare-safely.js'
import type { Sending } from './sending.js'
import { isUnsettled, settle, settleLeftovers } from './settle.js'
import { acceptedOf, submit } from './submit.js'

/** Packets looked at together. */
const pageSize = 1000

/** How often documents are sent whose fate stays unknown, before their packet is InDoubt. */
const maximumRounds = 3

/**
 * Sends the integration's packets in the given statuses: those of one record, or all. What an earlier run left
 * open is looked up before anything is sent.
 */
export async function sendPackets(
  sending: Sending,
  selection: { readonly recordId: string | null; readonly statuses: readonly PacketStatus[] },
): Promise<void> {
  const { run } = sending
  await settleLeftovers(sending)
  const looksUpFirst = await isRestored(sending)
  let after = 0n
  for (;;) {
    const packets = await run.read('send.read-page', (transaction) =>
      transaction.packetsByStatus(run.integration.id, { ...selection, after, limit: pageSize }),
    )
    const last = packets.at(-1)
    if (!last) return
    after = last.ordinal
    await sendInOrder(sending, await withoutOpenFates(sending, packets), async (wave) =>
      sendWave(sending, await planPackets(sending, wave), looksUpFirst),
    )
    if (packets.length < pageSize) return
    await run.giveWay()
  }
}

/**
 * The packets that may be planned anew. What an earlier run left under way or in doubt was looked up just before:
 * such a packet is Sent, or still in doubt and left to a person, or goes on from Pending like the others.
 */
async function withoutOpenFates(
  sending: Sending,
  packets: readonly StoredPacket[],
): Promise<readonly StoredPacket[]> {
  const open = packets.filter(({ status }) => status === 'Sending' || status === 'InDoubt')
  if (open.length === 0) return packets
  await conclude(
    sending,
    open.map(({ key }) => key),
  )
  const current = await sending.run.read('send.read-current', (transaction) =>
    transaction.packets(packets.map(({ key }) => key)),
  )
  return current.filter(({ status }) => status !== 'Sent' && status !== 'InDoubt')
}

async function sendWave(sending: Sending, keys: readonly string[], looksUpFirst: boolean): Promise<void> {
  try {
    if (looksUpFirst) await lookUpFirst(sending, await documentsOf(sending, keys))
    for (let round = 1; ; round += 1) {
      await sendStages(sending, keys)
      const unsettled = (await documentsOf(sending, keys)).filter(isUnsettled)
      if (unsettled.length === 0) return
      await settle(sending, unsettled, sending.run.environment.clock.now())
      if (round === maximumRounds) {
        await giveUp(sending, keys, unsettled)
        return
      }
    }
  } finally {
    if (!sending.run.signal.aborted) await conclude(sending, keys)
  }
}

/** What was sent again and again without a certain answer and cannot be found is left to a person, or the next sync. */
async function giveUp(
  sending: Sending,
  keys: readonly string[],
  unsettled: readonly StoredDocument[],
): Promise<void> {
  const references = new Set(unsettled.map(({ reference }) => reference))
  const open = (await documentsOf(sending, keys)).filter(
    ({ reference, status }) => references.has(reference) && status === 'planned',
  )
  const outcomes = open.map(({ reference, attempts }) => ({
    reference,
    status: 'unknown' as const,
    message: `${reference} was sent ${attempts} times without a certain answer and is not at the integrator. It is looked up and sent again with the next Sync or Resync.`,
  }))
  const { run } = sending
  await run.write('send.give-up', (transaction) =>
    transaction.recordOutcomes(run.integration.id, outcomes, null),
  )
}

/** Sends every planned document whose earlier stage is accepted, stage by stage. @throws ConnectionPaused */
async function sendStages(sending: Sending, keys: readonly string[]): Promise<void> {
  const stages = new Set((await documentsOf(sending, keys)).map(({ stage }) => stage))
  for (const stage of [...stages].toSorted((left, right) => left - right)) {
    for (let tries = 1; ; tries += 1) {
      const pausedBy = await sendStage(sending, keys, stage)
      if (pausedBy === undefined) break
      await waitOrPause(sending, pausedBy, tries)
    }
  }
}

async function sendStage(
  sending: Sending,
  keys: readonly string[],
  stage: number,
): Promise<Reason | undefined> {
  const documents = await documentsOf(sending, keys)
  const accepted = acceptedOf(documents)
  const ready = documents.filter(
    (document) =>
      document.stage === stage &&
      document.status === 'planned' &&
      (document.settles === null || accepted.has(document.settles)),
  )
  const byReference = new Map(ready.map((document) => [document.reference, document]))
  for (const submission of await prepareSafely(sending, ready, accepted)) {
    const { pausedBy } = await submit(sending, submission, byReference)
    if (pausedBy !== undefined) return pausedBy
  }
  return undefined
}

function documentsOf({ run }: Sending, keys: readonly string[]): Promise<readonly StoredDocument[]> {
  return run.read('send.read-documents', (transaction) => transaction.documentsOfPackets(keys))
}
