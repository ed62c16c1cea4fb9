import type { Job } from '../ports/job-store.js'

/** Does a job that was claimed. Whoever watches does so around `work`; it must answer what `work` answers. */
export type AroundJob = <Result>(job: Job, work: () => Promise<Result>) => Promise<Result>

/** What is done when nobody watches. */
export const unwatchedJob: AroundJob = (_job, work) => work()
