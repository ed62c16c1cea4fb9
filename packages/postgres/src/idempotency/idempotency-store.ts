/** A key that a caller gave to a request for a subscriber. */
export interface IdempotencyKey {
  readonly subscriberId: string
  /** Hash of who asks: callers do not share keys. */
  readonly caller: string
  /** What the caller sent, at most 255 characters. */
  readonly key: string
}

/** What a request was answered. */
export interface KeptAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** What to do with a request that names a key. */
export type KeyClaim =
  /** It is the first, or the first one's process died: do it, and `keep` the answer or `free` the key. */
  | { readonly kind: 'claimed' }
  /** It was done: this is the answer. */
  | { readonly kind: 'answered'; readonly answer: KeptAnswer }
  /** It is being done. */
  | { readonly kind: 'in-use' }
  /** The key stands for another request. */
  | { readonly kind: 'reused' }

/**
 * Keys of requests, shared by all processes on the database. All times are the database's. Every method can fail with
 * StoreUnavailable or TransactionConflict.
 */
export interface IdempotencyStore {
  /**
   * Claims a key for a request, unless somebody has it.
   * @param request hash of what is asked
   * @param claim names the attempt; unique
   */
  claim(key: IdempotencyKey, request: string, claim: string): Promise<KeyClaim>
  /** Prolongs a claim; false if it was lost. */
  prolong(key: IdempotencyKey, claim: string): Promise<boolean>
  /** Ends a claim with the answer, which is kept; false if the claim was lost. */
  keep(key: IdempotencyKey, claim: string, answer: KeptAnswer): Promise<boolean>
  /** Ends a claim as if the key had not been used. */
  free(key: IdempotencyKey, claim: string): Promise<void>
}

/** How long keys mean something, in milliseconds. */
export interface IdempotencyTimes {
  /** From its first use on a key stands for its request. */
  readonly keep: number
  /** A claim that nobody prolonged for so long may be taken over. */
  readonly claim: number
}
