import { taxSetId } from '../contribution/category.js'
import { formatAmount, readAmount } from '../money/amount.js'
import type { DecimalText } from '../money/decimal.js'
import { wordsOf } from './name-similarity.js'
import type { MapKind } from './map-rule.js'
import type { PlatformConfiguration } from './platform-configuration.js'

/** What is known of a source, for comparing it with what the integrator has. */
interface NamedSource {
  readonly words: ReadonlySet<string>
}

export interface TaxSource extends NamedSource {
  /** Undefined when some rate of the set is not in the platform's configuration. */
  readonly rate: Rate | undefined
}

export interface AccountSource extends NamedSource {
  /** Money owed to the customer until it is redeemed: gift cards, account credit. */
  readonly isReceivedInAdvance: boolean
  /** What integrators call the type of account that such a source is usually mapped to. */
  readonly usualType: RegExp
}

/** A rate, exactly: units of its 36th decimal. */
type Rate = bigint

const rateDigits = 36

export function rateOf(fraction: DecimalText): Rate | undefined {
  const reading = readAmount(fraction, rateDigits)
  return reading.ok ? reading.amount : undefined
}

/** `8%`, `8.875%`. */
export function percentOf(rate: Rate): string {
  return `${formatAmount(rate * 100n, rateDigits).replace(/\.?0+$/, '')}%`
}

export function taxSourceOf(sourceId: string, { taxRates }: PlatformConfiguration): TaxSource {
  if (sourceId === taxSetId([])) return { rate: 0n, words: wordsOf('No tax, tax exempt, untaxed, none') }
  const rates = new Map(taxRates.map((rate) => [rate.id, rate]))
  const members = (rates.has(sourceId) ? [sourceId] : sourceId.split('+')).map((id) => rates.get(id))
  return {
    words: wordsOf(members.map((member) => member?.name ?? '').join(' ')),
    rate: members
      .map((member) => (member === undefined ? undefined : rateOf(member.value)))
      .reduce((sum, rate) => (sum === undefined || rate === undefined ? undefined : sum + rate), 0n),
  }
}

export function accountSourceOf(
  kind: Exclude<MapKind, 'taxRate'>,
  sourceId: string,
  platform: PlatformConfiguration,
): AccountSource {
  if (kind === 'paymentMethod') {
    const method = platform.paymentMethods.find(({ id }) => id === sourceId)
    return {
      words: wordsOf(method?.name ?? ''),
      isReceivedInAdvance: isReceivedInAdvance(wordsOf(`${method?.name ?? ''} ${method?.type ?? ''}`)),
      usualType: /bank|cash|asset|receivable/i,
    }
  }
  const name =
    platform.revenueCategories.find(({ id }) => id === sourceId)?.name ?? sourceId.replace(/^type:/, '')
  const words = wordsOf(name)
  return { words, isReceivedInAdvance: isReceivedInAdvance(words), usualType: /revenue|income|sale/i }
}

function isReceivedInAdvance(words: ReadonlySet<string>): boolean {
  const owners = ['account', 'store', 'customer', 'client', 'member']
  const isCredit = words.has('credit') && !words.has('card') && owners.some((owner) => words.has(owner))
  return isCredit || ['gift', 'voucher', 'prepaid', 'prepayment'].some((word) => words.has(word))
}
