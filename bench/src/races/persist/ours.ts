import { createStore, openDatabase } from '@ledgerpost/postgres'
import type { MadePacket } from '../../scene/packets.js'
import { integrationId, recordId, subscriberId, time } from './scene.js'

/** As many as a sync packs in one transaction. */
const chunk = 500

/** Saves packets, their states and shares, and what was packed of their orders, as a sync does. */
export async function saveByStore(url: string, packets: readonly MadePacket[]): Promise<void> {
  const database = await openDatabase({ kind: 'server', url, poolSize: 1 })
  try {
    const store = createStore(database)
    for (let start = 0; start < packets.length; start += chunk) {
      const some = packets.slice(start, start + chunk)
      await store.transaction(subscriberId, async (transaction) => {
        await transaction.addPackets(integrationId, recordId, some, time)
        await transaction.savePackedOrders(
          integrationId,
          some.map(({ packed }) => packed),
        )
      })
    }
  } finally {
    await database.close()
  }
}
