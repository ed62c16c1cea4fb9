import { type HttpAnswer, isRecord, recordMember, retryAfterOf, textMember } from '@ledgerpost/adapter-kit'
import { IntegratorError, type Reason } from '@ledgerpost/core'

/** What an answer says of the connection; undefined if it says nothing of it. */
export function connectionReasonOf(answer: HttpAnswer, now: number): Reason | undefined {
  if (answer.kind === 'not-sent') return answer.reason
  if (answer.kind === 'lost') return undefined
  if (answer.status === 401) {
    return { kind: 'reauthorise', message: 'Example Books accepts the access no more. Link again.' }
  }
  if (answer.status === 429) {
    const retryAfter = retryAfterOf(answer.headers, now)
    return {
      kind: 'rate-limited',
      message: 'Example Books wants fewer calls. It goes on by itself.',
      ...(retryAfter === undefined ? {} : { retryAfter }),
    }
  }
  return undefined
}

/** What a call failed by that changes nothing. */
export function failureOf(answer: HttpAnswer, what: string, now: number): IntegratorError {
  const reason = connectionReasonOf(answer, now)
  if (reason) return new IntegratorError(reason)
  const isRefusal = answer.kind === 'json' && answer.status >= 400 && answer.status < 500
  return new IntegratorError({
    kind: isRefusal ? 'invalid' : 'transient',
    message: `Example Books gave no usable answer (${what}): ${descriptionOf(answer)}`,
  })
}

/** An answer that was read and makes no sense: nobody may conclude anything from it. */
export function notUnderstood(what: string, detail: string): IntegratorError {
  return new IntegratorError({
    kind: 'transient',
    message: `The answer of Example Books was not understood (${what}): ${detail}. It is asked again later.`,
  })
}

/** What came in the place of a usable answer, for people. */
export function descriptionOf(answer: HttpAnswer): string {
  if (answer.kind === 'lost') return answer.message
  if (answer.kind === 'not-sent') return answer.reason.message
  if (answer.kind === 'unreadable') return `status ${answer.status}, body ${answer.problem}`
  const error = isRecord(answer.body) ? recordMember(answer.body, 'error') : undefined
  return `status ${answer.status}, ${(error && textMember(error, 'message')) ?? 'no message'}`
}
