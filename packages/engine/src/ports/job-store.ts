import type { Instant } from '@ledgerpost/core'

/** Work on an integration that a worker takes up; an integration's jobs are done one after the other. */
export interface Job {
  readonly id: string
  readonly subscriberId: string
  readonly integrationId: string
  readonly task: JobTask
  /** How often it was begun. */
  readonly attempts: number
  /** The request that queued it, as a `traceparent` (W3C Trace Context), if that was told. */
  readonly trace?: string
}

/**
 * - sync, resync: what the API calls so
 * - refresh: reading the integrator's configuration again
 * - sweep: comparing what was sent with what the integrator has, a day later
 * - keep-alive: exchanging the refresh token of a grant that nobody used for long, before it lapses
 */
export type JobTask =
  | { readonly kind: 'sync'; readonly recordId: string }
  | { readonly kind: 'resync'; readonly recordId: string }
  | { readonly kind: 'refresh' }
  | { readonly kind: 'sweep' }
  | { readonly kind: 'keep-alive' }

/** A worker's exclusive right to an integration until it lapses; a later lease has a higher fence. */
export interface Lease {
  readonly integrationId: string
  readonly fence: bigint
}

/** A lease as its holder knows it. */
export interface HeldLease extends Lease {
  /**
   * Until when it is held for certain, in milliseconds since 1970 UTC by the holder's clock: counted from before it was
   * asked for. It moves on whenever the lease is prolonged.
   */
  heldUntil: number
}

/** A job that a worker took up, and its right to do it. */
export interface Claim {
  readonly job: Job
  readonly lease: Lease
}

/** How much waits to be done. */
export interface Backlog {
  /** Jobs that are due and that nobody does. */
  readonly due: number
  /** For how long the oldest of them has been due, in milliseconds; 0 if there is none. */
  readonly age: number
}

/** The jobs of all subscribers: what a worker needs before it knows whose work it will do. */
export interface JobQueue {
  /**
   * Takes a due job whose integration nobody else holds, and a lease on the integration: the job named, or the one that
   * has been due longest. A lease that was left under the same worker name (by a process that died) is taken over. Uses
   * database time.
   */
  claimJob(worker: string, leaseMilliseconds: number, jobId?: string): Promise<Claim | undefined>
  /** Prolongs the lease; false if it was lost. */
  extendLease(lease: Lease, leaseMilliseconds: number): Promise<boolean>
  /** Subscribers that have integrations, by ascending id, those above `after`. */
  subscribersWithIntegrations(after: string | null, limit: number): Promise<readonly string[]>
  /** Whether a job of another integration is due that nobody does. */
  othersWait(integrationId: string): Promise<boolean>
  backlog(): Promise<Backlog>
  /** Integrations whose scheduled sync is due at `time` or was before, those that have waited longest first. */
  dueSchedules(
    time: Instant,
    limit: number,
  ): Promise<readonly { readonly subscriberId: string; readonly integrationId: string }[]>
  /**
   * Until when every document is looked up before it is sent, because the store was restored from a copy and does not
   * know what was sent after that was made; null if it was not.
   */
  lookUpUntil(): Promise<Instant | null>
  saveLookUpUntil(time: Instant): Promise<void>
}

/** The jobs of one subscriber. */
export interface JobStore {
  /**
   * Adds a job, due after the delay, or at once. A job with an equal task that has not begun makes it superfluous, but
   * is then due when the earlier of the two was to be.
   */
  addJob(job: {
    readonly id: string
    readonly integrationId: string
    readonly task: JobTask
    readonly delayMilliseconds?: number
    /** Kept with the job; of jobs that are one, that of the first. */
    readonly trace?: string
  }): Promise<void>
  /** Fails with LeaseLost unless the lease is still held; holds off other claims until the transaction ends. */
  assertLease(lease: Lease): Promise<void>
  /** Ends the job and gives the lease back. */
  finishJob(jobId: string, lease: Lease): Promise<void>
  /**
   * Puts the job back, due after the delay, and gives the lease back. If it is no attempt, this beginning of the job is
   * not counted, unless it was the first: a job that was begun stays so.
   */
  postponeJob(
    jobId: string,
    lease: Lease,
    delayMilliseconds: number,
    options?: { readonly isAttempt: boolean },
  ): Promise<void>

  /** When the integration's next scheduled sync is due; null if it has no schedule. Others wait until this transaction ends. */
  lockSchedule(integrationId: string): Promise<Instant | null>
  /** Replaces it; null removes it. */
  saveSchedule(integrationId: string, dueAt: Instant | null): Promise<void>
}
