import type { IdempotencyStore } from '@ledgerpost/postgres'

const refuse = () => Promise.reject(new Error('No request of this test names an Idempotency-Key.'))

/** For applications that nobody sends keys to. */
export const noIdempotency: IdempotencyStore = { claim: refuse, prolong: refuse, keep: refuse, free: refuse }
