import { createXeroAdapter } from '@ledgerpost/adapter-xero'
import { createFakeXero, type FakeXero, type FakeXeroOptions } from '@ledgerpost/adapter-xero/fake'
import { fakeFetch } from '@ledgerpost/testkit'
import { startTestServer, type TestRequest, type TestServer } from './server.test-support.js'

export interface XeroServer extends TestServer {
  readonly fake: FakeXero
  /** Calls an action on a subscriber's Xero; with `POST`, unless told otherwise. */
  act(id: string, action: string, request?: TestRequest & { readonly method?: string }): Promise<Response>
  /** Begins to link, and agrees on the consent page; answers the path and query that the browser is sent back to. */
  consent(id: string): Promise<string>
  /** Links a subscriber to the first organisation of the fake. */
  link(id: string): Promise<void>
}

/** Calls may follow each other as fast as they like: nobody lets a clock go on here. */
const unhurried = { concurrency: 5, count: 1_000_000, span: 60_000, burst: 100_000, longestWait: 65_000 }

export const xeroAddress = (id: string, action: string) =>
  `/Subscriber_${id}/AccountingIntegration/Type_Xero/${action}`

/** A whole server that offers a fake Xero, called without a network. */
export async function startXeroServer(
  options: Parameters<typeof startTestServer>[0] & {
    readonly organisations?: FakeXeroOptions['organisations']
    /** Is shown every request to Xero. */
    readonly seen?: (request: Request) => void
  } = {},
): Promise<XeroServer> {
  const { organisations, seen, ...rest } = options
  const fake = createFakeXero({
    rateLimits: false,
    ...(organisations ? { organisations } : {}),
    ...(rest.clock ? { clock: rest.clock } : {}),
  })
  const adapter = createXeroAdapter({ ...fake.app, limits: { calls: unhurried } })
  const handler = (request: Request) => {
    seen?.(request)
    return fake.handler(request)
  }
  const server = await startTestServer({ ...rest, adapters: [adapter], fetch: fakeFetch(handler) })

  async function consent(id: string): Promise<string> {
    const response = await server.request('POST', xeroAddress(id, 'Link'))
    const { AuthorisationUrl } = (await response.json()) as { readonly AuthorisationUrl: string }
    const page = await fake.handler(new Request(AuthorisationUrl))
    const { pathname, search } = new URL(page.headers.get('location') ?? '')
    return pathname + search
  }

  return {
    ...server,
    fake,
    act: (id, action, { method = 'POST', ...request } = {}) =>
      server.request(method, xeroAddress(id, action), request),
    consent,
    async link(id) {
      const linked = await server.request('GET', await consent(id))
      if (linked.status !== 200) throw new Error(`Not linked: ${await linked.text()}`)
    },
  }
}
