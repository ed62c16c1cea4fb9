import { type Clock, FaultQueue, type FetchHandler, systemClock, withFaults } from '@ledgerpost/testkit'
import { accountingAnswer } from './accounting-api.js'
import { FakeBooks } from './books/books.js'
import { americanCompany } from './companies/american-company.js'
import { type FakeApp, FakeIdentity } from './identity/identity.js'
import { faultOf, json } from './platform/answers.js'
import { type FakeRateLimits, publishedRateLimits, RateLimiter } from './platform/rate-limits.js'
import { RequestIds } from './platform/request-ids.js'
import type { FakeCompanySeed } from './seed.js'
import { sideChannelAnswer } from './side-channel.js'

export interface FakeQuickBooksOnlineOptions {
  readonly clock?: Clock
  /** One American company by default. */
  readonly companies?: readonly FakeCompanySeed[]
  readonly app?: FakeApp
  /** Intuit's published limits by default; false for none. */
  readonly rateLimits?: FakeRateLimits | false
  /** How long every call to the accounting service takes, in milliseconds; 0 by default. */
  readonly latency?: number
}

/** A request that reached the accounting service, for tests. */
export interface FakeCall {
  readonly method: string
  readonly path: string
  readonly query: string
  readonly requestId: string | null
  readonly body: string
}

export interface FakeQuickBooksOnline {
  /** Answers requests to any of the hosts; the path alone decides. */
  readonly handler: FetchHandler
  readonly hosts: readonly string[]
  readonly app: FakeApp
  readonly identity: FakeIdentity
  readonly rateLimiter: RateLimiter
  readonly requestIds: RequestIds
  readonly faults: FaultQueue
  /** Calls to the accounting service that were executed or replayed, in order of arrival. */
  readonly calls: readonly FakeCall[]
  /** The books of a company; of the first one by default. */
  books(realmId?: string): FakeBooks
  /** The next so many writing calls fail inside QuickBooks with status 500 before any effect, and are remembered so. */
  breakNext(count: number): void
}

const companyPath = /^\/v3\/company\/([^/]+)\/(.+)$/

/** A QuickBooks Online in memory, with its own double-entry ledger, that answers fetch requests. */
export function createFakeQuickBooksOnline(options: FakeQuickBooksOnlineOptions = {}): FakeQuickBooksOnline {
  const { clock = systemClock, companies = [americanCompany], latency = 0 } = options
  const app = options.app ?? { clientId: 'fake-client', clientSecret: 'fake-secret' }
  const books = new Map(companies.map((seed) => [seed.realmId, new FakeBooks(seed, clock)]))
  const identity = new FakeIdentity(
    app,
    new Map(companies.map(({ realmId, name }) => [realmId, name])),
    clock,
  )
  const rateLimiter = new RateLimiter(clock, limitsOf(options.rateLimits))
  const requestIds = new RequestIds()
  const faults = new FaultQueue()
  const calls: FakeCall[] = []
  let broken = 0

  const struck = withFaults(answer, faults, clock)
  return {
    handler: (request) =>
      new URL(request.url).pathname.startsWith('/_fake/')
        ? sideChannelAnswer(request, books, faults)
        : struck(request),
    hosts: [
      'https://appcenter.intuit.com',
      'https://oauth.platform.intuit.com',
      'https://developer.api.intuit.com',
      'https://quickbooks.api.intuit.com',
      'https://sandbox-quickbooks.api.intuit.com',
    ],
    app,
    identity,
    rateLimiter,
    requestIds,
    faults,
    calls,
    books(realmId = companies[0]?.realmId ?? '') {
      const found = books.get(realmId)
      if (!found) throw new RangeError(`The fake has no company ${realmId}`)
      return found
    },
    breakNext(count) {
      broken += count
    },
  }

  async function answer(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url)
    if (pathname === '/connect/oauth2') return identity.authorize(searchParams)
    if (pathname === '/oauth2/v1/tokens/bearer')
      return identity.token(request, new URLSearchParams(await request.text()))
    if (pathname === '/v2/oauth2/tokens/revoke') return identity.revoke(request, await request.text())
    const match = companyPath.exec(pathname)
    if (!match) return new Response('Not found', { status: 404, headers: { 'content-type': 'text/plain' } })
    const [, realmId = '', path = ''] = match
    return accounting(request, realmId, path)
  }

  async function accounting(request: Request, realmId: string, path: string): Promise<Response> {
    const asked = books.get(realmId)
    const refused = identity.refusal(request, realmId)
    if (refused || !asked) return refused ?? new Response('Not found', { status: 404 })
    if (!/json/.test(request.headers.get('accept') ?? ''))
      return new Response('<?xml version="1.0"?><IntuitResponse/>', {
        headers: { 'content-type': 'application/xml' },
      })
    const throttled = rateLimiter.refusal(realmId, path === 'batch')
    if (throttled) return throttled
    const body = await request.text()
    const { pathname, search, searchParams } = new URL(request.url)
    const requestId = searchParams.get('requestid')
    calls.push({ method: request.method, path: pathname, query: search, requestId, body })
    if (requestId !== null && requestId.length > (path === 'batch' ? 36 : 50))
      return json(faultOf({ code: '2050', message: 'requestid is too long', detail: requestId }), 400)
    return requestIds.once(realmId, request.method === 'GET' ? null : requestId, async () => {
      if (latency > 0) await clock.sleep(latency)
      if (request.method !== 'GET' && broken > 0) {
        broken -= 1
        const message = 'An application error has occurred while processing your request'
        return json(faultOf({ code: '10000', message, detail: message }, 'SystemFault'), 500)
      }
      return accountingAnswer(asked, path, request, body)
    })
  }
}

function limitsOf(limits: FakeRateLimits | false | undefined): FakeRateLimits | undefined {
  return limits === false ? undefined : (limits ?? publishedRateLimits)
}
