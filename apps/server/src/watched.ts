import type { EngineEnvironment } from '@ledgerpost/engine'
import type { Metrics } from './metrics/metrics.js'
import { watchAdapter } from './metrics/watch-adapter.js'
import { watchStore } from './metrics/watch-store.js'
import type { Tracing } from './traces/tracing.js'

type Parts = Pick<EngineEnvironment, 'store' | 'adapters'>

/** The parts that an engine works with, and what it does around its jobs, so that it is counted and, if wanted, traced. */
export function watched(
  { store, adapters }: Parts,
  metrics: Pick<Metrics, 'store' | 'adapters' | 'jobs'>,
  tracing: Tracing | undefined,
): Parts & Required<Pick<EngineEnvironment, 'aroundJob' | 'aroundStep'>> {
  const { aroundJob, aroundStep } = metrics.jobs
  const counted = watchStore(store, metrics.store)
  const watch = {
    ...metrics.adapters,
    watchFetch: (...[fetch, type]: Parameters<typeof metrics.adapters.watchFetch>) =>
      metrics.adapters.watchFetch(tracing?.traceFetch(fetch, type) ?? fetch, type),
  }
  return {
    adapters: new Map([...adapters].map(([type, adapter]) => [type, watchAdapter(adapter, watch)])),
    store: tracing?.traceStore(counted) ?? counted,
    aroundJob: tracing ? (job, work) => aroundJob(job, () => tracing.aroundJob(job, work)) : aroundJob,
    aroundStep: tracing ? (name, work) => aroundStep(name, () => tracing.aroundStep(name, work)) : aroundStep,
  }
}
