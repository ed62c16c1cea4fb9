import { classifyMessages, type HttpAnswer, isRecord, retryAfterOf } from '@ledgerpost/adapter-kit'
import type { Reason } from '@ledgerpost/core'
import { messagePatterns, passingFault, unknownRefusal } from '../errors/message-patterns.js'

/**
 * What became of a call:
 * - done: it was carried out, with this result
 * - refused: Tryton answered that it was not carried out; the call is over
 * - not-done: it never came to be carried out, for a reason that lies with the connection
 * - open: anything else; it may have been carried out, or may still be
 */
export type RpcAnswer =
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'refused'; readonly reason: Reason }
  | { readonly kind: 'not-done'; readonly reason: Reason; readonly isStaleSession?: boolean }
  | { readonly kind: 'open'; readonly message: string }

/** Reads the answer to a call of Tryton's JSON-RPC. An error in it comes with status 200. */
export function readRpcAnswer(answer: HttpAnswer, method: string, now: number): RpcAnswer {
  if (answer.kind === 'not-sent') return { kind: 'not-done', reason: answer.reason }
  if (answer.kind === 'lost') return { kind: 'open', message: answer.message }
  if (answer.kind === 'json' && answer.status === 200) return readBody(answer.body, method)
  const refusal = refusalOfStatus(answer.status, method)
  if (refusal !== undefined) {
    const retryAfter = retryAfterOf(answer.headers, now)
    return { ...refusal, reason: { ...refusal.reason, ...(retryAfter === undefined ? {} : { retryAfter }) } }
  }
  const excerpt = answer.kind === 'unreadable' ? answer.excerpt : ''
  const what = answer.kind === 'unreadable' ? answer.problem : 'JSON with another status'
  return {
    kind: 'open',
    message: `${method} was answered with status ${answer.status} and what is not an answer of Tryton (${what}): ${excerpt || 'nothing'}`,
  }
}

/** Statuses with which trytond, or what stands before it, turns a call away. */
function refusalOfStatus(
  status: number,
  method: string,
): Extract<RpcAnswer, { kind: 'not-done' }> | undefined {
  const notDone = (kind: Reason['kind'], message: string) => ({
    kind: 'not-done' as const,
    reason: { kind, message },
  })
  if (status === 401) {
    return {
      ...notDone(
        'reauthorise',
        'Tryton does not accept the user and the password. Check them and link again.',
      ),
      isStaleSession: true,
    }
  }
  if (status === 403) {
    return notDone(
      'reauthorise',
      `Tryton does not let the user call ${method}. Give the user the right, or link again as another.`,
    )
  }
  if (status === 404 || (status >= 300 && status < 400)) {
    return notDone(
      'reauthorise',
      `There is no Tryton at the address (status ${status}). Check it and link again.`,
    )
  }
  if (status === 429)
    return notDone('rate-limited', 'Tryton wants no more calls for now; the work goes on later.')
  return undefined
}

function readBody(body: unknown, method: string): RpcAnswer {
  if (isRecord(body) && !('error' in body) && 'result' in body)
    return { kind: 'done', result: body['result'] }
  const error = isRecord(body) ? body['error'] : undefined
  if (!Array.isArray(error) || typeof error[0] !== 'string') {
    return { kind: 'open', message: `${method} was answered with JSON that is not an answer of Tryton.` }
  }
  const [name, particulars]: readonly unknown[] = error
  // Of a UserError there is a third particular with the definitions of fields, thousands of characters long.
  const texts = (Array.isArray(particulars) ? particulars : [particulars])
    .slice(0, name === 'UserError' ? 2 : 3)
    .filter((text) => typeof text === 'string' && text !== '')
    .map(String)
  switch (name) {
    case 'UserError':
      return { kind: 'refused', reason: classifyMessages(texts, messagePatterns, unknownRefusal) }
    case 'UserWarning':
      return { kind: 'refused', reason: warningReason(texts) }
    case 'ConcurrencyException':
      return {
        kind: 'refused',
        reason: { kind: 'stale', message: `${texts.join(' ')} It was changed in Tryton meanwhile.` },
      }
    case 'LoginException':
      return { kind: 'not-done', reason: loginReason(texts) }
    default:
      return { kind: 'refused', reason: faultReason(name, method) }
  }
}

/** "Are you sure?": somebody has to be, and it is not us. */
function warningReason([name = '', ...texts]: readonly string[]): Reason {
  return {
    kind: 'invalid',
    message:
      `Tryton warns and wants to be told to go on: ${texts.join(' ')} Have the user that Ledgerpost works as ` +
      `ignore the warning '${name}' for good in Tryton, or mend what it is about; then Resync.`,
  }
}

function loginReason([, text = 'something else']: readonly string[]): Reason {
  return {
    kind: 'reauthorise',
    message: `Tryton asks the user for more than a password: ${text}. Link again as a user who needs the password alone.`,
  }
}

/** An exception of trytond that it did not mean for people; its transaction was rolled back. */
function faultReason(text: string, method: string): Reason {
  const said = `${method} failed in Tryton: ${text.trim().slice(0, 300).replace(/\.*$/, '.')}`
  if (/database .*(doesn't|does not) exist/i.test(text)) {
    return {
      kind: 'reauthorise',
      message: 'Tryton has no database of this name. Check it and link again.',
    }
  }
  return passingFault.test(text)
    ? { kind: 'transient', message: `${said} It is tried again later.` }
    : { kind: 'invalid', message: `${said} See trytond's log.` }
}
