import { classifyMessages, type JsonRecord, recordsMember, textMember } from '@ledgerpost/adapter-kit'
import { formatAmount, type SendResult } from '@ledgerpost/core'
import { messagePatterns, unknownRefusal } from '../errors/message-patterns.js'
import { messagesOf } from '../errors/messages-of.js'
import { hundredths } from '../wire/amounts.js'
import { dateOfWire } from '../wire/dates.js'
import { faceAmountOf, journalTaxOf } from '../wire/face-amount.js'
import { isGuid } from '../wire/guid.js'
import type { Resource } from '../wire/resources.js'
import { isInForce } from '../wire/standing.js'
import type { SentElement } from './sent.js'

/**
 * What one element of an answer says of its document. Accepted needs an id, a status that stands in the books and
 * exactly the amounts that were sent; rejected needs an error and no id. Anything in between is unknown: the
 * document may exist and differ, which only a look-up can tell.
 */
export function judgeElement(
  resource: Resource,
  reference: string,
  sent: SentElement,
  element: JsonRecord,
  linkOf: (id: string) => string,
): SendResult {
  const unknown = (message: string): SendResult => ({
    outcome: 'unknown',
    reference,
    message: `${reference} ${message}`,
  })
  const id = textMember(element, resource.id)
  const verdict = textMember(element, 'StatusAttributeString')?.toUpperCase()
  const messages = messagesOf(element)
  const isError =
    verdict === 'ERROR' ||
    messages.length > 0 ||
    element['HasErrors'] === true ||
    element['HasValidationErrors'] === true
  if (isError) {
    if (isGuid(id)) return unknown(`has both an id (${id}) and errors at Xero: ${messages.join(' ')}`)
    return {
      outcome: 'rejected',
      reference,
      reason: classifyMessages(messages, messagePatterns, unknownRefusal),
    }
  }
  if (verdict !== undefined && verdict !== 'OK' && verdict !== 'WARNING')
    return unknown(`was answered with '${verdict}'`)
  if (!isGuid(id)) return unknown('was answered without an id')
  const status = textMember(element, 'Status')
  if (status === undefined || isInForce(status) !== true) {
    return unknown(`is at Xero as ${id} with the status '${status ?? 'none'}', which is not in the books`)
  }
  const difference = differenceOf(resource, sent, element)
  return difference === undefined
    ? { outcome: 'accepted', reference, id, link: linkOf(id) }
    : unknown(`is at Xero as ${id}, but ${difference}`)
}

function differenceOf(resource: Resource, sent: SentElement, element: JsonRecord): string | undefined {
  const type = textMember(element, 'Type')
  if (sent.type !== undefined && type !== undefined && type !== sent.type)
    return `its type there is ${type} and was sent as ${sent.type}`
  const total = faceAmountOf(resource, element, hundredths)
  if (total !== sent.total)
    return `its total there is ${written(total)} and was sent as ${written(sent.total)}`
  const tax = resource.kind === 'journal' ? journalTaxIn(element) : hundredths(element['TotalTax'])
  if (sent.tax !== undefined && tax !== sent.tax)
    return `its tax there is ${written(tax)} and was sent as ${written(sent.tax)}`
  const date = dateOfWire(element['DateString']) ?? dateOfWire(element['Date'])
  return date === sent.date
    ? undefined
    : `it is dated ${date ?? 'unreadably'} there and was sent for ${sent.date}`
}

/** The tax that balances the lines; undefined where they tell another. */
function journalTaxIn(element: JsonRecord): bigint | undefined {
  const told = recordsMember(element, 'JournalLines').filter((line) => (line['TaxAmount'] ?? null) !== null)
  const balancing = journalTaxOf(element, hundredths)
  const sum = told.reduce((total, line) => total + (hundredths(line['TaxAmount']) ?? 0n), 0n)
  return told.length === 0 || sum === balancing ? balancing : undefined
}

function written(amount: bigint | undefined): string {
  return amount === undefined ? 'unreadable' : formatAmount(amount, 2)
}
