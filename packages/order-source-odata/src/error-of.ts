import {
  type HttpAnswer,
  isRecord,
  recordMember,
  redactText,
  retryAfterOf,
  textMember,
} from '@ledgerpost/adapter-kit'
import { OrderSourceError } from '@ledgerpost/core'
import { unusable } from './unusable.js'

const longestExcerpt = 300

/** What an answer that is no page means for the sync. */
export function errorOf(
  answer: HttpAnswer,
  { what, url, now }: { readonly what: string; readonly url: URL; readonly now: number },
): OrderSourceError {
  if (answer.kind === 'lost') return unavailable(`does not answer (${url.host})`)
  if (answer.kind === 'not-sent') {
    const { kind, message, retryAfter } = answer.reason
    return kind === 'reauthorise'
      ? unauthorised(message)
      : unavailable(`cannot be asked: ${message}`, retryAfter)
  }
  const { status, headers } = answer
  const said = `status ${status}${saidIn(answer)}`
  if (status === 200) return unreadable(answer, url)
  if (status === 401 || status === 403) return unauthorised(`It answered ${said}.`)
  if (status === 404 || status === 410) {
    return new OrderSourceError({
      fault: 'not-found',
      message: `The platform’s OData service has nothing at ${url.origin}${url.pathname}, where ${what} should be (${said}). Check the address of the order source and whether the platform knows the subscriber; then call Sync again.`,
    })
  }
  if (status === 429 || status === 408 || (status >= 500 && status !== 501)) {
    return unavailable(`cannot answer now (${said})`, retryAfterOf(headers, now))
  }
  if (status >= 300 && status < 400) {
    return unusable(`redirects to another address (${said}), where the token must not go. Use the final one`)
  }
  if (status < 300) return unusable(`answers ${said} without a page of orders`)
  return new OrderSourceError({
    fault: 'unsupported',
    message: `The platform’s OData service refuses to answer (${said}). Ledgerpost needs $expand, $filter and $orderby by LastModifiedTime of Orders. If the platform cannot, let it send its orders instead: POST /Subscriber_{id}/Orders, and start the server without an order source.`,
  })
}

/** An answer that should be a page, and is no JSON. */
function unreadable(answer: HttpAnswer, url: URL): OrderSourceError {
  const problem = answer.kind === 'unreadable' ? answer.problem : 'not-json'
  switch (problem) {
    case 'cut-off':
      return unavailable('broke off in the middle of a page')
    case 'too-large':
      return unusable(`sends pages at ${url.pathname} that are too large even with a single order`)
    case 'not-json':
      return unusable(`answers ${url.pathname} with something other than JSON, such as a page to sign in at`)
    default:
      return new OrderSourceError({
        fault: 'garbled',
        message: `The platform’s OData service sends a page at ${url.pathname} that is not whole. The sync tries again a few times; if it stays, ask the platform to correct it.`,
      })
  }
}

function unavailable(what: string, retryAfter?: number): OrderSourceError {
  return new OrderSourceError({
    fault: 'unavailable',
    message: `The platform’s OData service ${what}. The sync waits and goes on by itself.`,
    retryAfter,
  })
}

function unauthorised(said: string): OrderSourceError {
  return new OrderSourceError({
    fault: 'unauthorised',
    message: `The platform’s OData service does not accept the token of the order source. ${said} Give it a valid one that may read Orders; then call Sync again.`,
  })
}

/** What the service says, if it is OData's error or short enough to be told (OData JSON Format 4.0 section 19). */
function saidIn(answer: HttpAnswer): string {
  if (answer.kind === 'unreadable') return ''
  const body = answer.kind === 'json' && isRecord(answer.body) ? answer.body : {}
  const message = textMember(recordMember(body, 'error') ?? {}, 'message')
  if (message === undefined) return ''
  const short = redactText(message.replaceAll(/\s+/g, ' ').trim()).slice(0, longestExcerpt)
  return `: ${short.replace(/\.$/, '')}`
}
