import { textMember } from '@ledgerpost/adapter-kit'
import { type Clock, FakeLedger, type LedgerAccount, type LedgerEntry } from '@ledgerpost/testkit'
import type { FakeAccount, FakeCompanySeed, FakePreferences } from '../seed.js'
import { Refusal } from './refusal.js'
import { type Booking, type FakeTransaction, numberOf, type TransactionName } from './transactions.js'

const ledgerTypes: Readonly<Record<FakeAccount['Classification'], LedgerAccount['type']>> = {
  Asset: 'asset',
  Equity: 'equity',
  Expense: 'expense',
  Liability: 'liability',
  Revenue: 'income',
}

type Mutable<T> = { -readonly [Member in keyof T]: T[Member] }

/** A company whose owner can change everything at any time. */
export interface FakeCompanyState extends Mutable<Omit<FakeCompanySeed, 'preferences'>> {
  preferences: Mutable<FakePreferences>
}

/** One company: its chart, its transactions, and the ledger that the fake itself keeps of them. */
export class FakeBooks {
  readonly company: FakeCompanyState
  readonly ledger: FakeLedger
  readonly clock: Clock
  transactions: readonly FakeTransaction[] = []
  #lastId = 1000
  #lastNumber = 1000

  constructor(seed: FakeCompanySeed, clock: Clock) {
    this.company = { ...seed, preferences: { ...seed.preferences } }
    this.clock = clock
    this.ledger = new FakeLedger(
      seed.accounts.map(({ Id, Name, Classification }) => ({
        id: Id,
        name: Name,
        type: ledgerTypes[Classification],
      })),
      seed.currency,
    )
  }

  get isAmerican(): boolean {
    return this.company.country === 'US'
  }

  newId(): string {
    this.#lastId += 1
    return String(this.#lastId)
  }

  /** The next number of the company's own. */
  nextNumber(): string {
    this.#lastNumber += 1
    return String(this.#lastNumber)
  }

  account(id: string): FakeAccount | undefined {
    return this.company.accounts.find(({ Id }) => Id === id)
  }

  /** The one account of a subtype that QuickBooks books to by itself. */
  accountFor(subType: 'UndepositedFunds' | 'GlobalTaxPayable'): string {
    const found = this.company.accounts.find(
      ({ AccountSubType, Active }) => AccountSubType === subType && Active,
    )
    if (!found) throw new Refusal('6000', `The company has no account of the type ${subType}`)
    return found.Id
  }

  byNumber(name: TransactionName, number: string): FakeTransaction | undefined {
    return this.transactions.find((each) => each.name === name && numberOf(each) === number)
  }

  byId(name: TransactionName, id: string): FakeTransaction | undefined {
    return this.transactions.find((each) => each.name === name && each.id === id)
  }

  /** Writes bookings in the currency's minor units, those of zero left out; undefined if nothing is left. */
  post(date: string, sourceId: string, bookings: readonly Booking[]): LedgerEntry | undefined {
    const lines = bookings
      .filter(({ amount }) => amount !== 0n)
      .map(({ account, amount, tax }) => ({
        accountId: account,
        amount,
        ...(tax === undefined ? {} : { taxType: tax }),
      }))
    return lines.length === 0 ? undefined : this.ledger.post({ date, sourceId, lines })
  }

  /** Voids a receipt, as a person would in QuickBooks: it stays, over nothing. @throws Refusal */
  voidReceipt(number: string): void {
    const transaction = this.transactions.find(
      (each) => numberOf(each) === number && each.name !== 'JournalEntry',
    )
    if (!transaction) throw new Refusal('610', `There is no receipt ${number}`)
    if (transaction.entry) this.ledger.reverse(transaction.entry, { sourceId: `${number} voided` })
    const { element } = transaction
    transaction.status = 'voided'
    transaction.syncToken += 1
    transaction.element = {
      ...element,
      TotalAmt: 0,
      PrivateNote: `Voided - ${textMember(element, 'PrivateNote') ?? ''}`,
    }
  }

  /** Deletes a transaction, as a person would: it is gone. @throws Refusal */
  remove(name: TransactionName, id: string): void {
    const transaction = this.byId(name, id)
    if (!transaction) throw new Refusal('610', 'Object Not Found')
    if (transaction.entry && transaction.status === 'booked')
      this.ledger.reverse(transaction.entry, { sourceId: `${id} deleted` })
    this.transactions = this.transactions.filter((each) => each !== transaction)
  }
}
