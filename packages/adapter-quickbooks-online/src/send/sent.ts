import { isRecord, recordMember, recordsMember, textMember } from '@ledgerpost/adapter-kit'
import type { CalendarDate, Submission } from '@ledgerpost/core'
import { type Entity, entities } from '../wire/entities.js'
import { operation } from './prepare.js'
import { totalsSent } from './totals.js'

/** What one item of a batch said, in hundredths: the answer has to say the same. */
export interface SentItem {
  readonly entity: Entity
  readonly reference: string
  readonly date: CalendarDate
  readonly total: bigint
  readonly tax: bigint
}

/** A submission taken apart again: its items by their place (`bId`). Undefined for one that was not prepared here. */
export function takeApart(submission: Submission): ReadonlyMap<string, SentItem> | undefined {
  const body = parsed(submission.body)
  if (submission.operation !== operation || !isRecord(body)) return undefined
  const items = new Map<string, SentItem>()
  for (const item of recordsMember(body, 'BatchItemRequest')) {
    const place = textMember(item, 'bId')
    const entity = entities.find(({ name }) => recordMember(item, name))
    const record = entity && recordMember(item, entity.name)
    if (place === undefined || !entity || !record) return undefined
    const [reference, date] = [textMember(record, 'DocNumber'), textMember(record, 'TxnDate')]
    const { total, tax } = totalsSent(entity, record)
    if (reference === undefined || date === undefined || total === undefined || tax === undefined)
      return undefined
    items.set(place, { entity, reference, date, total, tax })
  }
  return items
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
