import type { AroundStep, EngineEnvironment } from '@ledgerpost/engine'
import type { Metrics } from './metrics/metrics.js'
import { watchAdapter } from './metrics/watch-adapter.js'
import { watchStore } from './metrics/watch-store.js'
import type { Tracing } from './traces/tracing.js'

type Parts = Pick<EngineEnvironment, 'store' | 'adapters'>

type Watched = Parts & Required<Pick<EngineEnvironment, 'aroundJob' | 'aroundStep'>>

/**
 * The parts that an engine works with, and what it does around its jobs, so that it is counted and, if wanted, traced; and
 * within that what is wanted around each step.
 */
export function watched(
  { store, adapters, aroundStep: within }: Parts & { readonly aroundStep?: AroundStep | undefined },
  metrics: Pick<Metrics, 'store' | 'adapters' | 'jobs'>,
  tracing: Tracing | undefined,
): Watched {
  const { aroundJob } = metrics.jobs
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
    aroundStep: nested(metrics.jobs.aroundStep, tracing?.aroundStep, within),
  }
}

/** Each within the one before. */
function nested(outermost: AroundStep, ...others: readonly (AroundStep | undefined)[]): AroundStep {
  return others
    .filter((each) => each !== undefined)
    .reduce<AroundStep>((outer, inner) => (name, work) => outer(name, () => inner(name, work)), outermost)
}
