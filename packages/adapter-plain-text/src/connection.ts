import {
  type Connection,
  type FoundDocument,
  IntegratorError,
  type LedgerEntry,
  LedgerpostError,
  type SendResult,
  sumOf,
} from '@ledgerpost/core'
import { readBatch } from './books/batch.js'
import type { Books } from './books/books.js'
import { byMonth } from './books/by-month.js'
import { messageOf } from './books/durable.js'
import { configurationOf } from './configuration.js'
import type { PlainTextSettings } from './accounts/settings.js'
import type { ParsedEntry } from './journal/parse-entry.js'
import { prepare } from './prepare.js'

/** A connection to one subscriber's books. */
export function connectionTo(books: Books, subscriberId: string, settings: PlainTextSettings): Connection {
  return {
    inspect: () =>
      telling('inspected', async () => configurationOf(await books.chart(), subscriberId, settings)),
    prepare,
    async send(submission, startBy) {
      const results = new Map<string, SendResult>()
      let message = 'Nothing is known of the document; it is looked up.'
      try {
        for (const [reference, result] of await books.append(readBatch(submission), startBy))
          results.set(reference, result)
      } catch (error) {
        message = messageOf(error)
      }
      return submission.references.map(
        (reference) => results.get(reference) ?? { outcome: 'unknown', reference, message },
      )
    },
    find: (sought) =>
      telling('searched', async () => {
        const months = byMonth(sought, ({ date }) => date)
        const found: FoundDocument[] = []
        for (const [month, identities] of months) {
          const references = [...new Set(identities.map(({ reference }) => reference))]
          for (const entry of await books.find(month, references)) found.push(foundDocument(entry))
        }
        return found
      }),
    async *readBack({ from, to }) {
      try {
        for await (const entry of books.entries(from.slice(0, 7), to.slice(0, 7))) {
          if (entry.date >= from && entry.date <= to) yield* ledgerEntries(entry)
        }
      } catch (error) {
        throw integratorError('read', error)
      }
    },
    // The files stay: they are the owner's.
    disconnect: () => Promise.resolve(),
    // Files are open only while they are worked with.
    close: () => Promise.resolve(),
  }
}

function foundDocument({ reference, date, postings }: ParsedEntry): FoundDocument {
  const total = sumOf(postings, ({ amount }) => (amount > 0n ? amount : 0n))
  return { reference, kind: 'journal', date, id: reference, link: null, total, isVoided: false }
}

function* ledgerEntries({ reference, date, postings }: ParsedEntry): Generator<LedgerEntry> {
  for (const { account, amount, currency, taxId } of postings) {
    yield { reference, date, account, amount, currency, taxId }
  }
}

async function telling<Result>(deed: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw integratorError(deed, error)
  }
}

function integratorError(deed: string, error: unknown): IntegratorError {
  if (error instanceof IntegratorError) return error
  // What the adapter itself says of the books' content has a code of its own; the rest are faults of the machine.
  const kind = error instanceof LedgerpostError ? 'invalid' : 'transient'
  return new IntegratorError({ kind, message: `The books could not be ${deed}: ${messageOf(error)}` }, error)
}
