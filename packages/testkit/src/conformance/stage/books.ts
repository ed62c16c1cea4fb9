import type { Document, LedgerEntry } from '@ledgerpost/core'
import type { Scenario } from '../corpus/scenario.js'
import { accountOf, type CorpusTargets } from '../corpus/targets.js'
import { must } from '../violation.js'

/** Postings added up by whatever they are told apart by, without those that come to zero. */
type Sums = ReadonlyMap<string, bigint>

function sumsBy<Item extends { readonly amount: bigint }>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): Sums {
  const sums = new Map<string, bigint>()
  for (const item of items) sums.set(keyOf(item), (sums.get(keyOf(item)) ?? 0n) + item.amount)
  for (const [key, sum] of sums) if (sum === 0n) sums.delete(key)
  return sums
}

/** @throws RequirementViolated with every sum that differs */
function mustEqual(what: string, found: Sums, wanted: Sums): void {
  const keys = [...new Set([...found.keys(), ...wanted.keys()])].toSorted()
  const differing = keys.filter((key) => found.get(key) !== wanted.get(key))
  must(
    differing.length === 0,
    () =>
      `${what}: ${differing
        .slice(0, 5)
        .map((key) => `${key} has ${found.get(key) ?? 0n} in place of ${wanted.get(key) ?? 0n}`)
        .join('; ')}`,
  )
}

/** What documents do must be what the books say under their references, posting for posting, and nothing else. */
export function mustBeBooked(documents: readonly Document[], ledger: readonly LedgerEntry[]): void {
  const postings = documents.flatMap(({ reference, date, currency, postings: own }) =>
    own.map((posting) => ({ ...posting, reference, date, currency })),
  )
  const keyOf = (entry: Omit<LedgerEntry, 'amount' | 'taxId'>): string =>
    `${entry.reference ?? 'nothing of ours'} on ${entry.date} at ${entry.account} in ${entry.currency}`
  mustEqual('In the books', sumsBy(ledger, keyOf), sumsBy(postings, keyOf))
}

/** Each account's sum must be what a scenario wants; what is on no account of the targets is tax. */
export function mustBalance(
  scenario: Pick<Scenario, 'name' | 'balance'>,
  targets: CorpusTargets,
  postings: readonly { readonly account: string; readonly amount: bigint }[],
): void {
  const roles = accountsOf(targets)
  const known = new Set(roles.values())
  const roleOf = (account: string): string => (known.has(account) ? account : 'tax')
  const wanted = Object.entries(scenario.balance).map(([role, amount]) => ({
    account: roles.get(role) ?? 'tax',
    amount,
  }))
  mustEqual(
    scenario.name,
    sumsBy(postings, ({ account }) => roleOf(account)),
    sumsBy(wanted, ({ account }) => account),
  )
}

/** What one document does, in terms that any ledger can take. */
export interface JudgedEntry {
  readonly reference: string
  /**
   * Minor units, debits above zero. Roles are `cash`, `giftCards`, …; `tax` is whatever accounts an integrator books to
   * besides, such as those of taxes and receivables.
   */
  readonly lines: readonly { readonly role: string; readonly amount: bigint }[]
}

/** Entries by the roles of their accounts, summed up; gift cards that are sold and redeemed are one role. */
export function booksByRole(
  entries: readonly { readonly reference: string; readonly account: string; readonly amount: bigint }[],
  targets: CorpusTargets,
): readonly JudgedEntry[] {
  const names = new Map([...accountsOf(targets)].map(([role, account]) => [account, shortName(role)]))
  const references = [...new Set(entries.map(({ reference }) => reference))]
  return references.map((reference) => {
    const own = entries.filter((entry) => entry.reference === reference)
    const sums = sumsBy(own, ({ account }) => names.get(account) ?? 'tax')
    return { reference, lines: [...sums].map(([role, amount]) => ({ role, amount })) }
  })
}

/** `cash` of `payment.cash`. */
export function shortName(role: string): string {
  return role.slice(role.indexOf('.') + 1)
}

function accountsOf(targets: CorpusTargets): ReadonlyMap<string, string> {
  return new Map(
    (['revenue', 'payment'] as const).flatMap((part) =>
      Object.entries(targets[part]).map(
        ([role, target]) => [`${part}.${role}`, accountOf(targets, target)] as const,
      ),
    ),
  )
}
