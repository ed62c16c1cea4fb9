import { type HttpAnswer, isRecord, textMember } from '@ledgerpost/adapter-kit'
import type { Reason } from '@ledgerpost/core'

/** Xero's documentation spells it without an i, its answers with one. */
const lacksScope = /insuffic(i)?ent[_ ]scope/i

/**
 * Whether an answer says that the token is stale, so that a fresh one helps. One that lacks a scope stays without
 * it: only a new consent can widen it.
 */
export function isStaleToken(answer: HttpAnswer): boolean {
  return 'status' in answer && answer.status === 401 && !lacksScope.test(saidIn(answer))
}

/**
 * The reason, if an answer says that the connection is at fault and certainly nothing was done: no consent, or too
 * many calls. Undefined for any other answer.
 */
export function connectionReasonOf(answer: HttpAnswer, retryAfter: number | undefined): Reason | undefined {
  if (answer.kind === 'not-sent') return answer.reason
  if (answer.kind === 'lost') return undefined
  const said = saidIn(answer)
  if (answer.status === 429) return limitReason(answer.headers, retryAfter)
  if ((answer.status === 401 || answer.status === 403) && lacksScope.test(said)) {
    return {
      kind: 'reauthorise',
      message:
        'The consent given to Xero does not cover this call. Link again and allow everything that is asked for.',
    }
  }
  if (answer.status === 401) {
    return { kind: 'reauthorise', message: 'Xero does not accept the access token. Link again.' }
  }
  if (answer.status === 403 && /AuthenticationUnsuccessful/i.test(said)) {
    return { kind: 'reauthorise', message: 'The organisation was disconnected inside Xero. Link again.' }
  }
  return undefined
}

/** How long Xero wants no more calls, told or not: for the gate that all calls pass. In milliseconds. */
export function pauseOf(answer: HttpAnswer, retryAfter: number | undefined): number | undefined {
  if (!('status' in answer) || answer.status !== 429) return undefined
  return retryAfter ?? (problemOf(answer.headers) === 'concurrent' ? 1000 : 5000)
}

function limitReason(headers: Headers, retryAfter: number | undefined): Reason {
  const problem = problemOf(headers)
  const wait = retryAfter === undefined ? {} : { retryAfter }
  return problem === 'day'
    ? {
        kind: 'quota',
        message:
          "The organisation's calls to Xero for today are used up; sending goes on when Xero allows it.",
        ...wait,
      }
    : {
        kind: 'rate-limited',
        message: `Xero wants fewer calls (limit: ${problem}); sending goes on shortly.`,
        ...wait,
      }
}

function problemOf(headers: Headers): string {
  return headers.get('x-rate-limit-problem')?.trim().toLowerCase() || 'not named'
}

function saidIn(answer: Extract<HttpAnswer, { status: number }>): string {
  const challenge = answer.headers.get('www-authenticate') ?? ''
  if (answer.kind === 'unreadable') return `${challenge} ${answer.excerpt}`
  if (!isRecord(answer.body)) return challenge
  const { body } = answer
  return [
    challenge,
    ...['Title', 'Detail', 'error', 'Message'].map((name) => textMember(body, name) ?? ''),
  ].join(' ')
}
