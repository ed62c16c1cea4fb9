import type { Logger } from '@ledgerpost/core'
import {
  type Fault,
  fakeFetch,
  type FetchHandler,
  scriptedFaults,
  VirtualClock,
  withFaults,
} from '@ledgerpost/testkit'
import { createHttp, type HttpOptions, type HttpRequest } from './http.js'

export const put: HttpRequest = { method: 'PUT', path: '/things', body: '{"a":1}' }
export const json = (body: unknown, init?: ResponseInit): Response => Response.json(body, init)

interface Scene {
  readonly faults?: readonly Fault[]
  readonly handler?: FetchHandler
  readonly options?: Partial<HttpOptions>
  readonly clock?: VirtualClock
}

/** An integrator that records what reaches it, and a client of it on a virtual clock. */
export function scene({
  faults = [],
  handler = async () => json({ ok: true }),
  options = {},
  clock = new VirtualClock(0),
}: Scene = {}) {
  const seen: { method: string; url: string; token: string | null; body: string }[] = []
  const logged: string[] = []
  const log = (fields: unknown, message: string): void => void logged.push(JSON.stringify([fields, message]))
  const logger: Logger = { debug: log, info: log, warn: log, error: log }
  const recording: FetchHandler = async (request) => {
    const { method, url, headers } = request
    seen.push({ method, url, token: headers.get('authorization'), body: await request.clone().text() })
    return handler(request)
  }
  const script = scriptedFaults(faults.map((fault, index) => ({ nth: index + 1, fault })))
  const fetch = fakeFetch(withFaults(recording, script, clock))
  const http = createHttp({ fetch, clock, logger, baseUrl: 'https://api.example.com/v2', ...options })
  return { clock, seen, logged, ask: (request: HttpRequest) => clock.runUntil(http.request(request)) }
}
