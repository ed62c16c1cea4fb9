import { type Clock, FaultQueue, type FetchHandler, systemClock, withFaults } from '@ledgerpost/testkit'
import { accountingAnswer, scopesFor } from './accounting-api.js'
import { FakeBooks } from './books/books.js'
import { defaultOrganisation } from './default-chart.js'
import { type FakeApp, FakeIdentity } from './identity/identity.js'
import { json, problem } from './platform/answers.js'
import { IdempotencyKeys } from './platform/idempotency.js'
import { type FakeRateLimits, publishedRateLimits, RateLimiter } from './platform/rate-limits.js'
import type { FakeOrganisationSeed } from './seed.js'
import { sideChannelAnswer } from './side-channel.js'

export interface FakeXeroOptions {
  readonly clock?: Clock
  /** One American company by default. */
  readonly organisations?: readonly FakeOrganisationSeed[]
  readonly app?: FakeApp
  /** Xero's published limits by default; false for none. */
  readonly rateLimits?: FakeRateLimits | false
  /** How long every call to the accounting API takes, in milliseconds; 0 by default. */
  readonly latency?: number
}

/** A request that reached the accounting API, for tests. */
export interface FakeCall {
  readonly method: string
  readonly path: string
  readonly query: string
  readonly idempotencyKey: string | null
  readonly tenantId: string | null
  readonly body: string
}

export interface FakeXero {
  /** Answers requests to any of the hosts; the path alone decides. */
  readonly handler: FetchHandler
  readonly hosts: readonly string[]
  readonly app: FakeApp
  readonly identity: FakeIdentity
  readonly rateLimiter: RateLimiter
  readonly idempotencyKeys: IdempotencyKeys
  readonly faults: FaultQueue
  /** Calls to the accounting API that were executed or replayed, in order of arrival. */
  readonly calls: readonly FakeCall[]
  /** The books of an organisation; of the first one by default. */
  books(tenantId?: string): FakeBooks
  /** The next so many writing calls fail inside Xero with status 500 before any effect, and are remembered so. */
  breakNext(count: number): void
}

const accountingPath = '/api.xro/2.0/'

/** A Xero in memory, with its own double-entry ledger, that answers fetch requests. */
export function createFakeXero(options: FakeXeroOptions = {}): FakeXero {
  const { clock = systemClock, organisations = [defaultOrganisation], latency = 0 } = options
  const app = options.app ?? { clientId: 'fake-client', clientSecret: 'fake-secret' }
  const newId = counter()
  const books = new Map(organisations.map((seed) => [seed.tenantId, new FakeBooks(seed, clock, newId)]))
  const names = new Map(organisations.map(({ tenantId, name }) => [tenantId, name]))
  const identity = new FakeIdentity(app, names, clock, newId)
  const rateLimiter = new RateLimiter(clock, limitsOf(options.rateLimits))
  const idempotencyKeys = new IdempotencyKeys(clock)
  const faults = new FaultQueue()
  const calls: FakeCall[] = []
  let broken = 0

  const struck = withFaults(answer, faults, clock)
  return {
    handler: (request) =>
      new URL(request.url).pathname.startsWith('/_fake/')
        ? sideChannelAnswer(request, books, faults)
        : struck(request),
    hosts: ['https://login.xero.com', 'https://identity.xero.com', 'https://api.xero.com'],
    app,
    identity,
    rateLimiter,
    idempotencyKeys,
    faults,
    calls,
    books: (tenantId) => booksOf(tenantId ?? organisations[0]?.tenantId ?? ''),
    breakNext(count) {
      broken += count
    },
  }

  function booksOf(tenantId: string): FakeBooks {
    const found = books.get(tenantId)
    if (!found) throw new RangeError(`The fake has no organisation ${tenantId}`)
    return found
  }

  async function answer(request: Request): Promise<Response> {
    const url = new URL(request.url)
    const { method } = request
    if (url.pathname === '/identity/connect/authorize') return identity.authorize(url.searchParams)
    if (url.pathname === '/connect/token')
      return identity.token(request, new URLSearchParams(await request.text()))
    if (url.pathname === '/connect/revocation') return identity.revoke(request)
    if (/^\/connections(\/|$)/i.test(url.pathname)) {
      const refusal = identity.refusal(request, [])
      if (refusal) return refusal
      if (method === 'GET') return json(identity.connections.list(url.searchParams.get('authEventId')))
      const isEnded = method === 'DELETE' && identity.connections.end(url.pathname.split('/').at(-1) ?? '')
      return new Response(null, { status: isEnded ? 204 : 404 })
    }
    if (url.pathname.startsWith(accountingPath)) return accounting(request, url)
    return new Response('Not found', { status: 404, headers: { 'content-type': 'text/plain' } })
  }

  async function accounting(request: Request, url: URL): Promise<Response> {
    const name = url.pathname.slice(accountingPath.length)
    const refusal = identity.refusal(request, scopesFor(name, request.method) ?? [])
    if (refusal) return refusal
    const tenantId = request.headers.get('xero-tenant-id')
    const asked = tenantId === null ? undefined : books.get(tenantId)
    if (tenantId === null || !asked || !identity.connections.isConnected(tenantId)) {
      return problem(403, 'Forbidden', 'AuthenticationUnsuccessful')
    }
    if (!/json/.test(request.headers.get('accept') ?? '')) {
      return new Response('<Response><Status>OK</Status></Response>', {
        headers: { 'content-type': 'text/xml' },
      })
    }
    const body = await request.text()
    calls.push({
      method: request.method,
      path: url.pathname,
      query: url.search,
      idempotencyKey: request.headers.get('idempotency-key'),
      tenantId,
      body,
    })
    return rateLimiter.guard(tenantId, () =>
      idempotencyKeys.once(request, body, async () => {
        if (latency > 0) await clock.sleep(latency)
        if (request.method !== 'GET' && broken > 0) {
          broken -= 1
          return new Response('An error occurred in Xero. Check the API Status page', { status: 500 })
        }
        return accountingAnswer(asked, name, request.method, url, body)
      }),
    )
  }
}

function limitsOf(limits: FakeRateLimits | false | undefined): FakeRateLimits | undefined {
  return limits === false ? undefined : (limits ?? publishedRateLimits)
}

/** Ids in the form of GUIDs that are the same in every run. */
function counter(): () => string {
  let count = 0
  return () => {
    count += 1
    return `fa4e0000-0000-4000-8000-${count.toString(16).padStart(12, '0')}`
  }
}
