import type { Instant } from '../calendar/calendar-date.js'

/** Held, Rejected and InDoubt packets wait for a person or a resync; Sent is final. */
export const packetStatuses = ['Pending', 'Held', 'Sending', 'Sent', 'Rejected', 'InDoubt'] as const
export type PacketStatus = (typeof packetStatuses)[number]

/** One entry of a packet's append-only history. */
export interface PacketState {
  readonly status: PacketStatus
  readonly time: Instant
  /** Why, as a stable code: `MappingMissing`, `PeriodLocked`, `CurrencyNotSupported`, or a refusal's reason. */
  readonly code: string | null
  /** What happened and what to do next. */
  readonly message: string | null
}

const followers: Readonly<Record<PacketStatus, readonly PacketStatus[]>> = {
  Pending: ['Pending', 'Held', 'Sending'],
  Held: ['Pending', 'Held', 'Sending'],
  Sending: ['Sent', 'Rejected', 'InDoubt', 'Pending'],
  Sent: [],
  Rejected: ['Pending', 'Held', 'Sending', 'Rejected'],
  InDoubt: ['Pending', 'Sending', 'Sent', 'Rejected', 'InDoubt'],
}

/** Whether a packet may go from one status to another; nothing leaves Sent. */
export function mayFollow(from: PacketStatus, to: PacketStatus): boolean {
  return followers[from].includes(to)
}

/** Whether a resync takes the packet up again. */
export function isResendable(status: PacketStatus): boolean {
  return status !== 'Sent' && status !== 'Sending'
}
