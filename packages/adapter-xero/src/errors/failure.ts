import { type HttpAnswer, isRecord, retryAfterOf } from '@ledgerpost/adapter-kit'
import { IntegratorError } from '@ledgerpost/core'
import { connectionReasonOf } from './connection-reason.js'
import { messagesOf } from './messages-of.js'

/** What a call that changes nothing failed by. A refusal of the call itself is `invalid`, all else may pass. */
export function failureOf(answer: HttpAnswer, what: string, now: number): IntegratorError {
  const retryAfter = 'headers' in answer ? retryAfterOf(answer.headers, now) : undefined
  const reason = connectionReasonOf(answer, retryAfter)
  if (reason) return new IntegratorError(reason)
  if (answer.kind === 'json' && answer.status >= 400 && answer.status < 500) {
    return new IntegratorError({
      kind: 'invalid',
      message: `Xero refused to answer (${what}): ${saidIn(answer.body)}`,
    })
  }
  return new IntegratorError({
    kind: 'transient',
    message: `Xero gave no usable answer (${what}): ${descriptionOf(answer)}. It is asked again later.`,
  })
}

/** An answer that was read and makes no sense: the caller must not conclude anything from it. */
export function notUnderstood(what: string, detail: string): IntegratorError {
  return new IntegratorError({
    kind: 'transient',
    message: `Xero's answer was not understood (${what}): ${detail}. It is asked again later.`,
  })
}

/** What came instead of a usable answer, for people. */
export function descriptionOf(answer: HttpAnswer): string {
  if (answer.kind === 'lost') return answer.message
  if (answer.kind === 'not-sent') return answer.reason.message
  if (answer.kind === 'json') return `status ${answer.status}, ${saidIn(answer.body)}`
  return `status ${answer.status}, body ${answer.problem}${answer.excerpt === '' ? '' : ` ('${answer.excerpt}')`}`
}

function saidIn(body: unknown): string {
  if (!isRecord(body)) return 'no message'
  const texts = ['Message', 'Detail', 'Title'].flatMap((name) => {
    const text = body[name]
    return typeof text === 'string' && text !== '' ? [text] : []
  })
  const messages = [...texts, ...messagesOf(body)]
  return messages.length === 0 ? 'no message' : messages.join(' ')
}
