/**
 * Every moment of a job at which it waits for something outside: a transaction, the integrator, the clock. A process can
 * die before and after each; what is proved of the send protocol is proved at each of them.
 */
export const stepNames = [
  'job.wait-for-work',
  'job.claim',
  'job.read-integration',
  'job.wait-to-extend',
  'job.extend-lease',
  'job.look-for-others',
  'job.close-connection',
  'job.finish',
  'job.postpone',
  'job.fail',
  'sync.begin',
  'sync.succeed',
  'pull.read-progress',
  'pull.read-portion',
  'pull.end',
  'pull.feed',
  'pull.save-progress',
  'pack.read-leftovers',
  'pack.seal-leftovers',
  'pack.chunk',
  'pack.seal',
  'pack.check',
  'send.read-waiting',
  'send.read-rules',
  'send.read-unsettled',
  'send.wait-to-settle',
  'send.find',
  'send.record-look-up',
  'send.read-restoration',
  'send.read-page',
  'send.read-current',
  'send.read-predecessors',
  'send.queue',
  'send.plan',
  'send.look-up-first',
  'send.record-look-up-first',
  'send.read-documents',
  'send.refuse',
  'send.record-intent',
  'send.send',
  'send.record-outcomes',
  'send.wait-to-retry',
  'send.give-up',
  'send.conclude',
  'refresh.inspect',
  'refresh.record',
  'sweep.read-page',
  'sweep.find',
  'sweep.record',
  'sweep.schedule',
  'keep-alive.exchange',
  'keep-alive.plan',
] as const
export type StepName = (typeof stepNames)[number]

/** Does a step. Whoever watches (a trace, a test that kills) does so around `work`; it must answer what `work` answers. */
export type AroundStep = <Result>(name: StepName, work: () => Promise<Result>) => Promise<Result>

/** What is done when nobody watches. */
export const unwatched: AroundStep = (_name, work) => work()
