import { isRecord, type JsonRecord, recordsMember, textMember } from '@ledgerpost/adapter-kit'
import type { CalendarDate, Submission } from '@ledgerpost/core'
import { hundredths } from '../wire/amounts.js'
import { faceAmountOf, journalTaxOf } from '../wire/face-amount.js'
import { operationOf, type Resource, resources } from '../wire/resources.js'

/** What one element of a submission said, in hundredths: the answer has to say the same. */
export interface SentElement {
  /** Undefined for what has no type. */
  readonly type: string | undefined
  readonly date: CalendarDate
  readonly total: bigint
  /** Undefined for payments. */
  readonly tax: bigint | undefined
}

/** A submission taken apart again. */
export interface Sent {
  readonly resource: Resource
  readonly elements: ReadonlyMap<string, SentElement>
}

/** Undefined for a submission that this version of the adapter did not prepare. */
export function takeApart({ operation, body }: Submission): Sent | undefined {
  const resource = resources.find((each) => operationOf(each) === operation)
  const envelope = parsed(body)
  if (!resource || !isRecord(envelope)) return undefined
  const elements = new Map<string, SentElement>()
  for (const element of recordsMember(envelope, resource.name)) {
    const reference = textMember(element, resource.reference)
    const date = textMember(element, 'Date')
    const amounts = amountsOf(resource, element)
    if (reference === undefined || date === undefined || amounts === undefined) return undefined
    elements.set(reference, { type: textMember(element, 'Type'), date, ...amounts })
  }
  return { resource, elements }
}

type Amounts = Pick<SentElement, 'total' | 'tax'>

function amountsOf(resource: Resource, element: JsonRecord): Amounts | undefined {
  if (resource.kind !== 'payment' && resource.kind !== 'journal') return saleAmounts(element)
  const total = faceAmountOf(resource, element, hundredths)
  const tax = resource.kind === 'journal' ? journalTaxOf(element, hundredths) : undefined
  return total === undefined ? undefined : { total, tax }
}

function saleAmounts(element: JsonRecord): Amounts | undefined {
  let [net, tax] = [0n, 0n]
  for (const line of recordsMember(element, 'LineItems')) {
    const unit = hundredths(line['UnitAmount'])
    const forced = hundredths(line['TaxAmount'])
    const quantity = line['Quantity']
    if (unit === undefined || forced === undefined || !Number.isSafeInteger(quantity)) return undefined
    net += unit * BigInt(Number(quantity))
    tax += forced
  }
  return { total: net + tax, tax }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
