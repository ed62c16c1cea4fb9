import type { PacketState } from '@ledgerpost/core'

/** Whether a state would say nothing that the packet's last one does not say. */
export function isSaid(state: Omit<PacketState, 'time'>, last: PacketState | undefined): boolean {
  return last?.status === state.status && last.code === state.code && last.message === state.message
}
