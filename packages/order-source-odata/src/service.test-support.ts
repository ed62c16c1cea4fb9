import type { Clock, FedOrder, Instant, Logger, OrderPortion } from '@ledgerpost/core'
import { VirtualClock } from '@ledgerpost/testkit'
import { http, type HttpHandler } from 'msw'
import { setupServer } from 'msw/node'
import { afterEach, beforeEach } from 'vitest'
import { odataOrderSource, type OdataOrderSourceOptions } from './odata-order-source.js'

export const origin = 'https://platform.example'
export const ordersUrl = `${origin}/odata/v4/Subscriber_7/Orders`

/** Nothing here asks more often; whoever goes round in circles is stopped. */
const mostRequests = 2000

/** What a service answers to each request in turn; the last answer is given from then on. */
export type Answers = readonly ((request: Request) => Response | Promise<Response>)[]

export interface Pulled {
  readonly orders: readonly FedOrder[]
  readonly watermarks: readonly (Instant | null)[]
  /** Why it ended early. */
  readonly error: unknown
}

export interface Scene {
  /** The requests so far, decoded. */
  readonly seen: { readonly url: string; readonly headers: Headers }[]
  readonly logged: string[]
  /** The waits between tries, in milliseconds. */
  waits(): readonly number[]
  /** Has the time allowed for an answer run out. */
  runOutOfTime(): Promise<void>
  answer(...answers: Answers): void
  pull(
    modifiedSince?: Instant | null,
    options?: Partial<OdataOrderSourceOptions>,
    signal?: AbortSignal,
  ): Promise<Pulled>
}

/** Plays a platform under its real address for each test of a file; a request to any other address fails. */
export function usePlatform(): Scene {
  const server = setupServer()
  let clock = new Patience()
  const seen: Scene['seen'] = []
  const logged: string[] = []
  const log = (fields: unknown, message: string) => void logged.push(JSON.stringify([fields, message]))
  const logger: Logger = { debug: log, info: log, warn: log, error: log }
  beforeEach(() => {
    clock = new Patience()
    seen.length = 0
    logged.length = 0
    server.listen({ onUnhandledRequest: 'error' })
  })
  afterEach(() => {
    server.resetHandlers()
    server.close()
  })
  return {
    seen,
    logged,
    waits: () => clock.waits,
    runOutOfTime: () => clock.runOut(),
    answer(...answers) {
      let count = 0
      const handler: HttpHandler = http.get(`${origin}/*`, ({ request }) => {
        seen.push({ url: decodeURIComponent(request.url), headers: request.headers })
        const chosen = answers[Math.min(count, answers.length - 1)]
        count += 1
        return chosen && count <= mostRequests ? chosen(request) : new Response(null, { status: 404 })
      })
      server.use(handler)
    },
    async pull(modifiedSince = null, options = {}, signal = new AbortController().signal) {
      const source = odataOrderSource({
        root: (subscriberId) => `${origin}/odata/v4/Subscriber_${subscriberId}`,
        token: () => Promise.resolve('the-token'),
        fetch: (...call) => fetch(...call),
        clock,
        logger,
        ...options,
      })
      const orders: FedOrder[] = []
      const watermarks: (Instant | null)[] = []
      const collect = async (portions: AsyncIterable<OrderPortion>): Promise<unknown> => {
        try {
          for await (const portion of portions) {
            orders.push(...portion.orders)
            watermarks.push(portion.watermark)
          }
          return undefined
        } catch (error) {
          return error
        }
      }
      const error = await collect(source.pull({ subscriberId: '7', modifiedSince, signal }))
      return { orders, watermarks, error }
    },
  }
}

/** Waits between tries are over at once; time that is allowed for an answer passes when the test says so. */
class Patience implements Clock {
  readonly #deadlines = new VirtualClock(0)
  readonly waits: number[] = []

  now(): number {
    return this.#deadlines.now()
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    if (milliseconds > 10_000) return this.#deadlines.sleep(milliseconds, signal)
    this.waits.push(milliseconds)
    return Promise.resolve()
  }

  runOut(): Promise<void> {
    return this.#deadlines.advance(60_000)
  }
}

export const page = (value: readonly unknown[], next?: string) => () =>
  Response.json({
    '@odata.context': `${origin}/odata/v4/Subscriber_7/$metadata#Orders`,
    value,
    ...(next === undefined ? {} : { '@odata.nextLink': next }),
  })

/** A page from JSON text, with the numbers as they are spelled. */
export const rawPage =
  (json: string, type = 'application/json;odata.metadata=minimal') =>
  () =>
    new Response(json, { headers: { 'content-type': type } })

/** An order as the documented resource has it. */
export function wireOrder(id: string, change: Readonly<Record<string, unknown>> = {}) {
  return {
    '@odata.etag': 'W/"1"',
    Id: id,
    Type: 'Sale',
    OrderDate: '2026-03-01T10:30:00.000+00:00',
    LocationId: '1',
    Purchaser: { Id: '7', FirstName: 'A', LastName: 'B' },
    Items: [
      {
        Id: '1',
        ProductId: '1',
        ProductType: 'Retail',
        Description: 'Mat',
        RevenueCategoryId: '1',
        Quantity: '1',
        UnitPrice: '10.0000',
        Discount: '0',
        NetAmount: '10.00',
        Taxes: [{ TaxRateId: '01:01', Amount: '0.80' }],
        Total: '10.80',
      },
    ],
    Cost: { NetAmount: '10.00', Discount: '0', TaxAmount: '0.80', Total: '10.80' },
    Payments: [{ Id: '1', PaymentMethodId: '1', Amount: '10.80' }],
    LastModifiedTime: '2026-03-01T10:30:00.000Z',
    CreatedTime: '2026-03-01T10:30:00.000Z',
    Currency: 'USD',
    BusinessDate: '2026-03-01',
    ...change,
  }
}
