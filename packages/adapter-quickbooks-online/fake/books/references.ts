import { type JsonRecord, recordMember, textMember } from '@ledgerpost/adapter-kit'
import type { FakeListElement } from '../seed.js'
import type { FakeBooks } from './books.js'
import { businessRefusal, inactiveReference, invalidReference, missing, Refusal } from './refusal.js'

/** The value of a reference; undefined if it is absent. */
export function valueOf(record: JsonRecord, name: string): string | undefined {
  const reference = recordMember(record, name)
  return reference && textMember(reference, 'value')
}

/** The element that an id names. @throws Refusal for one that is not there or is inactive */
export function active<T extends Pick<FakeListElement, 'Id' | 'Active'>>(
  elements: readonly T[],
  id: string,
  what: string,
): T {
  const found = elements.find(({ Id }) => Id === id)
  if (!found) throw invalidReference(`${what} id ${id}`)
  if (!found.Active) throw inactiveReference(`${what} id ${id}`)
  return found
}

/** What all transactions have: a day in open books, a number of 21 characters, a currency. @throws Refusal */
export function checkHead(
  books: FakeBooks,
  element: JsonRecord,
): { date: string; number: string | undefined } {
  const { preferences, currency, classes, departments } = books.company
  const date = textMember(element, 'TxnDate') ?? new Date(books.clock.now()).toISOString().slice(0, 10)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date))
    throw new Refusal('2010', 'Request has invalid or unsupported property', 'TxnDate')
  const { bookCloseDate } = preferences
  if (bookCloseDate !== undefined && date <= bookCloseDate) {
    throw new Refusal(
      '6210',
      'Account Period Closed, Cannot Update Through Services',
      `Account Period Closed, Cannot Update Through Services: The account period has closed and the account books cannot be updated through the QBO Services API. Closing date ${bookCloseDate}`,
    )
  }
  const number = textMember(element, 'DocNumber')
  if (number !== undefined && number.length > 21)
    throw new Refusal('2050', 'String length is either shorter or longer than supported', 'DocNumber: max 21')
  const named = valueOf(element, 'CurrencyRef')
  if (preferences.multicurrency && named === undefined) throw missing('CurrencyRef')
  if (named !== undefined && named !== currency) throw businessRefusal(`The currency ${named} is not set up.`)
  const wholeClass = valueOf(element, 'ClassRef')
  if (wholeClass !== undefined) active(classes, wholeClass, 'Class element')
  const department = valueOf(element, 'DepartmentRef')
  if (department !== undefined) active(departments, department, 'Department element')
  for (const line of linesOf(element)) {
    const detail =
      recordMember(line, 'SalesItemLineDetail') ?? recordMember(line, 'JournalEntryLineDetail') ?? {}
    const lineClass = valueOf(detail, 'ClassRef')
    if (lineClass !== undefined) active(classes, lineClass, 'Class element')
  }
  return { date, number }
}

export function linesOf(element: JsonRecord): readonly JsonRecord[] {
  const lines = element['Line']
  if (!Array.isArray(lines) || lines.length === 0) throw missing('Line')
  return lines.filter((line): line is JsonRecord => typeof line === 'object' && line !== null)
}
