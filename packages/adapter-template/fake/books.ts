import { FakeLedger, type LedgerEntry } from '@ledgerpost/testkit'

export interface FakeAccount {
  readonly id: string
  readonly name: string
  readonly type: 'asset' | 'liability' | 'income'
  readonly takes: readonly ('revenue' | 'payments')[]
  active: boolean
}

export interface FakeTaxRate {
  readonly id: string
  readonly name: string
  /** A fraction. */
  readonly rate: string
  /** Where it is booked; the free rate has none. */
  readonly account?: string
}

/** An entry that was booked, and what the ledger has of it. */
export interface FakeEntry {
  readonly id: string
  readonly reference: string
  readonly date: string
  readonly currency: string
  readonly lines: readonly FakeLine[]
  readonly entry: LedgerEntry | undefined
  voided: boolean
}

export interface FakeLine {
  readonly account: string
  /** Minor units; debits above zero. */
  readonly amount: bigint
  readonly tax_rate?: string
}

/** Thrown where Example Books refuses an entry. */
export class Refusal extends Error {
  override readonly name = 'Refusal'

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** One organisation with a ledger of its own. */
export class FakeBooks {
  readonly accounts: FakeAccount[] = [
    account('cash', 'Cash', 'asset', 'payments'),
    account('card', 'Card clearing', 'asset', 'payments'),
    account('gift-cards', 'Gift cards', 'liability', 'revenue', 'payments'),
    account('tips', 'Tips', 'liability', 'revenue'),
    account('sales-tax', 'Sales tax', 'liability'),
    account('services', 'Services', 'income', 'revenue'),
    account('products', 'Products', 'income', 'revenue'),
    account('discounts', 'Discounts', 'income', 'revenue'),
  ]
  readonly taxRates: readonly FakeTaxRate[] = [
    { id: 'free', name: 'No tax', rate: '0' },
    { id: 'state', name: 'State', rate: '0.08', account: 'sales-tax' },
    { id: 'state-and-city', name: 'State and city', rate: '0.1025', account: 'sales-tax' },
  ]
  readonly ledger = new FakeLedger(this.accounts, 'USD')
  readonly entries: FakeEntry[] = []
  /** `YYYY-MM-DD`; nothing may be dated on it or before. */
  lockedThrough: string | undefined

  /** @throws Refusal */
  book(entry: Omit<FakeEntry, 'id' | 'entry' | 'voided'>): FakeEntry {
    const { reference, date, currency, lines } = entry
    if (this.entries.some((each) => each.reference === reference))
      throw new Refusal('reference_taken', `There is an entry ${reference}`)
    if (this.lockedThrough !== undefined && date <= this.lockedThrough)
      throw new Refusal('period_locked', `The books are closed through ${this.lockedThrough}`)
    for (const { account: id, tax_rate: rate } of lines) {
      const known = this.accounts.find((each) => each.id === id)
      if (!known) throw new Refusal('account_unknown', `There is no account ${id}`)
      if (!known.active) throw new Refusal('account_archived', `The account ${known.name} is archived`)
      if (rate !== undefined && !this.taxRates.some((each) => each.id === rate))
        throw new Refusal('tax_unknown', `There is no tax rate ${rate}`)
    }
    const sum = lines.reduce((total, { amount }) => total + amount, 0n)
    if (sum !== 0n) throw new Refusal('unbalanced', `The lines sum to ${sum}`)
    const written =
      lines.length === 0
        ? undefined
        : this.ledger.post({
            date,
            currency,
            sourceId: reference,
            lines: lines.map(({ account: accountId, amount }) => ({ accountId, amount })),
          })
    const booked = { ...entry, id: `entry-${this.entries.length + 1}`, entry: written, voided: false }
    this.entries.push(booked)
    return booked
  }

  /** As the owner does there. */
  void(reference: string): void {
    const found = this.entries.find((each) => each.reference === reference && !each.voided)
    if (!found) throw new RangeError(`There is no entry ${reference}`)
    if (found.entry) this.ledger.reverse(found.entry, { sourceId: `${reference} voided` })
    found.voided = true
  }
}

function account(
  id: string,
  name: string,
  type: FakeAccount['type'],
  ...takes: FakeAccount['takes']
): FakeAccount {
  return { id, name, type, takes, active: true }
}
