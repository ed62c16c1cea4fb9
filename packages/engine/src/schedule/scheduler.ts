import type { EngineEnvironment } from '../environment.js'
import type { Releaser } from '../ports/dispatch.js'
import { ignoreAbort } from '../worker/ignore-abort.js'
import { startDueSyncs } from './start-due-syncs.js'

export interface SchedulerOptions {
  /** Releases due jobs to the workers. Default: nobody does, workers take them from the store. */
  readonly releaser?: Releaser
  /** Told when jobs were released, so that workers of the same process need not wait for their next look. */
  readonly released?: () => void
  /** How often schedules are looked at, in milliseconds. Default: 5 seconds. */
  readonly scheduleMilliseconds?: number
  /** How often jobs are released when nobody wakes the scheduler, in milliseconds. Default: 250. */
  readonly releaseMilliseconds?: number
  /** While the oldest job has been due for longer than this, no scheduled sync is started, in milliseconds. Default: 15 minutes. */
  readonly longestBacklog?: number
}

/** Starts what is due by the calendar and passes on what is due to be done. Any number may run on one store. */
export interface Scheduler {
  /** Starts the scheduled syncs that are due, unless workers are too far behind; returns how many. */
  startDueSyncs(signal: AbortSignal): Promise<number>
  /** Does so, and releases jobs, until the signal aborts. */
  run(signal: AbortSignal): Promise<void>
  /** Has `run` release jobs at once. */
  wake(): void
}

export function createScheduler(environment: EngineEnvironment, options: SchedulerOptions = {}): Scheduler {
  const { releaser, released, scheduleMilliseconds = 5_000, releaseMilliseconds = 250 } = options
  const { longestBacklog = 15 * 60_000 } = options
  const { clock, logger, store } = environment
  let alarm = new AbortController()
  let isBehind = false

  async function startUnlessBehind(signal: AbortSignal): Promise<number> {
    const { age, due } = await store.acrossSubscribers((queue) => queue.backlog())
    const wasBehind = isBehind
    isBehind = age > longestBacklog
    if (isBehind !== wasBehind) {
      logger.warn(
        { due, age },
        isBehind
          ? 'Workers are far behind: scheduled syncs wait until they have caught up. Start more workers.'
          : 'Workers have caught up: scheduled syncs go on.',
      )
    }
    return isBehind ? 0 : startDueSyncs(environment, signal)
  }

  async function keepStarting(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        if ((await startUnlessBehind(signal)) > 0) wake()
      } catch (error) {
        logger.error({ error }, 'Scheduled syncs could not be started; they stay due and are tried again.')
      }
      await clock.sleep(scheduleMilliseconds, signal).catch(ignoreAbort(signal))
    }
  }

  async function keepReleasing({ release }: Releaser, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const woken = AbortSignal.any([alarm.signal, signal])
      try {
        if ((await release()) > 0) released?.()
      } catch (error) {
        logger.error(
          { error },
          'Jobs could not be released to the workers; they stay due and are tried again.',
        )
      }
      await clock.sleep(releaseMilliseconds, woken).catch(ignoreAbort(woken))
    }
  }

  function wake(): void {
    const woken = alarm
    alarm = new AbortController()
    woken.abort()
  }

  return {
    startDueSyncs: startUnlessBehind,
    async run(signal) {
      await Promise.all([keepStarting(signal), ...(releaser ? [keepReleasing(releaser, signal)] : [])])
    },
    wake,
  }
}
