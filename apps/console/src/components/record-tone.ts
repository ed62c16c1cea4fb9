import type { SyncPacket, SyncRecord } from '@ledgerpost/client'
import type { Tone } from './tone.js'

/** How a sync went, at a glance. */
export function recordTone({ Status, Outcome }: Pick<SyncRecord, 'Status' | 'Outcome'>): Tone {
  if (Status === 'Failed') return 'bad'
  if (Status !== 'Success') return 'busy'
  return openPackets(Outcome) > 0 ? 'warn' : 'ok'
}

/** How many packets of a sync are not in the books. */
export function openPackets({ Held, Rejected, InDoubt, Pending, Sending }: SyncRecord['Outcome']): number {
  return Held + Rejected + InDoubt + Pending + Sending
}

export const packetTones: Readonly<Record<SyncPacket['Status'], Tone>> = {
  Pending: 'info',
  Held: 'warn',
  Sending: 'busy',
  Sent: 'ok',
  Rejected: 'bad',
  InDoubt: 'busy',
}
