import { createMemoryStore, type MemoryStore } from '@ledgerpost/engine/memory-store'

/** A store of a world, empty and with the world's time for the database's. */
export function openWorldStore(clock: { readonly now: () => number }): MemoryStore {
  return createMemoryStore({
    now: () => clock.now(),
    sleep: () => Promise.reject(new Error('No transaction of a simulated store waits for time.')),
  })
}
