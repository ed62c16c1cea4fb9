import { type Clock, type FetchHandler, systemClock } from '@ledgerpost/testkit'
import { FakeBooks, Refusal } from './books.js'
import { FakeIdentity } from './identity.js'
import { readEntries, wireEntry } from './wire.js'

export interface FakeExampleOptions {
  readonly clock?: Clock
}

export interface FakeExample {
  /** Answers requests to any host; the path alone decides. Hosted by `fakeFetch`, `mswHandlers` or `serveFake`. */
  readonly handler: FetchHandler
  readonly app: { readonly clientId: string; readonly clientSecret: string }
  readonly organisationId: string
  readonly books: FakeBooks
  readonly identity: FakeIdentity
}

const pageSize = 20

/** An Example Books in memory, with a ledger of its own, that answers fetch requests. */
export function createFakeExample({ clock = systemClock }: FakeExampleOptions = {}): FakeExample {
  const books = new FakeBooks()
  const identity = new FakeIdentity(clock)
  const organisationId = 'organisation-1'
  let isConnected = true

  async function handler(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url)
    if (pathname === '/oauth/authorize') return identity.authorize(searchParams)
    if (pathname === '/oauth/token') return identity.token(new URLSearchParams(await request.text()))
    if (!identity.isGood(request)) return problem(401, 'unauthorised', 'The access token is not good')
    if (pathname === '/v1/organisations')
      return Response.json({ organisations: [{ id: organisationId, name: 'A Company' }] })
    const [, resource] = /^\/v1\/organisations\/organisation-1\/?(.*)$/.exec(pathname) ?? []
    if (!isConnected) return problem(403, 'not_connected', 'The organisation is not connected')
    switch (`${request.method} ${resource}`) {
      case 'GET ':
        return Response.json({
          id: organisationId,
          name: 'A Company',
          currency: 'USD',
          country: 'US',
          time_zone: 'America/New_York',
          locked_through: books.lockedThrough ?? null,
        })
      case 'GET accounts':
        return Response.json({ accounts: books.accounts })
      case 'GET tax-rates':
        return Response.json({ tax_rates: books.taxRates.map((rate) => ({ ...rate, active: true })) })
      case 'GET entries':
        return Response.json(list(searchParams))
      case 'POST entries':
        return Response.json({ results: readEntries(await request.text()).map(booked) })
      case 'DELETE connection':
        isConnected = false
        return new Response(null, { status: 204 })
      default:
        return problem(404, 'not_found', 'There is nothing here')
    }
  }

  function booked(entry: ReturnType<typeof readEntries>[number]): unknown {
    const { reference } = entry
    try {
      return { reference, id: books.book(entry).id }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return { reference, error: { code: error.code, message: error.message } }
    }
  }

  function list(query: URLSearchParams): unknown {
    const references = query.get('references')?.split(',')
    if (references) {
      return {
        entries: books.entries.filter(({ reference }) => references.includes(reference)).map(wireEntry),
      }
    }
    const [from, to] = [query.get('from') ?? '', query.get('to') ?? '9999-12-31']
    const start = Number(query.get('after') ?? 0)
    const inRange = books.entries.filter(({ date }) => date >= from && date <= to)
    const page = inRange.slice(start, start + pageSize)
    const next = start + page.length
    return { entries: page.map(wireEntry), ...(next < inRange.length ? { after: `${next}` } : {}) }
  }

  return {
    handler,
    app: { clientId: 'fake-client', clientSecret: 'fake-secret' },
    organisationId,
    books,
    identity,
  }
}

function problem(status: number, code: string, message: string): Response {
  return Response.json({ error: { code, message } }, { status })
}
