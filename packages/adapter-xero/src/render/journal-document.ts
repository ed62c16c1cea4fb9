import type {
  Document,
  IntegratorConfiguration,
  MappedLine,
  MappedPayment,
  Posting,
  Rendering,
} from '@ledgerpost/core'
import { toWire } from '../wire/amounts.js'
import type { WireJournalLine, WireManualJournal } from '../wire/documents.js'
import { areTaxesComputed } from './computed-tax.js'
import { condensed, cut, descriptionOf } from './line-items.js'
import { fitting, type Making, titleOf } from './making.js'
import { linePostings } from './postings.js'
import { refuse } from './refusal.js'
import { trackingOf } from './tracking.js'

/** The tax types of lines that bear no tax: of most editions of Xero, and of the Australian one. */
const withoutTax = ['NONE', 'BASEXCLUDED']

/**
 * One balanced journal of all of a packet, whose title stands in its lines. Xero computes the tax of each line, so the
 * lines are sent as they are or joined by account and tax, whichever comes to the taxes of the packet.
 */
export function renderJournal(making: Making, reference: string): Rendering {
  const { packet, configuration, limits } = making
  const parts = packet.parts.filter(({ lines }) => lines.length > 0)
  const lines = parts.flatMap((part) => part.lines).filter(({ net, tax }) => net !== 0n || tax !== 0n)
  const payments = parts.flatMap((part) => part.payments)
  if (lines.length === 0) return { ok: true, documents: [] }
  const problem = accountProblem(lines, payments, configuration)
  if (problem !== undefined) return refuse('NotRepresentable', problem)
  const noTax = withoutTax.find((type) =>
    configuration.taxRates.some(({ id, isActive }) => id === type && isActive),
  )
  if (noTax === undefined) {
    return refuse(
      'NotRepresentable',
      `Xero has no tax rate for what bears no tax (${withoutTax.join(' or ')}), which payments in a journal need. Link again and book invoices, or book it by hand.`,
    )
  }
  const fitted = fitting(lines, limits, (each) => elementOf(making, reference, each, payments, noTax))
  const joined = condensed(lines)
  const forms = [fitted, { lines: joined, element: elementOf(making, reference, joined, payments, noTax) }]
  const form = forms.find((each) => areTaxesComputed(each.lines, configuration))
  if (!form) {
    return refuse(
      'TaxNotRepresentable',
      'Its taxes are others than Xero computes by the rates that they are mapped to, and those of a manual journal cannot be forced. Link again and book invoices, or book it by hand.',
    )
  }
  // Lines that take each other back move nothing, and Xero takes no journal without lines.
  if (form.lines.length === 0 && payments.length === 0) return { ok: true, documents: [] }
  return { ok: true, documents: [documentOf(making, reference, form, payments, noTax)] }
}

/** Names the first account that no manual journal may touch (developer.xero.com/documentation/api/accounting/manualjournals). */
function accountProblem(
  lines: readonly MappedLine[],
  payments: readonly MappedPayment[],
  { accounts }: IntegratorConfiguration,
): string | undefined {
  const used = new Set([
    ...lines.map(({ revenueId }) => revenueId),
    ...payments.map(({ accountId }) => accountId),
  ])
  const account = accounts.find(({ id, takesRevenue }) => used.has(id) && !takesRevenue)
  if (!account) return undefined
  const kind = account.type === 'BANK' ? 'a bank account' : 'kept by Xero itself'
  const named = [account.code, account.name].filter((part) => part !== null).join(' ')
  return `'${named}' is ${kind}, and manual journals cannot touch it. Map to a clearing account in its place, then Resync.`
}

function elementOf(
  { packet, extension, limits }: Making,
  reference: string,
  lines: readonly MappedLine[],
  payments: readonly MappedPayment[],
  noTax: string,
): WireManualJournal {
  const title = titleOf(packet)
  const lineOf = (about: string, amount: bigint, account: string, taxType: string): WireJournalLine => ({
    Description: cut(`${title}: ${about}`, limits.descriptionLength),
    LineAmount: toWire(amount, packet.currency),
    AccountID: account,
    TaxType: taxType,
    ...trackingOf(extension),
  })
  return {
    Narration: reference,
    Date: packet.documentDate,
    Status: 'POSTED',
    LineAmountTypes: 'Exclusive',
    JournalLines: [
      ...payments.map(({ paymentMethodId, amount, accountId }) =>
        lineOf(paymentMethodId, amount, accountId, noTax),
      ),
      ...lines.map((line) => lineOf(descriptionOf(line), -line.net, line.revenueId, line.taxId)),
    ],
  }
}

function documentOf(
  { packet, extension }: Making,
  reference: string,
  { lines, element }: { readonly lines: readonly MappedLine[]; readonly element: WireManualJournal },
  payments: readonly MappedPayment[],
  noTax: string,
): Document {
  const postings: Posting[] = [
    ...payments.map(({ accountId, amount }) => ({ account: accountId, amount, taxId: noTax })),
    ...linePostings(lines, extension),
  ]
  const debits = [...payments.map(({ amount }) => amount), ...lines.map(({ net }) => -net)]
  return {
    reference,
    kind: 'journal',
    stage: 0,
    date: packet.documentDate,
    currency: packet.currency,
    total: debits.filter((amount) => amount > 0n).reduce((sum, amount) => sum + amount, 0n),
    postings: postings.filter(({ amount }) => amount !== 0n),
    settles: null,
    content: { element },
  }
}
