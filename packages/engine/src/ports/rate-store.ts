/** So many calls in any span, with so many at once after a pause, shared by all processes. */
export interface RateBucket {
  /** Names what is limited: an app, or an app at one organisation. */
  readonly key: string
  /** Calls in the span. */
  readonly count: number
  /** Milliseconds. */
  readonly span: number
  /** Calls at once, after a pause; below `count`. */
  readonly burst: number
}

export interface RateStore {
  /**
   * Takes a turn in every bucket (a generic cell rate algorithm) and answers how long to wait for it, in milliseconds;
   * when that would be longer than `longestWait`, no turn is taken. Uses database time.
   */
  takeTurn(
    buckets: readonly RateBucket[],
    longestWait: number,
  ): Promise<{ readonly isTaken: boolean; readonly wait: number }>
  /** Lets nothing pass the bucket for so many milliseconds: the vendor said that it is too much. */
  pauseBucket(key: string, milliseconds: number): Promise<void>
}
