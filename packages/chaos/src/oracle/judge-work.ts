import type { PacketState } from '@ledgerpost/core'
import type { PacketView, RecordView } from '@ledgerpost/engine'
import type { Chronicle } from '../simulation/chronicle.js'

/** All that a subscriber's history says. */
export interface History {
  readonly subscriberId: string
  readonly records: readonly RecordView[]
  readonly packets: readonly PacketView[]
}

/** Whether nothing is left to do for a packet: it was sent, or it is one that nobody can send. */
export function isTerminal({ packet, states }: PacketView): boolean {
  return packet.status === 'Sent' || (packet.status === 'Held' && states.at(-1)?.code === 'MappingMissing')
}

/** Whether a record's sync has ended. */
export function hasEnded({ record }: RecordView): boolean {
  return record.status === 'Success' || record.status === 'Failed'
}

/** Holds the history against what was committed: I5 (append-only, each intent answered once), I6 (all is settled). */
export function judgeWork({ subscriberId, records, packets }: History, chronicle: Chronicle): string[] {
  const broken: string[] = []
  for (const view of records) {
    const { record } = view
    if (!hasEnded(view))
      broken.push(`I6 the sync ${record.id} of ${subscriberId} is ${record.status} for ever`)
  }
  for (const view of packets) {
    const { packet, states, documents } = view
    const name = `the packet ${packet.key.slice(0, 8)} of ${subscriberId}`
    if (!isTerminal(view)) {
      broken.push(`I6 ${name} is ${packet.status} for ever: ${states.at(-1)?.message}`)
    }
    const committed = (chronicle.states.get(packet.key) ?? []).map(told)
    const kept = states.map(told)
    if (kept.slice(kept.length - committed.length).join() !== committed.join()) {
      broken.push(`I5 ${name} has the states ${kept.join()}, committed were ${committed.join()}`)
    }
    for (const { reference, status } of documents) {
      if (packet.status === 'Sent' && status !== 'accepted') {
        broken.push(`I5 ${name} is Sent and its document ${reference} is ${status}`)
      }
    }
  }
  for (const [intent, times] of chronicle.answered) {
    if (times > 1) broken.push(`I5 the intent ${intent} was answered ${times} times`)
  }
  return broken
}

function told({ status, time }: PacketState): string {
  return `${status}@${time}`
}
