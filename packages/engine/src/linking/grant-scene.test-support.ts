import { type Adapter, type AdapterEnvironment, type Grant, IntegratorError } from '@ledgerpost/core'
import { openTestStore, probeTestServer, type TestStore } from '@ledgerpost/postgres/testing'
import { requirement, VirtualClock } from '@ledgerpost/testkit'
import { afterAll, beforeAll } from 'vitest'
import { createEngine, type Engine } from '../engine.js'
import type { EngineEnvironment } from '../environment.js'
import { busyStore } from '../busy-store.test-support.js'
import { fakeAdapter, FakeBooks } from '../fake-books.test-support.js'
import { createHarness } from '../harness.test-support.js'
import type { Store, StoreTransaction } from '../ports/store.js'
import { type GrantAddress, type ReadGrant, readGrant, sealConsent } from './stored-grant.js'
import { tokensOfGrant } from './tokens.js'

/** What becomes of one request for new tokens. */
type TokenAnswer =
  | 'normal'
  /** Nothing was exchanged, and no answer arrives. */
  | 'lost-before'
  /** The tokens were exchanged, and no answer arrives. */
  | 'lost-after'
  /** It never settles, whatever its signals say. */
  | 'deaf'
  | { readonly afterMilliseconds: number }

/** An integrator's token endpoint: refresh tokens rotate, and an exchanged one is honoured for a time of grace. */
export class FakeTokenEndpoint {
  /** The refresh tokens that it was asked with. */
  readonly asked: string[] = []
  answer: (call: number) => TokenAnswer = () => 'normal'
  /** Done when a request has arrived and before it is looked at. */
  arrived: (call: number) => Promise<void> = () => Promise.resolve()
  refreshExpiresAt: number | undefined
  readonly #clock: VirtualClock
  readonly #graceTime: number
  readonly #exchangedAt = new Map<string, number | null>()
  #issued = 0

  constructor(clock: VirtualClock, graceTime: number) {
    this.#clock = clock
    this.#graceTime = graceTime
  }

  issue(): Grant {
    this.#issued += 1
    const refreshToken = `refresh ${this.#issued}`
    this.#exchangedAt.set(refreshToken, null)
    return {
      accessToken: `access ${this.#issued}`,
      refreshToken,
      expiresAt: this.#clock.now() + 30 * minute,
      scopes: [],
      ...(this.refreshExpiresAt === undefined ? {} : { refreshExpiresAt: this.refreshExpiresAt }),
    }
  }

  /** As if the integrator had lost it, or the owner had taken the consent back. */
  forget(...refreshTokens: readonly string[]): void {
    for (const each of refreshTokens) this.#exchangedAt.delete(each)
  }

