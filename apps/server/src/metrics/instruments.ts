import { Counter, Gauge, Histogram, Registry } from 'prom-client'

/** From a quick answer to one at which callers give up. */
const requestSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]
const jobSeconds = [0.05, 0.25, 1, 5, 15, 60, 300, 900, 3600]
const waitSeconds = [0.01, 0.1, 1, 5, 15, 30, 60, 120]

/** All that is counted and measured; docs/operations.md says what each means. No label names a subscriber or an order. */
export function createInstruments() {
  const registry = new Registry()
  const registers = [registry]
  return {
    registry,
    requests: new Histogram({
      name: 'ledgerpost_http_request_duration_seconds',
      help: 'Time until a request was answered, by route template, method and class of status. Its count is the number of requests.',
      labelNames: ['route', 'method', 'status'],
      buckets: requestSeconds,
      registers,
    }),
    jobs: new Counter({
      name: 'ledgerpost_jobs_total',
      help: 'Jobs that a worker took up, by task and by what became of them.',
      labelNames: ['task', 'outcome'],
      registers,
    }),
    jobDuration: new Histogram({
      name: 'ledgerpost_job_duration_seconds',
      help: 'Time from the claim of a job to its end, by task.',
      labelNames: ['task'],
      buckets: jobSeconds,
      registers,
    }),
    leaseLosses: new Counter({
      name: 'ledgerpost_lease_losses_total',
      help: 'Jobs whose lease was lost to another worker or lapsed.',
      registers,
    }),
    syncs: new Counter({
      name: 'ledgerpost_syncs_total',
      help: 'Syncs that ended, by outcome.',
      labelNames: ['outcome'],
      registers,
    }),
    packets: new Counter({
      name: 'ledgerpost_packets_total',
      help: 'Times that a packet came into a status.',
      labelNames: ['status'],
      registers,
    }),
    documents: new Counter({
      name: 'ledgerpost_documents_total',
      help: 'Outcomes of documents that were sent or looked up.',
      labelNames: ['outcome'],
      registers,
    }),
    swept: new Counter({
      name: 'ledgerpost_swept_documents_total',
      help: 'Documents that a sweep compared with the integrator, by whether they deviate.',
      labelNames: ['outcome'],
      registers,
    }),
    calls: new Histogram({
      name: 'ledgerpost_integrator_call_duration_seconds',
      help: 'Time until an integrator answered a call, by adapter and outcome. Its count is the number of calls.',
      labelNames: ['adapter', 'outcome'],
      buckets: requestSeconds,
      registers,
    }),
    refreshes: new Counter({
      name: 'ledgerpost_token_refreshes_total',
      help: 'Exchanges of refresh tokens, by adapter and outcome.',
      labelNames: ['adapter', 'outcome'],
      registers,
    }),
    waits: new Histogram({
      name: 'ledgerpost_rate_limit_wait_seconds',
      help: "Time that calls waited for their turn under the integrator's limits, by adapter and by whether they got it.",
      labelNames: ['adapter', 'outcome'],
      buckets: waitSeconds,
      registers,
    }),
    storeUp: new Gauge({
      name: 'ledgerpost_store_up',
      help: 'Whether the store answered when this was read.',
      registers,
    }),
    backlog: new Gauge({
      name: 'ledgerpost_backlog_jobs',
      help: 'Jobs that are due and that nobody does, of all processes. Absent while the store is down.',
      // One without labels would show 0 where nothing is known.
      labelNames: ['state'],
      registers,
    }),
    backlogAge: new Gauge({
      name: 'ledgerpost_backlog_age_seconds',
      help: 'For how long the oldest of them has been due. Absent while the store is down.',
      labelNames: ['state'],
      registers,
    }),
  }
}
