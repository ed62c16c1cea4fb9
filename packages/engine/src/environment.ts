import type { Adapter, Clock, Digest, Fetch, Instant, Logger, OrderSource } from '@ledgerpost/core'
import type { Store } from './ports/store.js'
import type { AroundJob } from './steps/around-job.js'
import type { AroundStep } from './steps/steps.js'

/** Encrypts what must not lie about in a database. `context` is bound to the secret: with another one it cannot be opened. */
export interface SecretBox {
  seal(plain: string, context: string): string
  open(sealed: string, context: string): string
  /** Whether it is sealed with the key that is used now. False after a change of keys: it should be sealed anew. */
  isCurrent(sealed: string): boolean
}

/** Everything the engine takes from outside. */
export interface EngineEnvironment {
  readonly store: Store
  /** By manifest type. */
  readonly adapters: ReadonlyMap<string, Adapter>
  readonly clock: Clock
  readonly fetch: Fetch
  readonly logger: Logger
  readonly secrets: SecretBox
  /** SHA-256 as lower-case hexadecimal. */
  readonly digest: Digest
  /** Ids that ascend with time (UUID version 7). */
  readonly newId: () => string
  /** An unguessable token of at least 128 bits. */
  readonly newToken: () => string
  /** Which subscribers may use which integrators; all, by default. */
  readonly availability?: Availability
  /** Read at the beginning of every sync; without one, orders are fed. */
  readonly orderSource?: OrderSource
  /** Done around every step of a job; by default nothing is. */
  readonly aroundStep?: AroundStep
  /** Done around every job, from its claim to its end; by default nothing is. */
  readonly aroundJob?: AroundJob
}

export interface Availability {
  readonly regions?: readonly string[]
  readonly pricingLevels?: readonly string[]
}

/** Who asks for something. */
export interface User {
  readonly userId: string
  readonly userName: string
}

export function now(environment: Pick<EngineEnvironment, 'clock'>): Instant {
  return new Date(environment.clock.now()).toISOString()
}
