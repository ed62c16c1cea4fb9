import { type HttpAnswer, retryAfterOf } from '@ledgerpost/adapter-kit'
import { IntegratorError } from '@ledgerpost/core'
import { connectionReasonOf } from './connection-reason.js'
import { faultIn, sentenceOf } from './fault.js'

/** What a call that changes nothing failed by. A refusal of the call itself is `invalid`, all else may pass. */
export function failureOf(
  answer: HttpAnswer,
  what: string,
  now: number,
  throttlePause: number,
): IntegratorError {
  const retryAfter = 'headers' in answer ? retryAfterOf(answer.headers, now) : undefined
  const reason = connectionReasonOf(answer, retryAfter, throttlePause)
  if (reason) return new IntegratorError(reason)
  const fault = answer.kind === 'json' ? faultIn(answer.body) : undefined
  if (answer.kind === 'json' && fault?.kind === 'validation') {
    return new IntegratorError({
      kind: 'invalid',
      message: `QuickBooks refused to answer (${what}): ${sentenceOf(fault)}${traceOf(answer)}`,
    })
  }
  return new IntegratorError({
    kind: 'transient',
    message: `QuickBooks gave no usable answer (${what}): ${descriptionOf(answer)}. It is asked again later.`,
  })
}

/** An answer that was read and makes no sense: the caller must not conclude anything from it. */
export function notUnderstood(what: string, detail: string): IntegratorError {
  return new IntegratorError({
    kind: 'transient',
    message: `QuickBooks' answer was not understood (${what}): ${detail}. It is asked again later.`,
  })
}

/** What came instead of a usable answer, for people. */
export function descriptionOf(answer: HttpAnswer): string {
  if (answer.kind === 'lost') return answer.message
  if (answer.kind === 'not-sent') return answer.reason.message
  const fault = answer.kind === 'json' ? faultIn(answer.body) : undefined
  const said =
    answer.kind === 'unreadable'
      ? `body ${answer.problem}${answer.excerpt === '' ? '' : ` ('${answer.excerpt}')`}`
      : fault
        ? sentenceOf(fault)
        : 'no message'
  return `status ${answer.status}, ${said}${traceOf(answer)}`
}

/** What Intuit's support asks for. */
function traceOf({ headers }: { readonly headers: Headers }): string {
  const id = headers.get('intuit_tid')
  return id === null ? '' : ` (intuit_tid ${id})`
}
