import type { MappedPacket, MappedPart, MinorUnits, Posting } from '@ledgerpost/core'
import type { TaxShare, TrytonExtension } from '../configuration/extension.js'
import { untaxed } from '../configuration/tax-rates.js'
import type { TrytonLimits } from '../limits.js'
import type { ContentLine } from './content.js'
import { plainWords } from './plain-words.js'
import { splitTax } from './split-tax.js'

/** One line of a move, and the posting that it is. */
export interface MoveLine {
  readonly content: ContentLine
  readonly posting: Posting
}

interface Sum {
  readonly account: string
  readonly taxId: string | null
  readonly categories: Set<string>
  amount: MinorUnits
}

/**
 * The lines of a part's move: payments are debited, net amounts and taxes credited (the other way round in refunds,
 * whose amounts are negative). Payments are summed by account, net amounts by account and tax rate, taxes by tax rate
 * and spread over what it consists of. Zero sums are left out.
 * @returns undefined when a tax cannot be spread
 */
export function linesOf(
  packet: MappedPacket,
  part: MappedPart,
  extension: TrytonExtension,
  limits: TrytonLimits,
): readonly MoveLine[] | undefined {
  const lines: MoveLine[] = []
  const add = (
    account: string,
    amount: MinorUnits,
    taxId: string | null,
    taxes: ContentLine['taxes'],
    categories: ReadonlySet<string> = new Set(),
  ): void => {
    if (amount === 0n) return
    const content = {
      account: Number(account),
      amount: amount.toString(),
      description: plainWords(describe(packet, categories), limits.descriptionLength),
      party: extension.partyAccounts.includes(account) ? extension.party : null,
      taxes,
    }
    lines.push({ content, posting: { account, amount, ...(taxId === null ? {} : { taxId }) } })
  }
  const payments = sums(part.payments.map(({ accountId, amount }) => [accountId, null, amount]))
  for (const { account, amount } of payments) add(account, amount, null, [])
  const nets = sums(
    part.lines.map((line) => [
      line.revenueId,
      line.taxId === untaxed ? null : line.taxId,
      -line.net,
      line.revenueCategoryId,
    ]),
  )
  for (const { account, taxId, amount, categories } of nets) {
    add(account, amount, taxId, countFor(sharesOf(extension, taxId), 'base', amount), categories)
  }
  const taxed = part.lines.filter(({ taxId }) => taxId !== untaxed)
  for (const { taxId, amount } of sums(taxed.map(({ taxId: id, tax }) => ['', id, -tax]))) {
    const shares = sharesOf(extension, taxId)
    const amounts = splitTax(amount, shares)
    if (amounts === undefined) return undefined
    for (const [index, share] of shares.entries()) {
      const own = amounts[index] ?? 0n
      const account = own < 0n ? share.saleAccount : share.refundAccount
      add(String(account), own, String(share.tax), countFor([share], 'tax', own))
    }
  }
  return lines
}

function sharesOf(extension: TrytonExtension, taxId: string | null): readonly TaxShare[] {
  return taxId === null ? [] : (extension.taxes[taxId] ?? [])
}

/** What a posting counts for each of the taxes. Tryton counts what is sold above zero, where the ledger has a credit. */
function countFor(shares: readonly TaxShare[], type: 'base' | 'tax', amount: MinorUnits) {
  return shares.map(({ tax }) => ({ tax, type, amount: (-amount).toString() }))
}

function sums(
  parts: readonly (readonly [account: string, taxId: string | null, amount: MinorUnits, category?: string])[],
): Sum[] {
  const found = new Map<string, Sum>()
  for (const [account, taxId, amount, category] of parts) {
    const key = JSON.stringify([account, taxId])
    const sum = found.get(key) ?? { account, taxId, categories: new Set(), amount: 0n }
    found.set(key, sum)
    sum.amount += amount
    if (category !== undefined) sum.categories.add(category)
  }
  return [...found.values()]
}

/** How many categories a line names; a summary of more says less than its account. */
const namedCategories = 4

function describe(
  { title, businessDate, documentDate }: MappedPacket,
  categories: ReadonlySet<string>,
): string {
  const day = businessDate === documentDate ? '' : ` (${businessDate})`
  const named = [...categories].filter((category) => category !== '').toSorted()
  return `${title}${day}${named.length === 0 || named.length > namedCategories ? '' : `: ${named.join(', ')}`}`
}
