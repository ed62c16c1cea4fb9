import type { SendResult, Submission } from '@ledgerpost/core'

/** Enough for every submission that can be under way in one process. */
const maximumKept = 10_000

interface Burnt {
  /** The variant that was answered with an error. */
  readonly variant: number
  /** When it was last used, in milliseconds since 1970 UTC. */
  readonly since: number
  /** References of which it is not known yet that they are absent. */
  readonly open: Set<string>
}

/**
 * An integrator remembers an idempotency key with its answer, errors included, and gives the same error again for as
 * long. So a submission whose key was answered with an error goes out under a variant of the key (`k-2`, `k-3`), but
 * only once each of its documents is known to be absent: refused for certain, or looked up since. Until then, and after
 * a lost answer, the same key is what keeps the integrator from booking twice.
 *
 * Kept in memory: without it (after a restart) the key is the plain one, and an error is repeated at most until
 * the integrator has forgotten it or this has learned of it again.
 */
export interface KeyVariants {
  /** The key that the submission is to be sent under now. */
  keyFor(submission: Submission, now: number): string
  /** @param wasError whether what came is an error that the integrator remembers under the key */
  answered(submission: Submission, results: readonly SendResult[], wasError: boolean, now: number): void
  /** Tells that documents were looked up by their references, and which of them are there. */
  lookedUp(sought: Iterable<string>, found: ReadonlySet<string>): void
}

/** @param lifetime how long the integrator remembers a key, in milliseconds */
export function createKeyVariants(lifetime: number): KeyVariants {
  const burnt = new Map<string, Burnt>()
  const remembered = (key: string, now: number): Burnt | undefined => {
    const entry = burnt.get(key)
    if (entry && now - entry.since >= lifetime) burnt.delete(key)
    return burnt.get(key)
  }
  const variantFor = ({ key }: Submission, now: number): number => {
    const entry = remembered(key, now)
    if (!entry) return 1
    return entry.open.size === 0 ? entry.variant + 1 : entry.variant
  }
  return {
    keyFor(submission, now) {
      const variant = variantFor(submission, now)
      const entry = burnt.get(submission.key)
      if (entry) burnt.set(submission.key, { ...entry, since: now })
      return variant === 1 ? submission.key : `${submission.key}-${variant}`
    },
    answered(submission, results, wasError, now) {
      const absent = results.filter(({ outcome }) => outcome === 'rejected').map(({ reference }) => reference)
      const variant = variantFor(submission, now)
      burnt.delete(submission.key)
      if (!wasError && absent.length < submission.references.length) return
      const open = new Set(submission.references)
      for (const reference of absent) open.delete(reference)
      burnt.set(submission.key, { variant, since: now, open })
      const [oldest] = burnt.keys()
      if (burnt.size > maximumKept && oldest !== undefined) burnt.delete(oldest)
    },
    lookedUp(sought, found) {
      const absent = [...sought].filter((reference) => !found.has(reference))
      for (const { open } of burnt.values()) for (const reference of absent) open.delete(reference)
    },
  }
}
