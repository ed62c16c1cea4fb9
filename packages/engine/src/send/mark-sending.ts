import type { StoreTransaction } from '../ports/store.js'

/** Makes packets Sending that are not: something of them is about to be sent, or was looked up or refused as if it had been. */
export async function markSending(
  transaction: Pick<StoreTransaction, 'packetStates' | 'addPacketStates'>,
  packetKeys: readonly string[],
  time: string,
): Promise<void> {
  // A packet's states are read rather than the packet, whose content is large and nobody asks for here.
  const states = await transaction.packetStates(packetKeys)
  await transaction.addPacketStates(
    [...states]
      .filter(([, known]) => known.at(-1)?.status !== 'Sending')
      .map(([key]) => ({ key, state: { status: 'Sending', time, code: null, message: null } as const })),
  )
}
