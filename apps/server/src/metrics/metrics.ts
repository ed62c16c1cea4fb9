import { type Clock, type Fetch, type Logger, packetStatuses } from '@ledgerpost/core'
import type { Backlog, DocumentStatus, JobTask } from '@ledgerpost/engine'
import { collectDefaultMetrics, type Counter } from 'prom-client'
import type { AdapterWatch } from './watch-adapter.js'
import { createInstruments } from './instruments.js'
import { createJobWatch, jobOutcomes, type JobWatch } from './job-watch.js'
import type { StoreWatch } from './watch-store.js'

export interface MetricsOptions {
  /** Read whenever the metrics are. */
  readonly backlog: () => Promise<Backlog>
  readonly clock: Clock
  readonly logger: Logger
  /** Whether the process is measured too: memory, processor, event loop. Once in a process, as it is never stopped. */
  readonly measuresProcess: boolean
}

/** What a server counts and measures. Each server has its own. */
export interface Metrics {
  readonly store: StoreWatch
  readonly adapters: AdapterWatch
  readonly jobs: Pick<JobWatch, 'aroundJob' | 'aroundStep'>
  /** @param route the template, such as `/:scope/Orders`; what addresses say must not be in it */
  requestAnswered(route: string, method: string, status: number, milliseconds: number): void
  /** All of it in Prometheus' text format. Asks the store, and goes on without it. */
  text(): Promise<string>
  readonly contentType: string
}

export function createMetrics({ backlog, clock, logger, measuresProcess }: MetricsOptions): Metrics {
  const instruments = createInstruments()
  const { registry } = instruments
  beginAtZero(instruments)
  if (measuresProcess) collectDefaultMetrics({ register: registry })
  const jobs = createJobWatch(clock, {
    ended(task, outcome, milliseconds, isLeaseLost) {
      instruments.jobs.inc({ task, outcome })
      instruments.jobDuration.observe({ task }, milliseconds / 1000)
      if (isLeaseLost) instruments.leaseLosses.inc()
    },
  })

  async function readBacklog(): Promise<void> {
    try {
      const { due, age } = await backlog()
      instruments.storeUp.set(1)
      instruments.backlog.set({ state: 'due' }, due)
      instruments.backlogAge.set({ state: 'due' }, age / 1000)
    } catch (error) {
      logger.warn({ error }, 'The metrics are told without the backlog: the store does not answer.')
      instruments.storeUp.set(0)
      instruments.backlog.reset()
      instruments.backlogAge.reset()
    }
  }

  return {
    jobs,
    store: {
      changed(change) {
        if (change.kind === 'packet') instruments.packets.inc({ status: change.status })
        else if (change.kind === 'document')
          instruments.documents.inc({ outcome: documentOutcome(change.outcome) })
        else if (change.kind === 'sweep')
          instruments.swept.inc({ outcome: change.isDeviation ? 'deviates' : 'agrees' })
        else if (change.kind === 'sync')
          instruments.syncs.inc({ outcome: change.isSuccess ? 'succeeded' : 'failed' })
        else jobs.settled(change.isFinished)
      },
      leaseLost: () => jobs.leaseLost(),
    },
    adapters: {
      watchFetch: (fetch, adapter) =>
        timed(fetch, clock, (outcome, milliseconds) =>
          instruments.calls.observe({ adapter, outcome }, milliseconds / 1000),
        ),
      refreshed: (adapter, outcome) => instruments.refreshes.inc({ adapter, outcome }),
      tookTurn: (adapter, milliseconds, isRefused) =>
        instruments.waits.observe(
          { adapter, outcome: isRefused ? 'refused' : 'passed' },
          milliseconds / 1000,
        ),
    },
    requestAnswered: (route, method, status, milliseconds) =>
      instruments.requests.observe(
        { route, method: methods.has(method) ? method : 'other', status: classOf(status) },
        milliseconds / 1000,
      ),
    async text() {
      await readBacklog()
      return registry.metrics()
    },
    contentType: registry.contentType,
  }
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

function classOf(status: number): string {
  return `${Math.floor(status / 100)}xx`
}

/** What goes back to `planned` was not accepted, and is sent again. */
function documentOutcome(status: DocumentStatus): string {
  return status === 'planned' ? 'postponed' : status
}

function timed(fetch: Fetch, clock: Clock, report: (outcome: string, milliseconds: number) => void): Fetch {
  return async (input, init) => {
    const began = clock.now()
    let outcome = 'no-answer'
    try {
      const response = await fetch(input, init)
      outcome = response.status === 429 ? '429' : classOf(response.status)
      return response
    } finally {
      report(outcome, clock.now() - began)
    }
  }
}

/** What has not happened yet is told as 0, so that its first time is seen as a change. */
function beginAtZero({ jobs, syncs, packets, documents, swept }: ReturnType<typeof createInstruments>): void {
  const begin = (counter: Counter<'outcome'>, outcomes: readonly string[]) => {
    for (const outcome of outcomes) counter.inc({ outcome }, 0)
  }
  begin(syncs, ['succeeded', 'failed'])
  begin(documents, ['accepted', 'rejected', 'unknown', 'postponed'])
  begin(swept, ['agrees', 'deviates'])
  for (const status of packetStatuses) packets.inc({ status }, 0)
  for (const task of ['sync', 'resync', 'refresh', 'sweep', 'keep-alive'] satisfies JobTask['kind'][])
    for (const outcome of jobOutcomes) jobs.inc({ task, outcome }, 0)
}
