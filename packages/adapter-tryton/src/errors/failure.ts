import { IntegratorError } from '@ledgerpost/core'
import type { RpcAnswer } from '../rpc/rpc-answer.js'

/** The error for a call that did not do what it was to do, where that is no matter of a document. */
export function failureOf(answer: Exclude<RpcAnswer, { kind: 'done' }>): IntegratorError {
  return new IntegratorError(
    answer.kind === 'open' ? { kind: 'transient', message: answer.message } : answer.reason,
  )
}

/** The error for an answer that lacks what it must have; it is never taken for "nothing there". */
export function notUnderstood(what: string, problem: string): IntegratorError {
  return new IntegratorError({
    kind: 'transient',
    message: `${what} was answered, but ${problem}. It is tried again later; if it stays, please report it.`,
  })
}
