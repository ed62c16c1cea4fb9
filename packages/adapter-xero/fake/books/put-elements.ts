import { Refusal } from './books.js'
import { Refusals } from './problems.js'
import type { Element } from './read-element.js'
import { zeroGuid } from './wire-elements.js'

/** A collection's name and the member with its elements' ids. */
export interface Collection {
  readonly name: 'Invoices' | 'CreditNotes' | 'Payments' | 'BankTransactions' | 'ManualJournals'
  readonly id: string
}

export interface PutAnswer {
  readonly status: 200 | 400
  readonly body: Element
}

/**
 * Puts the elements of one request, one by one: those that fail do not keep the others from being created. With
 * summarised errors the answer is 400 and names the failures alone, the ids of what was created stay untold.
 */
export function putElements(
  collection: Collection,
  elements: readonly Element[],
  summarizeErrors: boolean,
  create: (element: Element) => Element,
): PutAnswer {
  const failures: Element[] = []
  const results = elements.map((element) => {
    try {
      return { ...create(element), StatusAttributeString: 'OK' }
    } catch (error) {
      const failure = failed(collection, element, messagesOf(error))
      failures.push(failure)
      return failure
    }
  })
  if (summarizeErrors && failures.length > 0) {
    return {
      status: 400,
      body: {
        ErrorNumber: 10,
        Type: 'ValidationException',
        Message: 'A validation exception occurred',
        Elements: failures,
      },
    }
  }
  return { status: 200, body: { [collection.name]: results } }
}

/** What says that an element failed, besides its messages (xero_accounting.yaml 16.1.0). */
const errorFlags: Readonly<Record<Collection['name'], Element>> = {
  Invoices: { HasErrors: true },
  CreditNotes: { HasErrors: true },
  Payments: { HasValidationErrors: true },
  BankTransactions: {},
  ManualJournals: {},
}

/** The element as it was sent, with an id of zeros and what is wrong with it. */
function failed(collection: Collection, element: Element, messages: readonly string[]): Element {
  return {
    ...element,
    [collection.id]: zeroGuid,
    StatusAttributeString: 'ERROR',
    ...errorFlags[collection.name],
    ValidationErrors: messages.map((Message) => ({ Message })),
  }
}

function messagesOf(error: unknown): readonly string[] {
  if (error instanceof Refusals) return error.messages
  if (error instanceof Refusal) return [error.message]
  throw error
}
