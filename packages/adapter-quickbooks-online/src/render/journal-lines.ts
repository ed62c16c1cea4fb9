import type { MinorUnits } from '@ledgerpost/core'
import { magnitude, toWire } from '../wire/amounts.js'
import type { WireJournalLine } from '../wire/documents.js'
import { cut, type Making, reference, type Share } from './making.js'
import { fitting } from './receipt-lines.js'

type TaxMembers = Pick<
  WireJournalLine['JournalEntryLineDetail'],
  'TaxCodeRef' | 'TaxRateRef' | 'TaxApplicableOn' | 'TaxAmount'
>

interface Entry {
  readonly account: string
  /** A debit above zero, a credit below. */
  readonly amount: MinorUnits
  readonly description: string
  readonly tax?: TaxMembers
}

/** The lines of a journal entry; none, if the share moves nothing. */
export function journalLines(making: Making, share: Share): WireJournalLine[] {
  const { packet, extension, limits } = making
  return entriesOf(making, share)
    .filter(({ amount }) => amount !== 0n)
    .map(({ account, amount, description, tax }) => ({
      Amount: toWire(magnitude(amount), packet.currency),
      Description: cut(description, limits.descriptionLength),
      DetailType: 'JournalEntryLineDetail',
      JournalEntryLineDetail: {
        PostingType: amount > 0n ? 'Debit' : 'Credit',
        AccountRef: reference(account),
        ...tax,
        ...(extension.classTracking !== 'none' && extension.classId !== null
          ? { ClassRef: reference(extension.classId) }
          : {}),
        ...(extension.tracksDepartments && extension.departmentId !== null
          ? { DepartmentRef: reference(extension.departmentId) }
          : {}),
      },
    }))
}

function entriesOf(making: Making, share: Share): Entry[] {
  const { packet, extension } = making
  const { payment } = share
  const lines = fitting(making, share.lines)
  const revenue = lines.map(({ revenueId, revenueCategoryId, description, taxId, net, tax }): Entry => ({
    account: extension.incomeAccounts[revenueId] ?? '',
    amount: -net,
    description: description?.trim() || revenueCategoryId,
    ...(statesTax(making) ? { tax: taxMembers(making, taxId, tax) } : {}),
  }))
  const paid = payment
    ? [{ account: payment.accountId, amount: payment.amount, description: packet.title }]
    : []
  return [...paid, ...revenue, ...(statesTax(making) ? [] : taxEntries(making, lines))]
}

/** American journal entries carry no tax codes: the tax is booked to its account like anything else. */
function taxEntries({ extension, taxRates }: Making, lines: Share['lines']): Entry[] {
  const sums = new Map<string, MinorUnits>()
  for (const { taxId, tax } of lines) sums.set(taxId, (sums.get(taxId) ?? 0n) - tax)
  return [...sums].map(([taxId, amount]) => ({
    account: extension.salesTaxAccountId ?? '',
    amount,
    description: taxRates.get(taxId)?.name ?? taxId,
  }))
}

/** Whether lines of journal entries state their tax themselves. */
export function statesTax({ extension }: Making): boolean {
  return extension.edition !== 'us' && extension.usesSalesTax
}

function taxMembers({ packet, extension }: Making, taxId: string, tax: MinorUnits): TaxMembers {
  const TaxAmount = toWire(magnitude(tax), packet.currency)
  if (extension.edition === 'global')
    return { TaxCodeRef: reference(taxId), TaxApplicableOn: 'Sales', TaxAmount }
  const [rate] = extension.ratesOfCodes[taxId] ?? []
  return rate ? { TaxRateRef: reference(rate.id), TaxApplicableOn: 'Sales', TaxAmount } : {}
}
