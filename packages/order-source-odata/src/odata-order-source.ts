import {
  createHttp,
  type Http,
  type HttpLimits,
  isRecord,
  readExactJson,
  requireSecure,
} from '@ledgerpost/adapter-kit'
import type {
  AdapterEnvironment,
  FedOrder,
  Instant,
  OrderPortion,
  OrderPull,
  OrderSource,
} from '@ledgerpost/core'
import { AscendingTimes } from './ascending-times.js'
import { collectionsCompleted } from './collections-completed.js'
import { CycleDetector } from './cycle-detector.js'
import { firstPage } from './first-page.js'
import { orderInputOf } from './order-input.js'
import { type Page, type PageReader, pageReader } from './page-reader.js'
import { unusable } from './unusable.js'

/** What an OData order source is made of. */
export interface OdataOrderSourceOptions extends AdapterEnvironment {
  /**
   * The service root of a subscriber, an absolute address without a slash at the end, such as
   * `https://platform.example/odata/v4/Subscriber_1234`. HTTPS, or plain HTTP to this very machine.
   */
  readonly root: (subscriberId: string) => string
  /** A bearer token. It is asked for before every request, and once more when one was refused. */
  readonly token: () => Promise<string>
  /** See `OrderSource.name`. Default: `odata`. Name the platform, so that another one is read from the beginning. */
  readonly name?: string
  /** See `OrderSource.overlap`. Default: five minutes. */
  readonly overlap?: number
  /** How many orders a page shall have; the service may send fewer. Default: 500. */
  readonly pageSize?: number
  /** Of each request. Default: those of @ledgerpost/adapter-kit; a page has at most 16 MB. */
  readonly limits?: Partial<HttpLimits>
}

const defaultPageSize = 500

/** Pages in a row without a single order. */
const mostEmptyPages = 1000

/**
 * Orders of any service that speaks OData 4.0 and has the documented `Orders` resource. It is asked for
 * `Orders?$expand=Purchaser,Items,Cost,Payments&$orderby=LastModifiedTime`, and after the first pull for
 * `$filter=LastModifiedTime ge …`; next links are followed to their end, on the service's own origin only. One page is
 * held at a time.
 *
 * Members lose their first capital letter, numbers keep the digits that they are sent with, and `OrderDate` is read as
 * the wall clock that it shows: the documented interface has the subscriber's local time there, whose offset is often
 * written as `+00:00` and means nothing. What an order means is core's `readOrder` to judge.
 *
 * `pull` throws OrderSourceError: `unauthorised` (401, 403), `not-found` (404, 410), `unsupported` (any other refusal,
 * such as 400 of a service that cannot filter or sort), `unusable` (no OData, a next link that leads elsewhere or in a
 * circle, orders that are not sorted), `garbled` (JSON that is not whole), `unavailable` (everything that passes).
 */
export function odataOrderSource(options: OdataOrderSourceOptions): OrderSource {
  const { name = 'odata', overlap } = options
  return {
    specVersion: 'v1',
    name,
    ...(overlap === undefined ? {} : { overlap }),
    pull: (request) => pull(options, request),
  }
}

async function* pull(options: OdataOrderSourceOptions, request: OrderPull): AsyncGenerator<OrderPortion> {
  const root = requireSecure(options.root(request.subscriberId), 'The service root of the order source')
  const { origin } = new URL(root)
  const reader = pageReader({
    http: httpOf(options, origin, request.signal),
    origin,
    clock: options.clock,
    signal: request.signal,
    what: `the orders of subscriber ${request.subscriberId}`,
    pageSize: options.pageSize ?? defaultPageSize,
  })
  const times = new AscendingTimes()
  for await (const page of pagesFrom(reader, firstPage(root, request.modifiedSince))) {
    const orders: FedOrder[] = []
    for (const value of page.values) orders.push(await orderOf(value, page, reader))
    if (!times.add(page.values.map(timeOf))) {
      // What was said of earlier pages does not hold either.
      yield { orders, watermark: request.modifiedSince ?? new Date(0).toISOString() }
      throw unusable(
        'sends orders that are not sorted by LastModifiedTime, although it was asked for. Without that it is not known how far they were read',
      )
    }
    yield { orders, watermark: times.latest }
  }
}

function httpOf(options: OdataOrderSourceOptions, origin: string, signal: AbortSignal): Http {
  const { fetch, clock, logger, token, limits } = options
  return createHttp({
    fetch,
    clock,
    logger,
    signal,
    baseUrl: origin,
    tokens: { accessToken: () => token() },
    headers: {
      accept: 'application/json;odata.metadata=minimal;IEEE754Compatible=true',
      'odata-maxversion': '4.0',
    },
    ...(limits ? { limits } : {}),
    parseJson: (text) => readExactJson(text),
  })
}

/** The pages of a collection, until one has no next link. */
async function* pagesFrom(reader: PageReader, first: URL): AsyncGenerator<Page> {
  const [links, contents] = [new CycleDetector(), new CycleDetector()]
  let empty = 0
  for (let url: URL | null = first; url !== null;) {
    const page: Page = await reader.read(url)
    empty = page.values.length === 0 ? empty + 1 : 0
    const isCircle =
      links.hasSeen(url.href) ||
      (empty === 0 && page.next !== null && contents.hasSeen(JSON.stringify(page.values))) ||
      empty > mostEmptyPages
    if (isCircle) throw unusable('sends the same page again and again: its next links lead in a circle')
    yield page
    url = page.next
  }
}

async function orderOf(value: unknown, page: Page, reader: PageReader): Promise<FedOrder> {
  const completed = await collectionsCompleted(value, page.url, reader)
  return completed.ok ? { input: orderInputOf(completed.value) } : { unreadable: completed.problem }
}

function timeOf(value: unknown): Instant | undefined {
  const time = isRecord(value) ? value['LastModifiedTime'] : undefined
  return typeof time === 'string' ? time : undefined
}
