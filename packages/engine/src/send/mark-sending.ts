import type { StoreTransaction } from '../ports/store.js'

/** Makes packets Sending that are not: something of them is about to be sent, or was looked up or refused as if it had been. */
export async function markSending(
  transaction: Pick<StoreTransaction, 'packets' | 'addPacketStates'>,
  packetKeys: readonly string[],
  time: string,
): Promise<void> {
  const packets = await transaction.packets(packetKeys)
  await transaction.addPacketStates(
    packets
      .filter(({ status }) => status !== 'Sending')
      .map(({ key }) => ({ key, state: { status: 'Sending', time, code: null, message: null } as const })),
  )
}
