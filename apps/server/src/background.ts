import {
  createScheduler,
  createWorker,
  type EngineEnvironment,
  type Scheduler,
  type Worker,
  type WorkerOptions,
} from '@ledgerpost/engine'
import { type Database, type Dispatch, openDispatch } from '@ledgerpost/postgres'
import type { ServerRole } from './roles.js'

/** How long leases last, how often the worker looks for work, and when a long job gives way. */
export type WorkerPace = Pick<WorkerOptions, 'leaseMilliseconds' | 'pollMilliseconds' | 'sliceMilliseconds'>

export interface BackgroundOptions {
  readonly environment: EngineEnvironment
  readonly database: Database
  readonly roles: readonly ServerRole[]
  readonly workerName: string
  readonly workerPace: WorkerPace
  /** Jobs at once. Default: 4 on a server's database; 1 on the embedded one, which has one session. */
  readonly concurrency?: number | undefined
}

/** What a process does beside answering requests. */
export interface Background {
  /** Does what the roles say until the signal aborts; what is under way then is given back before it resolves. Never rejects. */
  run(signal: AbortSignal): Promise<void>
  /** Has it look for work at once. */
  wake(): void
}

/** Other processes wake nobody, so on a shared database everybody looks more often; in milliseconds. */
const looks = {
  server: { pollMilliseconds: 500, releaseMilliseconds: 250 },
  embedded: { pollMilliseconds: 1000, releaseMilliseconds: 1000 },
} as const
/** How long to wait before the queue is opened again, in milliseconds. */
const pause = 2000

export function createBackground(options: BackgroundOptions): Background {
  const { environment, database, roles, workerName, workerPace } = options
  const { concurrency = database.kind === 'embedded' ? 1 : 4 } = options
  const { clock, logger } = environment
  const { pollMilliseconds = looks[database.kind].pollMilliseconds } = workerPace
  const releaseMilliseconds = workerPace.pollMilliseconds ?? looks[database.kind].releaseMilliseconds
  let worker: Worker | undefined
  let scheduler: Scheduler | undefined

  async function openQueue(signal: AbortSignal): Promise<Dispatch | undefined> {
    while (!signal.aborted) {
      try {
        return await openDispatch(database, { clock, logger, pollMilliseconds })
      } catch (error) {
        logger.error({ error }, 'The queue of jobs could not be opened; it is tried again.')
        await clock.sleep(pause, signal).catch((reason: unknown) => {
          if (!signal.aborted) throw reason
        })
      }
    }
    return undefined
  }

  return {
    async run(signal) {
      if (!roles.includes('worker') && !roles.includes('scheduler')) return
      const dispatch = await openQueue(signal)
      if (!dispatch) return
      const { deliveries, releaser } = dispatch
      if (roles.includes('worker')) {
        worker = createWorker(environment, {
          ...workerPace,
          name: workerName,
          concurrency,
          deliveries,
          pollMilliseconds,
        })
      }
      if (roles.includes('scheduler')) {
        const released = () => worker?.wake()
        scheduler = createScheduler(environment, { releaser, released, releaseMilliseconds })
      }
      try {
        await Promise.all([worker?.run(signal), scheduler?.run(signal)])
      } finally {
        await dispatch.close()
      }
    },
    wake() {
      // Workers hear of a job when it was released.
      if (scheduler) scheduler.wake()
      else worker?.wake()
    },
  }
}
