import type { Adapter, Fetch, MapAssignment } from '@ledgerpost/core'
import {
  createEngine,
  createWorker,
  type Engine,
  type IntegrationAddress,
  type Worker,
} from '@ledgerpost/engine'
import { createMemoryStore } from '@ledgerpost/engine/memory-store'
import type { VirtualClock } from '@ledgerpost/testkit'
import { engineEnvironment } from '../../scene/engine-environment.js'
import { linkOnClock, user } from '../../scene/link-on-clock.js'

const subscriberId = 'studio'

/** An integrator that can be linked, and what its calls look like from outside. */
export interface Integrator {
  readonly adapter: Adapter
  readonly fetch: Fetch
  readonly assignments: readonly MapAssignment[]
}

/** The engine on a clock that stands still unless something waits for it, linked to an integrator. */
export interface Carrier {
  readonly engine: Engine
  feed(orders: Iterable<unknown>): Promise<void>
  /** Asks for a sync and has it done; how much time passed, in milliseconds. */
  sync(): Promise<number>
}

export async function startCarrier(clock: VirtualClock, integrator: Integrator): Promise<Carrier> {
  const { adapter, fetch, assignments } = integrator
  const address = { subscriberId, type: adapter.manifest.type }
  const environment = engineEnvironment({
    store: createMemoryStore(clock),
    adapters: new Map([[adapter.manifest.type, adapter]]),
    clock,
    fetch,
  })
  const engine = createEngine(environment)
  const worker = createWorker(environment, { name: 'bench' })
  await linkOnClock(clock, engine, address, fetch)
  await clock.runUntil(
    engine.save({ ...address, assignments, preferences: { startDate: '2026-01-01' }, user }),
  )
  return {
    engine,
    async feed(orders) {
      for await (const receipt of engine.feedOrders(subscriberId, asFed(orders))) {
        if (receipt.outcome !== 'accepted')
          throw new Error(`Order ${String(receipt.orderId)} is ${receipt.outcome}.`)
      }
    },
    sync: () => syncOnce(engine, address, worker, clock),
  }
}

function* asFed(orders: Iterable<unknown>) {
  for (const input of orders) yield { input }
}

async function syncOnce(
  engine: Engine,
  address: IntegrationAddress,
  worker: Worker,
  clock: VirtualClock,
): Promise<number> {
  const start = clock.now()
  const { recordId } = await engine.requestSync({ ...address, user })
  // What a sync cannot send for now it sends when it is taken up again: time passes until it has ended.
  for (;;) {
    await clock.runUntil(worker.runDueJobs(new AbortController().signal))
    const record = await engine.syncRecord(subscriberId, recordId)
    const status = record.states.at(-1)?.status
    if (status === 'Success') return clock.now() - start
    if (status === 'Failed') throw new Error(`The sync failed: ${record.states.at(-1)?.message ?? ''}`)
    await clock.advance(1000)
  }
}
