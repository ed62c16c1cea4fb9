import { type JsonRecord, recordMember, textMember } from '@ledgerpost/adapter-kit'
import { formatAmount, type SendResult } from '@ledgerpost/core'
import { connectionFaultOf, reasonOfCode, refusalReasonOf } from '../errors/fault-reason.js'
import { type Fault, faultIn, sentenceOf } from '../errors/fault.js'
import { isOutOfForce } from '../wire/status.js'
import { referenceOf } from '../wire/reference.js'
import type { SentItem } from './sent.js'
import { totalsTold } from './totals.js'

/**
 * What one item of a batch's answer says of its document. Accepted needs an id, a version, our reference and exactly the
 * amounts and the date that were sent; rejected needs a refusal of the content and no document. Anything in between is
 * unknown: the document may exist and differ, which only a look-up can tell.
 */
export function judgeItem(sent: SentItem, item: JsonRecord, linkOf: (id: string) => string): SendResult {
  const { reference, entity } = sent
  const unknown = (message: string): SendResult => ({
    outcome: 'unknown',
    reference,
    message: `${reference} ${message}`,
  })
  const record = recordMember(item, entity.name)
  const fault = faultIn(item)
  if (fault && record) return unknown(`has both a document and a fault at QuickBooks: ${sentenceOf(fault)}`)
  if (fault) return refused(reference, fault) ?? unknown(`may be at QuickBooks or not: ${sentenceOf(fault)}`)
  if (!record) return unknown('was answered without a document')
  const id = textMember(record, 'Id')
  if (id === undefined || textMember(record, 'SyncToken') === undefined)
    return unknown('was answered without an id and a version')
  if (isOutOfForce(record)) return unknown(`is at QuickBooks as ${id}, but not in force`)
  const difference = differenceOf(sent, record)
  return difference === undefined
    ? { outcome: 'accepted', reference, id, link: linkOf(id) }
    : unknown(`is at QuickBooks as ${id}, but ${difference}`)
}

/** The refusal, if it is certain that nothing was made; undefined for faults of QuickBooks itself and unheard-of ones. */
export function refused(reference: string, fault: Fault): SendResult | undefined {
  const reason =
    connectionFaultOf(fault) ??
    (fault.kind === 'validation'
      ? refusalReasonOf(fault)
      : fault.kind === 'unknown'
        ? reasonOfCode(fault)
        : undefined)
  return reason && { outcome: 'rejected', reference, reason }
}

function differenceOf(sent: SentItem, record: JsonRecord): string | undefined {
  const reference = referenceOf(record)
  if (reference !== sent.reference) return `its number there is ${reference ?? 'not ours'}`
  const { total, tax } = totalsTold(sent.entity, record)
  if (total !== sent.total)
    return `its total there is ${written(total)} and was sent as ${written(sent.total)}`
  if (tax !== sent.tax) return `its tax there is ${written(tax)} and was sent as ${written(sent.tax)}`
  const date = textMember(record, 'TxnDate')
  return date === sent.date
    ? undefined
    : `it is dated ${date ?? 'unreadably'} there and was sent for ${sent.date}`
}

function written(amount: bigint | undefined): string {
  return amount === undefined ? 'unreadable' : formatAmount(amount, 2)
}
