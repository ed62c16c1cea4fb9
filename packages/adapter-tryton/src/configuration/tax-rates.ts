import { type JsonRecord, textMember } from '@ledgerpost/adapter-kit'
import type { IntegratorTaxRate, TaxComponent } from '@ledgerpost/core'
import { notUnderstood } from '../errors/failure.js'
import type { Client } from '../rpc/client.js'
import { decimalOfWire } from '../wire/amounts.js'
import { booleanMember, idMember, relatedMember } from '../wire/members.js'
import type { TaxShare } from './extension.js'
import { scaledRate, textOfScaled } from './rates.js'

/** The id of the tax rate that bears no tax; Tryton has none of the kind. */
export const untaxed = 'none'

export interface TrytonTaxes {
  readonly rates: readonly IntegratorTaxRate[]
  /** By the rate's id: the taxes that it consists of; none for a rate that cannot be booked. */
  readonly shares: Readonly<Record<string, readonly TaxShare[]>>
}

interface Tax {
  readonly id: number
  readonly name: string
  readonly parent: number | null
  readonly isActive: boolean
  readonly isForSales: boolean
  /** Null for a tax that only holds others. */
  readonly share: TaxShare | null
}

/**
 * Reads the company's taxes. A tax with others below it is one rate of several components, each of which keeps its own
 * accounts.
 * @throws IntegratorError
 */
export async function readTaxes(client: Client, company: number): Promise<TrytonTaxes> {
  const records = await client.read('account.tax', {
    domain: [
      ['company', '=', company],
      ['active', 'in', [true, false]],
    ],
    fields: [
      'name',
      'type',
      'rate',
      'active',
      'parent',
      'group.kind',
      'invoice_account',
      'credit_note_account',
    ],
    order: [
      ['sequence', 'ASC'],
      ['id', 'ASC'],
    ],
    context: { company },
  })
  const taxes = records.map(taxOf)
  const shares: Record<string, readonly TaxShare[]> = {}
  const rates: IntegratorTaxRate[] = [
    { id: untaxed, name: 'No tax', rate: null, isActive: true, appliesToRevenue: true },
  ]
  for (const tax of taxes) {
    if (tax.parent !== null) continue
    const components = componentsOf(tax, taxes)
    const own = components.flatMap(({ share }) => share ?? [])
    const isSplittable = own.length === 1 || own.every(({ rate }) => rate !== null && scaledRate(rate) >= 0n)
    const isBookable = own.length > 0 && own.length === components.length && isSplittable
    if (isBookable) shares[String(tax.id)] = own
    rates.push(rateOf(tax, components, isBookable))
  }
  return { rates, shares }
}

/** What a tax consists of, in Tryton's order: itself, unless it only holds others, and the taxes below it. */
function componentsOf(tax: Tax, taxes: readonly Tax[], depth = 0): Tax[] {
  const below = depth > 20 ? [] : taxes.filter(({ parent, isActive }) => parent === tax.id && isActive)
  const own = below.length === 0 || tax.share !== null ? [tax] : []
  return [...own, ...below.flatMap((each) => componentsOf(each, taxes, depth + 1))]
}

function rateOf(tax: Tax, components: readonly Tax[], isBookable: boolean): IntegratorTaxRate {
  const rates = components.map(({ share }) => share?.rate ?? null)
  const isKnown = rates.every((rate) => rate !== null)
  const total = rates.reduce((sum, rate) => sum + scaledRate(rate ?? '0'), 0n)
  return {
    id: String(tax.id),
    name: tax.name,
    rate: isKnown ? textOfScaled(total) : null,
    isActive: tax.isActive,
    appliesToRevenue: isBookable && tax.isForSales,
    ...(isKnown && components.length > 1 ? { components: components.map(componentOf) } : {}),
  }
}

function componentOf({ name, share }: Tax): TaxComponent {
  return { name, percent: textOfScaled(scaledRate(share?.rate ?? '0') * 100n), isCompound: false }
}

function taxOf(record: JsonRecord): Tax {
  const id = idMember(record, 'id')
  const name = textMember(record, 'name')
  const isActive = booleanMember(record, 'active')
  if (id === undefined || name === undefined || isActive === undefined) {
    throw notUnderstood('account.tax', `a tax lacks its id, name or activity: ${id ?? 'no id'}`)
  }
  const saleAccount = idMember(record, 'invoice_account')
  const refundAccount = idMember(record, 'credit_note_account')
  const group = relatedMember(record, 'group')
  return {
    id,
    name,
    parent: idMember(record, 'parent') ?? null,
    isActive,
    isForSales: group?.['kind'] !== 'purchase',
    share:
      record['type'] === 'none' || saleAccount === undefined || refundAccount === undefined
        ? null
        : {
            tax: id,
            rate: record['type'] === 'percentage' ? (decimalOfWire(record['rate']) ?? null) : null,
            saleAccount,
            refundAccount,
          },
  }
}
