import {
  type Clock,
  FakeLedger,
  type LedgerAccount,
  type LedgerEntry,
  type LedgerLine,
} from '@ledgerpost/testkit'
import type { FakeAccount, FakeOrganisationSeed } from '../seed.js'
import type {
  FakeBankTransaction,
  FakeContact,
  FakeDocument,
  FakeJournal,
  FakeOrganisationState,
  FakePayment,
  SaleKind,
} from './documents.js'
import type { Hundredths } from './hundredths.js'

/** Thrown where Xero answers with a validation error; the text is its message. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
}

const ledgerTypes: Readonly<Record<FakeAccount['Class'], LedgerAccount['type']>> = {
  ASSET: 'asset',
  EQUITY: 'equity',
  EXPENSE: 'expense',
  LIABILITY: 'liability',
  REVENUE: 'income',
}

/** One organisation: its chart, its documents, and the ledger that the fake itself keeps of them. */
export class FakeBooks {
  readonly organisation: FakeOrganisationState
  readonly ledger: FakeLedger
  readonly contacts: FakeContact[] = []
  readonly documents: FakeDocument[] = []
  readonly payments: FakePayment[] = []
  readonly bankTransactions: FakeBankTransaction[] = []
  readonly journals: FakeJournal[] = []
  readonly clock: Clock
  readonly #numbers = new Map<string, FakeDocument>()
  readonly #newId: () => string

  constructor(seed: FakeOrganisationSeed, clock: Clock, newId: () => string) {
    const { accounts, taxRates, periodLockDate, endOfYearLockDate } = seed
    this.organisation = {
      ...seed,
      accounts: [...accounts],
      taxRates: [...taxRates],
      trackingCategories: [...(seed.trackingCategories ?? [])],
      periodLockDate,
      endOfYearLockDate,
    }
    this.ledger = new FakeLedger(
      accounts.map((account) => ({
        id: account.AccountID,
        name: account.Name,
        type: ledgerTypes[account.Class],
      })),
      seed.currency,
    )
    this.clock = clock
    this.#newId = newId
  }

  newId(): string {
    return this.#newId()
  }

  account(idOrCode: {
    readonly id: string | undefined
    readonly code: string | undefined
  }): FakeAccount | undefined {
    return this.organisation.accounts.find((account) =>
      idOrCode.id === undefined ? account.Code === idOrCode.code : account.AccountID === idOrCode.id,
    )
  }

  /** The account that Xero books to itself. */
  systemAccount(name: 'DEBTORS' | 'GST'): FakeAccount {
    const found = this.organisation.accounts.find(({ SystemAccount }) => SystemAccount === name)
    if (!found) throw new Refusal(`The organisation has no ${name} account`)
    return found
  }

  /** The document that holds a number: a deleted one has given it back, a voided one has not. */
  byNumber(kind: SaleKind, number: string): FakeDocument | undefined {
    const holder = this.#numbers.get(`${kind} ${number}`)
    return holder?.status === 'DELETED' ? undefined : holder
  }

  addDocument(document: FakeDocument): void {
    this.documents.push(document)
    this.#numbers.set(`${document.kind} ${document.number}`, document)
  }

  /** Writes hundredths in the currency's minor units, lines of zero left out; undefined if nothing is left. */
  post(date: string, sourceId: string, lines: readonly LedgerLine[]): LedgerEntry | undefined {
    const amounts = lines.filter(({ amount }) => amount !== 0n)
    if (amounts.length === 0) return undefined
    return this.ledger.post({
      date,
      sourceId,
      lines: amounts.map((line) => ({ ...line, amount: this.#minorUnits(line.amount) })),
    })
  }

  /** @throws Refusal for a date in a locked period */
  checkLock(date: string): void {
    const { periodLockDate, endOfYearLockDate } = this.organisation
    const locks = [
      ['end of year lock date', endOfYearLockDate],
      ['period lock date', periodLockDate],
    ] as const
    for (const [name, lock] of locks) {
      if (lock !== undefined && date <= lock) {
        throw new Refusal(`The document date cannot be before the ${name}, currently set at ${spoken(lock)}`)
      }
    }
  }

  /** Voids an invoice or credit note, as a person would in Xero. @throws Refusal */
  voidDocument(kind: SaleKind, number: string): void {
    const document = this.byNumber(kind, number)
    if (!document) throw new Refusal(`There is no ${kind} ${number}`)
    if (this.payments.some((payment) => payment.document === document && payment.status === 'AUTHORISED')) {
      throw new Refusal(
        'This document cannot be voided because it has payments or credit notes allocated to it',
      )
    }
    if (document.entry) this.ledger.reverse(document.entry, { sourceId: `${number} voided` })
    document.status = 'VOIDED'
    document.updated = this.clock.now()
  }

  /** Deletes a payment, as a person would in Xero. @throws Refusal */
  deletePayment(reference: string): void {
    const payment = this.payments.find((each) => each.reference === reference && each.status === 'AUTHORISED')
    if (!payment) throw new Refusal(`There is no payment ${reference}`)
    this.ledger.reverse(payment.entry, { sourceId: `${reference} deleted` })
    payment.status = 'DELETED'
    payment.updated = this.clock.now()
    payment.document.settled -= payment.amount
    payment.document.status = 'AUTHORISED'
  }

  /** Deletes a bank transaction, as a person would in Xero. @throws Refusal */
  deleteBankTransaction(reference: string): void {
    const transaction = this.bankTransactions.find(
      (each) => each.reference === reference && each.status === 'AUTHORISED',
    )
    if (!transaction) throw new Refusal(`There is no bank transaction ${reference}`)
    if (transaction.entry) this.ledger.reverse(transaction.entry, { sourceId: `${reference} deleted` })
    transaction.status = 'DELETED'
    transaction.updated = this.clock.now()
  }

  /** Voids a manual journal, as a person would in Xero. @throws Refusal */
  voidJournal(narration: string): void {
    const journal = this.journals.find((each) => each.narration === narration && each.status === 'POSTED')
    if (!journal) throw new Refusal(`There is no manual journal ${narration}`)
    if (journal.entry) this.ledger.reverse(journal.entry, { sourceId: `${narration} voided` })
    journal.status = 'VOIDED'
    journal.updated = this.clock.now()
  }

  #minorUnits(amount: Hundredths): bigint {
    const { currency } = this.organisation
    if (!['JPY', 'KRW', 'ISK', 'CLP', 'VND'].includes(currency)) return amount
    if (amount % 100n !== 0n) throw new Refusal(`${currency} has no decimals`)
    return amount / 100n
  }
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** As Xero writes dates in sentences: `30-Sep-2021`. */
function spoken(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${day}-${months[Number(month) - 1] ?? month}-${year}`
}
