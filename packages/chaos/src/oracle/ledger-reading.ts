import type { FakeBooks } from '@ledgerpost/adapter-xero/fake'
import type { LooseEntry } from '../loose/loose-ledger.js'

/** A posting as the integrator keeps it; a debit above zero, in minor units. */
interface ReadLine {
  readonly accountId: string
  readonly amount: bigint
  readonly taxType?: string | undefined
}

/** The integrator's own ledger of one merchant, past its API. */
export interface LedgerReading {
  readonly entries: readonly {
    readonly date: string
    readonly sourceId: string
    readonly lines: readonly ReadLine[]
  }[]
  /** Kind and reference of every document that is in force, as often as it is there. */
  readonly inForce: readonly string[]
  readonly receivable: string
  readonly salesTax: string
}

export function readXero(books: FakeBooks): LedgerReading {
  return {
    entries: books.ledger.entries(),
    inForce: [
      ...books.documents
        .filter(({ status }) => status !== 'VOIDED' && status !== 'DELETED')
        .map(({ kind, number }) => `${kind} ${number}`),
      ...books.payments
        .filter(({ status }) => status === 'AUTHORISED')
        .map(({ reference }) => `payment ${reference}`),
    ],
    receivable: books.systemAccount('DEBTORS').AccountID,
    salesTax: books.systemAccount('GST').AccountID,
  }
}

export function readLoose(
  entries: readonly LooseEntry[],
  accounts: Pick<LedgerReading, 'receivable' | 'salesTax'>,
): LedgerReading {
  const standing = entries.filter(({ isVoided }) => !isVoided)
  return {
    ...accounts,
    entries: standing.map(({ date, reference, lines }) => ({ date, sourceId: reference, lines })),
    inForce: standing.map(({ kind, reference }) => `${kind} ${reference}`),
  }
}
