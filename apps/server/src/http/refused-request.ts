import { STATUS_CODES } from 'node:http'
import { describeError } from './describe-error.js'
import { problemDetails } from './error-answer.js'
import { fixedHeaders } from './answer-headers.js'
import { Refusal } from './problem.js'

const codesOfNode = new Map<string | undefined, 'headers-too-large' | 'headers-too-slow'>([
  ['HPE_HEADER_OVERFLOW', 'headers-too-large'],
  ['ERR_HTTP_REQUEST_TIMEOUT', 'headers-too-slow'],
])

/** Why Node.js could not read a request, by the code of its error. */
export function unreadable(code: string | undefined): Refusal {
  const known = codesOfNode.get(code)
  if (known === 'headers-too-large') return tooManyHeaders()
  if (known === 'headers-too-slow') {
    return new Refusal(known, 'The headers of the request were not all there in time. Send it again.')
  }
  return new Refusal('malformed-request', 'This is not an HTTP request. Correct it and send it again.')
}

export function tooManyHeaders(): Refusal {
  return new Refusal('headers-too-large', 'The request has too many headers, or too long ones. Send fewer.')
}

/** A request that never reaches the application is refused with what the application would have answered. */
export interface RawAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export function rawAnswer(refusal: Refusal): RawAnswer {
  const description = describeError(refusal)
  const body = description ? JSON.stringify(problemDetails(description)) : ''
  return {
    status: refusal.status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Content-Length': String(Buffer.byteLength(body)),
      'Cache-Control': 'no-store',
      Connection: 'close',
      ...fixedHeaders,
    },
    body,
  }
}

/** The answer as HTTP/1.1 spells it, for a connection that has nobody else to write it. */
export function rawText({ status, headers, body }: RawAnswer): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${body}`
}
