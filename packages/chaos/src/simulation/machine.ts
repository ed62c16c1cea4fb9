import { createHash } from 'node:crypto'
import { createXeroAdapter } from '@ledgerpost/adapter-xero'
import type { Adapter, Logger, OrderSource } from '@ledgerpost/core'
import {
  type AroundStep,
  createEngine,
  createWorker,
  type Engine,
  type EngineEnvironment,
  type Store,
} from '@ledgerpost/engine'
import type { FakeApp } from '@ledgerpost/adapter-xero/fake'
import { createLooseAdapter, type LooseBooks } from '../loose/loose-adapter.js'
import { networkOf, type NetworkLine } from './network.js'
import type { Scheduler } from './scheduler.js'
import { clockOf, SimProcess } from './sim-process.js'
import { watchedStore, type StoreLine } from './watched-store.js'

/**
 * How long a lease lasts in a world, in milliseconds, and how seldom a worker looks for work unless it is woken: more often
 * than refresh tokens are honoured after their exchange, as in earnest.
 */
export const leaseMilliseconds = 60_000
const pollMilliseconds = 10 * 60_000

/** What processes of a world are made of. */
export interface MachineParts {
  readonly scheduler: Scheduler
  readonly app: FakeApp
  readonly looseBooks: LooseBooks
  readonly store: () => Store
  readonly network: NetworkLine
  readonly orderSourceOf: (process: SimProcess) => OrderSource | undefined
  readonly faultOf: (process: SimProcess) => StoreLine['faultOf']
  readonly committed: (process: SimProcess) => StoreLine['committed']
  readonly newId: () => string
  readonly log: (line: string) => void
}

/** A running process of Ledgerpost: an API and a worker over one environment, with memory of its own. */
export interface Machine {
  readonly process: SimProcess
  readonly engine: Engine
  wake(): void
  /** Asks it to stop as SIGTERM does. */
  drain(): void
  /** Settles when its worker has stopped. */
  readonly stopped: Promise<void>
}

/** Reads what a store holds, at once and unnoticed. */
export function readerOf(parts: MachineParts): Pick<Engine, 'syncHistory' | 'packetsOfRecord'> {
  return createEngine({ ...environmentOf(parts, new SimProcess('reader')), store: parts.store() })
}

/** @param withWorker without one it only answers calls of the API */
export function startMachine(parts: MachineParts, name: string, skew: number, withWorker: boolean): Machine {
  const process = new SimProcess(name)
  process.skew = skew
  const environment = environmentOf(parts, process)
  const engine = createEngine(environment)
  const stop = new AbortController()
  if (!withWorker) {
    return { process, engine, wake: () => undefined, drain: () => undefined, stopped: Promise.resolve() }
  }
  const worker = createWorker(environment, { name, leaseMilliseconds, pollMilliseconds })
  return {
    process,
    engine,
    wake: () => worker.wake(),
    drain: () => stop.abort(new Error('drained')),
    stopped: worker.run(stop.signal),
  }
}

function environmentOf(parts: MachineParts, process: SimProcess): EngineEnvironment {
  const { scheduler } = parts
  const orderSource = parts.orderSourceOf(process)
  const aroundStep: AroundStep = (name, work) => {
    process.step = name
    return work()
  }
  const xero = createXeroAdapter(parts.app)
  const loose = createLooseAdapter(parts.looseBooks)
  return {
    store: watchedStore({
      scheduler,
      process,
      store: parts.store,
      faultOf: parts.faultOf(process),
      committed: parts.committed(process),
    }),
    adapters: new Map([
      [xero.manifest.type, withWaitingAuthorisation(xero, scheduler)],
      [loose.manifest.type, loose],
    ]),
    clock: clockOf(process, scheduler),
    fetch: networkOf(parts.network, process),
    logger: loggerOf((line) => parts.log(`${process.name} ${line}`)),
    secrets: {
      isCurrent: () => true,
      seal: (plain, context) => JSON.stringify([context, plain]),
      open(sealed, context) {
        const opened: unknown = JSON.parse(sealed)
        if (!Array.isArray(opened) || opened[0] !== context)
          throw new Error('It was sealed for something else.')
        return String(opened[1])
      },
    },
    digest: (text) => createHash('sha256').update(text).digest('hex'),
    newId: parts.newId,
    newToken: () => `token-${parts.newId()}`,
    aroundStep,
    ...(orderSource ? { orderSource } : {}),
  }
}

/** Linking hashes on a thread of Node's own, for which the scheduler has to wait. */
function withWaitingAuthorisation(adapter: Adapter, scheduler: Scheduler): Adapter {
  const { authorisation } = adapter
  if (authorisation.kind !== 'oauth2') return adapter
  return {
    ...adapter,
    authorisation: {
      ...authorisation,
      start: (environment, request) => scheduler.external(authorisation.start(environment, request)),
    },
  }
}

function loggerOf(log: (line: string) => void): Logger {
  const tell = (fields: Readonly<Record<string, unknown>>, message: string): void => {
    const { error } = fields
    log(error instanceof Error ? `${message} (${error.name}: ${error.message})` : message)
  }
  return { debug: () => undefined, info: () => undefined, warn: tell, error: tell }
}
