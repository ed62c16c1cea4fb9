import type { HttpAnswer } from '@ledgerpost/adapter-kit'
import type { Reason } from '@ledgerpost/core'
import { connectionFaultOf } from './fault-reason.js'
import { faultIn, sentenceOf } from './fault.js'

/** What the plan's monthly allowance of reads is called, as far as it is known; every other 429 is over in a minute. */
const allowance = /month|quota|allowance|coreplus|usage limit/i

/** Whether an answer says that the token is stale, so that a fresh one helps. */
export function isStaleToken(answer: HttpAnswer): boolean {
  return 'status' in answer && answer.status === 401
}

/**
 * The reason, if an answer says that the connection is at fault and certainly nothing was done: no consent, or too many
 * calls. Undefined for any other answer.
 * @param retryAfter what the answer's header asks for, in milliseconds
 * @param throttlePause what is waited when it asks for nothing
 */
export function connectionReasonOf(
  answer: HttpAnswer,
  retryAfter: number | undefined,
  throttlePause: number,
): Reason | undefined {
  if (answer.kind === 'not-sent') return answer.reason
  if (answer.kind === 'lost') return undefined
  const wait = retryAfter ?? throttlePause
  if (answer.status === 429) return limitReason(saidIn(answer), wait)
  if (answer.status === 401) {
    return { kind: 'reauthorise', message: 'QuickBooks does not accept the access token. Link again.' }
  }
  const fault = answer.kind === 'json' ? faultIn(answer.body) : undefined
  const reason = fault && connectionFaultOf(fault)
  return reason?.kind === 'rate-limited' ? { ...reason, retryAfter: wait } : reason
}

/** For how long QuickBooks wants no more calls, in milliseconds: for the gate that all calls pass. */
export function pauseOf(
  answer: HttpAnswer,
  retryAfter: number | undefined,
  throttlePause: number,
): number | undefined {
  const reason = 'status' in answer ? connectionReasonOf(answer, retryAfter, throttlePause) : undefined
  return reason?.kind === 'rate-limited' ? reason.retryAfter : undefined
}

function limitReason(said: string, retryAfter: number): Reason {
  return allowance.test(said)
    ? {
        kind: 'quota',
        message: `The allowance of calls to QuickBooks is used up (${said}); sending goes on when Intuit allows it.`,
        retryAfter,
      }
    : { kind: 'rate-limited', message: 'QuickBooks wants fewer calls; sending goes on shortly.', retryAfter }
}

function saidIn(answer: Extract<HttpAnswer, { status: number }>): string {
  if (answer.kind === 'unreadable') return answer.excerpt
  const fault = faultIn(answer.body)
  return fault ? sentenceOf(fault) : ''
}
