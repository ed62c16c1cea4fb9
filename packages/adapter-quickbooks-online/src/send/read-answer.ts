import { type HttpAnswer, isRecord, type JsonRecord, retryAfterOf, textMember } from '@ledgerpost/adapter-kit'
import type { SendResult } from '@ledgerpost/core'
import { connectionReasonOf } from '../errors/connection-reason.js'
import { descriptionOf } from '../errors/failure.js'
import { faultIn } from '../errors/fault.js'
import type { Entity } from '../wire/entities.js'
import { judgeItem, refused } from './judge-item.js'
import type { SentItem } from './sent.js'

/**
 * What an answer says of each document of a submission. Items are told apart by their place in the batch: QuickBooks may
 * reorder, leave out or repeat them, and whatever cannot be told for certain is unknown.
 */
export function readAnswer(
  sent: ReadonlyMap<string, SentItem>,
  answer: HttpAnswer,
  now: number,
  throttlePause: number,
  linkOf: (entity: Entity, id: string) => string,
): SendResult[] {
  const references = [...sent.values()].map(({ reference }) => reference)
  const retryAfter = 'headers' in answer ? retryAfterOf(answer.headers, now) : undefined
  const reason = connectionReasonOf(answer, retryAfter, throttlePause)
  if (reason) return references.map((reference) => ({ outcome: 'rejected', reference, reason }))
  const message = `QuickBooks gave no certain answer: ${descriptionOf(answer)}`
  const unknown = (reference: string): SendResult => ({ outcome: 'unknown', reference, message })
  if (answer.kind !== 'json' || !isRecord(answer.body)) return references.map(unknown)
  const { status, body } = answer
  const fault = faultIn(body)
  const items = body['BatchItemResponse']
  // With status 200 a fault contradicts it, and with items it is about some of them.
  if (fault && items === undefined && status === 400)
    return references.map((reference) => refused(reference, fault) ?? unknown(reference))
  if (fault || status !== 200 || !Array.isArray(items)) return references.map(unknown)
  return readItems(sent, items.filter(isRecord), linkOf)
}

function readItems(
  sent: ReadonlyMap<string, SentItem>,
  items: readonly JsonRecord[],
  linkOf: (entity: Entity, id: string) => string,
): SendResult[] {
  const byPlace = new Map<string, JsonRecord[]>()
  for (const item of items) {
    const place = textMember(item, 'bId')
    if (place !== undefined) byPlace.set(place, [...(byPlace.get(place) ?? []), item])
  }
  return [...sent].map(([place, meant]) => {
    const { reference, entity } = meant
    const [item, ...further] = byPlace.get(place) ?? []
    if (!item) return { outcome: 'unknown', reference, message: `${reference} is not in QuickBooks' answer` }
    return further.length === 0
      ? judgeItem(meant, item, (id) => linkOf(entity, id))
      : {
          outcome: 'unknown',
          reference,
          message: `${reference} is in QuickBooks' answer ${further.length + 1} times`,
        }
  })
}
