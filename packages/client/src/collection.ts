import { answerOf } from './answer.js'
import type { Transport } from './transport.js'

/** What of a collection is wanted, in OData's own words: `{ filter: "Type eq 'Sale'", orderby: 'OrderDate desc' }`. */
export interface CollectionOptions {
  readonly select?: string
  readonly expand?: string
  readonly filter?: string
  readonly orderby?: string
  /** At most so many of all. */
  readonly top?: number
  /** How many the server should send at a time. */
  readonly pageSize?: number
  readonly signal?: AbortSignal
}

interface Page<Entity> {
  readonly value: readonly Entity[]
  readonly '@odata.nextLink'?: string
}

/**
 * Reads a collection page by page, as far as it is iterated. The token goes only to the server that it was given for:
 * a next page on another one is an error.
 * @throws ProblemError
 */
export async function* entitiesOf<Entity>(
  transport: Transport,
  path: string,
  options: CollectionOptions = {},
): AsyncGenerator<Entity, void, undefined> {
  const { pageSize, signal } = options
  const headers = pageSize === undefined ? {} : { Prefer: `odata.maxpagesize=${pageSize}` }
  let next: string | undefined = path + queryOf(options)
  while (next !== undefined) {
    const current: string = next
    const response = await transport.send({ method: 'GET', path: current, headers, signal })
    const { value, '@odata.nextLink': link } = await answerOf<Page<Entity>>(response)
    yield* value
    next = link === undefined ? undefined : nextPage(transport.baseUrl, current, link)
  }
}

function queryOf({ select, expand, filter, orderby, top }: CollectionOptions): string {
  const given = Object.entries({ select, expand, filter, orderby, top }).flatMap(([name, value]) =>
    value === undefined ? [] : [`$${name}=${encodeURIComponent(value)}`],
  )
  return given.length === 0 ? '' : `?${given.join('&')}`
}

function nextPage(baseUrl: string, current: string, link: string): string {
  const from = current.startsWith('/') ? baseUrl + current : current
  const next = new URL(link, from)
  if (next.origin !== new URL(baseUrl).origin) {
    throw new TypeError(
      `The next page is said to be at ${next.origin}, but the token is for ${new URL(baseUrl).origin}. Set the server's public address.`,
    )
  }
  if (next.href === new URL(from).href) {
    throw new TypeError(
      `The next page of ${next.pathname} is said to be the same page. Nothing more was read.`,
    )
  }
  return next.href
}
