import { type Http, type HttpAnswer, isRecord } from '@ledgerpost/adapter-kit'
import type { Clock } from '@ledgerpost/core'
import { errorOf } from './error-of.js'
import { unusable } from './unusable.js'

/** One page of a collection. */
export interface Page {
  /** Where it was read. */
  readonly url: URL
  readonly values: readonly unknown[]
  readonly next: URL | null
}

export interface PageReader {
  /** @throws OrderSourceError, and the signal's reason when it aborts */
  read(url: URL): Promise<Page>
  /** A next link as an address. @throws OrderSourceError if it leads to another origin */
  resolve(link: string, base: URL): URL
}

/** Reads pages from one origin; what leads elsewhere would carry the token there. */
export function pageReader(options: {
  readonly http: Http
  readonly origin: string
  readonly clock: Clock
  readonly signal: AbortSignal
  /** What is read, for messages. */
  readonly what: string
  readonly pageSize: number
}): PageReader {
  const { http, origin, clock, signal, what } = options
  let { pageSize } = options
  return { read, resolve }

  async function read(url: URL): Promise<Page> {
    const answer = await ask(url)
    if (answer.kind !== 'json' || answer.status !== 200)
      throw errorOf(answer, { what, url, now: clock.now() })
    const { body } = answer
    if (!isRecord(body) || !Array.isArray(body['value'])) {
      throw unusable(`answers ${url.pathname} with JSON that has no list of values; it is not OData 4.0`)
    }
    const link = nextLinkOf(body, '')
    return { url, values: body['value'], next: link === undefined ? null : resolve(link, url) }
  }

  /** Asks for ever smaller pages while they are larger than what may be read. */
  async function ask(url: URL): Promise<HttpAnswer> {
    for (;;) {
      signal.throwIfAborted()
      const answer = await http.request({
        method: 'GET',
        path: url.pathname + url.search,
        headers: { prefer: `odata.maxpagesize=${pageSize}` },
      })
      signal.throwIfAborted()
      if (answer.kind !== 'unreadable' || answer.problem !== 'too-large' || pageSize === 1) return answer
      pageSize = Math.ceil(pageSize / 4)
    }
  }

  function resolve(link: string, base: URL): URL {
    if (!URL.canParse(link, base.href)) throw unusable('sends a next link that is no address')
    const url = new URL(link, base.href)
    if (url.origin === origin) return url
    throw unusable(
      `sends a next link to ${url.origin}, where the token must not go: it belongs to ${origin}. A platform behind a proxy has to know its public address`,
    )
  }
}

/** The link to what follows of a collection: of a member, or of the answer itself, if the name is empty. */
export function nextLinkOf(record: object, name: string): string | undefined {
  const link = new Map<string, unknown>(Object.entries(record)).get(`${name}@odata.nextLink`)
  if (link == null) return undefined
  if (typeof link === 'string') return link
  throw unusable('sends a next link that is no text')
}
