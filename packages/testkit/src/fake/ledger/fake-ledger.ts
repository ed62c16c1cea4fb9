import { UnbalancedEntryError, UnknownLedgerAccountError } from './ledger-errors.js'

export interface LedgerAccount {
  readonly id: string
  readonly name: string
  readonly type: 'asset' | 'liability' | 'equity' | 'income' | 'expense'
}

export interface LedgerLine {
  readonly accountId: string
  /** Minor units; a debit is positive, a credit negative. */
  readonly amount: bigint
  /** How the integrator calls the tax, on lines that carry one. */
  readonly taxType?: string
  readonly description?: string
}

export interface LedgerEntry {
  /** 1 for the first entry written, 2 for the next. */
  readonly number: number
  /** `YYYY-MM-DD` */
  readonly date: string
  /** The document from which the entry comes. */
  readonly sourceId: string
  readonly currency: string
  readonly lines: readonly LedgerLine[]
}

/** An entry to be written; `currency` is the ledger's own if left out. */
export type NewLedgerEntry = Omit<LedgerEntry, 'number' | 'currency'> & { readonly currency?: string }

export interface LedgerRange {
  /** First and last date, both included. */
  readonly from?: string
  readonly to?: string
  readonly accountId?: string
  readonly sourceId?: string
}

/** Minor units. */
export interface TrialBalanceRow {
  readonly account: LedgerAccount
  readonly currency: string
  readonly debit: bigint
  readonly credit: bigint
  /** Debit less credit. */
  readonly balance: bigint
}

/** A double-entry ledger in memory: what a fake integrator writes its documents to, so that its books can be asked. */
export class FakeLedger {
  readonly #accounts = new Map<string, LedgerAccount>()
  readonly #entries: LedgerEntry[] = []

  constructor(
    accounts: readonly LedgerAccount[] = [],
    readonly currency = 'USD',
  ) {
    for (const account of accounts) this.open(account)
  }

  /** Adds an account, or renames one. */
  open(account: LedgerAccount): void {
    this.#accounts.set(account.id, account)
  }

  accounts(): LedgerAccount[] {
    return [...this.#accounts.values()]
  }

  /**
   * Writes an entry, whole or not at all.
   * @throws UnbalancedEntryError, UnknownLedgerAccountError; RangeError for a date that is none or an entry without lines
   */
  post({ date, sourceId, lines, currency = this.currency }: NewLedgerEntry): LedgerEntry {
    if (!isDate(date))
      throw new RangeError(`The entry of ${sourceId} has the date '${date}', not one like 2026-03-01.`)
    if (lines.length === 0) throw new RangeError(`The entry of ${sourceId} has no lines.`)
    for (const { accountId } of lines) {
      if (!this.#accounts.has(accountId)) throw new UnknownLedgerAccountError(accountId)
    }
    const difference = lines.reduce((sum, line) => sum + line.amount, 0n)
    if (difference !== 0n) throw new UnbalancedEntryError(sourceId, difference)
    const entry: LedgerEntry = {
      number: this.#entries.length + 1,
      date,
      sourceId,
      currency,
      lines: lines.map((line) => ({ ...line })),
    }
    this.#entries.push(entry)
    return entry
  }

  /** Writes the opposite of an entry, as when its document is voided; by default on the same date. */
  reverse(entry: LedgerEntry, { date = entry.date, sourceId = entry.sourceId } = {}): LedgerEntry {
    const lines = entry.lines.map((line) => ({ ...line, amount: -line.amount }))
    return this.post({ date, sourceId, lines, currency: entry.currency })
  }

  /** The entries in the range, in the order in which they were written. */
  entries({ from = '', to = '9999-12-31', accountId, sourceId }: LedgerRange = {}): LedgerEntry[] {
    return this.#entries.filter(
      (entry) =>
        entry.date >= from &&
        entry.date <= to &&
        (sourceId === undefined || entry.sourceId === sourceId) &&
        (accountId === undefined || entry.lines.some((line) => line.accountId === accountId)),
    )
  }

  /** Debit less credit of an account in the range, all currencies together. */
  balance(accountId: string, range: Omit<LedgerRange, 'accountId'> = {}): bigint {
    if (!this.#accounts.has(accountId)) throw new UnknownLedgerAccountError(accountId)
    return this.trialBalance(range).reduce(
      (sum, row) => (row.account.id === accountId ? sum + row.balance : sum),
      0n,
    )
  }

  /** Accounts with entries in the range, by account id and currency. The balances of each currency sum to zero. */
  trialBalance(range: Omit<LedgerRange, 'accountId'> = {}): TrialBalanceRow[] {
    const rows = new Map<string, TrialBalanceRow>()
    for (const { currency, lines } of this.entries(range)) {
      for (const { accountId, amount } of lines) {
        const account = this.#accounts.get(accountId)
        if (!account) throw new UnknownLedgerAccountError(accountId)
        const key = `${accountId} ${currency}`
        const { debit, credit, balance } = rows.get(key) ?? { debit: 0n, credit: 0n, balance: 0n }
        rows.set(key, {
          account,
          currency,
          debit: amount > 0n ? debit + amount : debit,
          credit: amount < 0n ? credit - amount : credit,
          balance: balance + amount,
        })
      }
    }
    return [...rows].toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([, row]) => row)
  }
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
