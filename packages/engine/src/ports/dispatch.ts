/** The hint that a job is due; the job itself stands in the store, and whoever claims it there does it. */
export interface Delivery {
  readonly jobId: string
  /** Ends the hint, once the claim was tried. One that is never ended lapses, and the job is released again if it is still due. */
  done(): Promise<void>
}

/** Where a worker hears which job to claim. Hints may come twice: of two claims one fails. */
export interface Deliveries {
  /** Gives back what processes that died left under these workers' names, so that it is released again at once. */
  recover(workers: readonly string[]): Promise<void>
  /** Waits for a job to claim; undefined once the signal aborts. Faults of the store are waited out. */
  next(signal: AbortSignal): Promise<Delivery | undefined>
  /** Has `next` look at once. */
  wake(): void
}

/** Decides which of the due jobs workers hear of next. */
export interface Releaser {
  /** Releases a bounded number of due jobs whose integrations nobody holds; returns how many. Any number may do so at once. */
  release(): Promise<number>
}
