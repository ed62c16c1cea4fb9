import { type JsonRecord, textMember } from '@ledgerpost/adapter-kit'
import type { FakeBooks } from './books.js'
import { checkJournal } from './check-journal.js'
import { checkReceipt } from './check-receipt.js'
import { missing, Refusal } from './refusal.js'
import { type FakeTransaction, numberOf, spokenNames, type TransactionName } from './transactions.js'

/** Creates a transaction and books it, whole or not at all; answers what is told of it. @throws Refusal */
export function createTransaction(books: FakeBooks, name: TransactionName, element: JsonRecord): JsonRecord {
  const checked = name === 'JournalEntry' ? checkJournal(books, element) : checkReceipt(books, name, element)
  const number = numberFor(books, name, checked.number)
  const id = books.newId()
  const created = new Date(books.clock.now()).toISOString()
  const transaction: FakeTransaction = {
    name,
    id,
    syncToken: 0,
    status: 'booked',
    date: checked.date,
    element: {
      ...element,
      ...checked.told,
      domain: 'QBO',
      sparse: false,
      Id: id,
      ...(number === undefined ? {} : { DocNumber: number }),
      TxnDate: checked.date,
      CurrencyRef: { value: books.company.currency },
      MetaData: { CreateTime: created, LastUpdatedTime: created },
    },
    entry: undefined,
  }
  transaction.entry = books.post(checked.date, number ?? id, checked.bookings)
  books.transactions = [...books.transactions, transaction]
  return elementOf(transaction)
}

/** Changes the number or the note of a transaction; only the newest version may be. @throws Refusal */
export function updateTransaction(books: FakeBooks, name: TransactionName, element: JsonRecord): JsonRecord {
  const transaction = newest(books, name, element)
  const { DocNumber = transaction.element['DocNumber'], PrivateNote = transaction.element['PrivateNote'] } =
    element
  transaction.element = { ...transaction.element, DocNumber, PrivateNote }
  transaction.syncToken += 1
  return elementOf(transaction)
}

/** @throws Refusal */
export function deleteTransaction(books: FakeBooks, name: TransactionName, element: JsonRecord): JsonRecord {
  const { id } = newest(books, name, element)
  books.remove(name, id)
  return { Id: id, status: 'Deleted', domain: 'QBO' }
}

/** What is told of a transaction. */
export function elementOf({ element, syncToken }: FakeTransaction): JsonRecord {
  return { ...element, SyncToken: String(syncToken) }
}

function newest(books: FakeBooks, name: TransactionName, element: JsonRecord): FakeTransaction {
  const transaction = books.byId(name, textMember(element, 'Id') ?? '')
  if (!transaction) throw new Refusal('610', 'Object Not Found', 'Object Not Found : no such transaction')
  const version = textMember(element, 'SyncToken')
  if (version === undefined) throw missing('SyncToken')
  if (version !== String(transaction.syncToken)) {
    throw new Refusal(
      '5010',
      'Stale Object Error',
      'Stale Object Error : You and another user were working on this at the same time. The other user finished before you did, so your work was not saved.',
    )
  }
  return transaction
}

function numberFor(books: FakeBooks, name: TransactionName, sent: string | undefined): string | undefined {
  const { customNumbers, refusesDuplicates, renumbers } = books.company.preferences
  if (name === 'JournalEntry') return sent
  if (!customNumbers && (renumbers || sent === undefined)) return books.nextNumber()
  const holder = sent === undefined ? undefined : books.byNumber(name, sent)
  if (holder && customNumbers && refusesDuplicates) {
    throw new Refusal(
      '6140',
      'Duplicate Document Number Error',
      `Duplicate Document Number Error : You must specify a different number. This number has already been used. DocNumber=${numberOf(holder) ?? ''} is assigned to TxnType=${spokenNames[name]} with TxnId=${holder.id}`,
    )
  }
  return sent
}
