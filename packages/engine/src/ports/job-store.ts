/** Work on an integration that a worker takes up; an integration's jobs are done one after the other. */
export interface Job {
  readonly id: string
  readonly subscriberId: string
  readonly integrationId: string
  readonly task: JobTask
  /** How often it was begun. */
  readonly attempts: number
}

export type JobTask =
  | { readonly kind: 'sync'; readonly recordId: string }
  | { readonly kind: 'resync'; readonly recordId: string }
  | { readonly kind: 'refresh' }

/** A worker's exclusive right to an integration until it lapses; a later lease has a higher fence. */
export interface Lease {
  readonly integrationId: string
  readonly fence: bigint
}

/** A job that a worker took up, and its right to do it. */
export interface Claim {
  readonly job: Job
  readonly lease: Lease
}

/** The jobs of all subscribers: what a worker needs before it knows whose work it will do. */
export interface JobQueue {
  /**
   * Takes the longest due job whose integration nobody else holds, and a lease on the integration. A lease that was
   * left under the same worker name (by a process that died) is taken over. Uses database time.
   */
  claimJob(worker: string, leaseMilliseconds: number): Promise<Claim | undefined>
  /** Prolongs the lease; false if it was lost. */
  extendLease(lease: Lease, leaseMilliseconds: number): Promise<boolean>
}

/** The jobs of one subscriber. */
export interface JobStore {
  /** Adds a job, due at once; a job with an equal task that has not begun makes it superfluous. */
  addJob(job: { readonly id: string; readonly integrationId: string; readonly task: JobTask }): Promise<void>
  /** Fails with LeaseLost unless the lease is still held; holds off other claims until the transaction ends. */
  assertLease(lease: Lease): Promise<void>
  /** Ends the job and gives the lease back. */
  finishJob(jobId: string, lease: Lease): Promise<void>
  /** Puts the job back, due after the delay, and gives the lease back. */
  postponeJob(jobId: string, lease: Lease, delayMilliseconds: number): Promise<void>
}