  async refresh(environment: AdapterEnvironment, grant: Grant): Promise<Grant> {
    const refreshToken = grant.refreshToken ?? ''
    this.asked.push(refreshToken)
    const call = this.asked.length
    await this.arrived(call)
    const answer = this.answer(call)
    if (answer === 'deaf') return new Promise(() => undefined)
    if (answer === 'lost-before') throw lost()
    const exchangedAt = this.#exchangedAt.get(refreshToken)
    const now = this.#clock.now()
    if (exchangedAt === undefined || (exchangedAt !== null && now - exchangedAt >= this.#graceTime))
      throw new IntegratorError({ kind: 'reauthorise', message: 'invalid_grant. Link again.' })
    this.#exchangedAt.set(refreshToken, exchangedAt ?? now)
    const issued = this.issue()
    if (answer === 'lost-after') throw lost()
    if (answer !== 'normal') await environment.clock.sleep(answer.afterMilliseconds)
    return issued
  }
}

function lost(): IntegratorError {
  return new IntegratorError({ kind: 'transient', message: 'The connection was reset.' })
}

export const minute = 60_000
export const day = 24 * 60 * minute

/** A process that works with the grant: its memory is its own, the store and the time are everybody's. */
export interface Machine {
  readonly environment: EngineEnvironment
  readonly engine: Engine
  readonly logged: string[]
  token(rejected?: string, signal?: AbortSignal): Promise<string>
}

export interface GrantScene {
  readonly clock: VirtualClock
  readonly endpoint: FakeTokenEndpoint
  readonly address: GrantAddress
  readonly adapter: Adapter
  machine(change?: Partial<EngineEnvironment>): Machine
  stored(): Promise<ReadGrant>
  /** A transaction in the subscriber's scope, as of somebody who is none of the machines. */
  inStore<Result>(work: (transaction: StoreTransaction) => Promise<Result>): Promise<Result>
  /** Claims the grant as it is; whether that went well. */
  claim(claimant: string, milliseconds: number): Promise<boolean>
  /** Lets time pass whenever nobody waits for the store, until the work is done. */
  pass<Result>(work: Promise<Result>): Promise<Result>
}

let scenes = 0

/** A grant of a subscriber of its own, consented to a moment ago; `isStale` makes that longer than its access token lives. */
export async function grantScene(
  store: Store,
  { graceTime = 30 * minute, isStale = true, refreshExpiresAt = undefined as number | undefined } = {},
): Promise<GrantScene> {
  scenes += 1
  const address = { subscriberId: `scene ${scenes}`, grantId: `grant ${scenes}` }
  const clock = new VirtualClock()
  const endpoint = new FakeTokenEndpoint(clock, graceTime)
  const never = () => Promise.reject(new Error('Nobody links here.'))
  const adapter: Adapter = {
    ...fakeAdapter(new FakeBooks()),
    authorisation: {
      kind: 'oauth2',
      start: never,
      complete: never,
      organisations: never,
      refresh: (environment, grant) => endpoint.refresh(environment, grant),
    },
  }
  const busy = busyStore(store)
  const machine = (change: Partial<EngineEnvironment> = {}): Machine => {
    const { environment: usual, logged } = createHarness(busy.store, { adapter })
    const environment = { ...usual, clock, ...change }
    return {
      environment,
      engine: createEngine(environment),
      logged,
      token: (rejected, signal = new AbortController().signal) =>
        tokensOfGrant(environment, adapter, address, signal).accessToken(rejected),
    }
  }
  const { environment } = machine()
  endpoint.refreshExpiresAt = refreshExpiresAt
  await createHarness(store, { subscriberId: address.subscriberId }).introduce()
  await store.transaction(address.subscriberId, (transaction) =>
    transaction.createGrant({
      id: address.grantId,
      sealed: sealConsent(environment, address, endpoint.issue()),
      version: 1,
    }),
  )
  if (isStale) await clock.advance(30 * minute)
  const stored = () => readGrant(environment, 'Fake', address)
  return {
    clock,
    endpoint,
    address,
    adapter,
    machine,
    stored,
    inStore: (work) => store.transaction(address.subscriberId, work),
    async claim(claimant, milliseconds) {
      const { version } = await stored()
      return store.transaction(address.subscriberId, (transaction) =>
        transaction.claimGrant({ id: address.grantId, version }, claimant, milliseconds),
      )
    },
    async pass(work) {
      const progress = { isDone: false }
      const end = () => {
        progress.isDone = true
      }
      void work.then(end, end)
      while (!progress.isDone) {
        await turn()
        if (busy.isBusy()) continue
        // Whoever has just left the store has had time to begin what follows.
        await turn()
        if (!busy.isBusy() && !progress.isDone && clock.sleeping > 0) await clock.advance(250)
      }
      return work
    },
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}

const server = await requirement('a PostgreSQL server', probeTestServer)

/** A store for the tests of a suite; those on a server are to be skipped without one. */
export function storeDuring(kind: 'embedded' | 'server'): {
  readonly isAvailable: boolean
  store(): Store
} {
  const isAvailable = kind === 'embedded' || server.available
  let database: TestStore | undefined
  beforeAll(async () => {
    if (isAvailable) database = await openTestStore({ kind })
  })
  afterAll(() => database?.close())
  return {
    isAvailable,
    store() {
      if (!database) throw new Error('The database is open only while tests run.')
      return database.store
    },
  }
}
