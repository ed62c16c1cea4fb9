import {
  classifyMessages,
  type HttpAnswer,
  isRecord,
  type JsonRecord,
  retryAfterOf,
  textMember,
} from '@ledgerpost/adapter-kit'
import type { Reason, SendResult } from '@ledgerpost/core'
import { connectionReasonOf } from '../errors/connection-reason.js'
import { descriptionOf } from '../errors/failure.js'
import { messagePatterns, unknownRefusal } from '../errors/message-patterns.js'
import { messagesOf } from '../errors/messages-of.js'
import { isGuid } from '../wire/guid.js'
import { judgeElement } from './judge-element.js'
import type { Sent } from './sent.js'

/** Xero's types of refusals of a whole call, of which nothing was looked at. */
const unreadRequests = new Set([
  'PostDataInvalidException',
  'QueryParseException',
  'UnsupportedMediaTypeException',
])

/**
 * What an answer says of each document of a submission. Elements are told apart by our own reference: Xero may
 * reorder, leave out or repeat them, and whatever cannot be told for certain is unknown.
 */
export function readAnswer(
  sent: Sent,
  answer: HttpAnswer,
  now: number,
  linkOf: (id: string) => string,
): SendResult[] {
  const references = [...sent.elements.keys()]
  const reason = connectionReasonOf(
    answer,
    'headers' in answer ? retryAfterOf(answer.headers, now) : undefined,
  )
  if (reason) return references.map((reference) => ({ outcome: 'rejected', reference, reason }))
  if (answer.kind === 'json' && isRecord(answer.body)) {
    const { status, body } = answer
    if (status === 200 && Array.isArray(body[sent.resource.name])) {
      return readElements(sent, body[sent.resource.name], (reference, meant, element) =>
        judgeElement(sent.resource, reference, meant, element, linkOf),
      )
    }
    const type = textMember(body, 'Type')
    // Summarised errors name the failures alone; what they do not name may have been created.
    if ((status === 400 || type === 'ValidationException') && Array.isArray(body['Elements'])) {
      return readElements(sent, body['Elements'], (reference, _meant, element) =>
        judgeFailure(sent, reference, element),
      )
    }
    if (type !== undefined && unreadRequests.has(type)) {
      const refused: Reason = {
        kind: 'invalid',
        message: `Xero could not read the call (${textMember(body, 'Message') ?? type}). Please report this.`,
      }
      return references.map((reference) => ({ outcome: 'rejected', reference, reason: refused }))
    }
  }
  const message = `Xero gave no certain answer: ${descriptionOf(answer)}`
  return references.map((reference) => ({ outcome: 'unknown', reference, message }))
}

type Judge = (
  reference: string,
  meant: NonNullable<ReturnType<Sent['elements']['get']>>,
  element: JsonRecord,
) => SendResult

function readElements(sent: Sent, elements: unknown, judge: Judge): SendResult[] {
  const byReference = new Map<string, JsonRecord[]>()
  for (const element of Array.isArray(elements) ? elements.filter(isRecord) : []) {
    const reference = textMember(element, sent.resource.reference)
    if (reference !== undefined) byReference.set(reference, [...(byReference.get(reference) ?? []), element])
  }
  return [...sent.elements].map(([reference, meant]) => {
    const [element, ...further] = byReference.get(reference) ?? []
    if (!element) return { outcome: 'unknown', reference, message: `${reference} is not in Xero's answer` }
    return further.length === 0
      ? judge(reference, meant, element)
      : {
          outcome: 'unknown',
          reference,
          message: `${reference} is in Xero's answer ${further.length + 1} times`,
        }
  })
}

function judgeFailure({ resource }: Sent, reference: string, element: JsonRecord): SendResult {
  const messages = messagesOf(element)
  if (messages.length === 0 || isGuid(textMember(element, resource.id))) {
    return {
      outcome: 'unknown',
      reference,
      message: `${reference} is named in Xero's refusal without a clear error`,
    }
  }
  return {
    outcome: 'rejected',
    reference,
    reason: classifyMessages(messages, messagePatterns, unknownRefusal),
  }
}
