import { createHash } from 'node:crypto'
import { fc } from '@fast-check/vitest'
import {
  addDays,
  type MappedLine,
  type MappedPacket,
  type MappedPart,
  type MappedPayment,
} from '@ledgerpost/core'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A packet of one part, for examples. Amounts in cents. */
export function packetOf(
  name: string,
  part: Partial<MappedPart> & { total: bigint },
  more: Partial<MappedPacket> = {},
): MappedPacket {
  const lines = part.lines ?? [lineOf({ net: part.total })]
  const payments = part.payments ?? (part.total === 0n ? [] : [paymentOf({ amount: part.total })])
  return {
    key: sha256(name),
    businessDate: '2026-03-01',
    documentDate: '2026-03-01',
    currency: 'USD',
    title: `Order ${name}`,
    parts: [{ lines, payments, total: part.total }],
    ...more,
  }
}

export function lineOf(line: Partial<MappedLine> & { net: bigint }): MappedLine {
  return {
    revenueId: 'item:1',
    taxId: 'NON',
    revenueCategoryId: '1',
    description: 'Single Class',
    quantity: null,
    tax: 0n,
    ...line,
  }
}

export function paymentOf(payment: Partial<MappedPayment> & { amount: bigint }): MappedPayment {
  return { accountId: '35', paymentMethodId: '1', ...payment }
}

/** What a company's maps can lead to: codes with a rate above zero, and without. */
export interface Targets {
  readonly currency: string
  readonly charged: readonly string[]
  readonly free: readonly string[]
  /** Whether a line's net and tax run the same way, as journal entries outside of the United States need. */
  readonly isTaxAlongNet: boolean
}

export const american: Targets = {
  currency: 'USD',
  charged: ['TAX', '2', '3'],
  free: ['NON', '4'],
  isTaxAlongNet: false,
}
export const british: Targets = {
  currency: 'GBP',
  charged: ['6', '7'],
  free: ['8', '9'],
  isTaxAlongNet: true,
}
/** Codes of one rate only, for journal entries cannot name two. */
export const canadian: Targets = { currency: 'CAD', charged: ['6'], free: ['8', '9'], isTaxAlongNet: true }

const itemIds = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const
/** Banks, other current assets, liabilities and an expense; not Undeposited Funds, of which refunds are refused. */
const paymentAccounts = ['35', '36', '37', '90', '91', '60'] as const
const amount = fc.bigInt({ min: -5_000_000n, max: 5_000_000n })

/** Lines with taxes that have nothing to do with what anybody would compute. */
const lineFor = (targets: Targets): fc.Arbitrary<MappedLine> =>
  fc
    .record({
      item: fc.constantFrom(...itemIds),
      isTaxed: fc.boolean(),
      charged: fc.constantFrom(...targets.charged),
      free: fc.constantFrom(...targets.free),
      net: amount,
      tax: fc.bigInt({ min: -900_000n, max: 900_000n }),
      description: fc.option(fc.string({ unit: 'grapheme', maxLength: 40 })),
      quantity: fc.option(fc.constantFrom('1', '2', '3', '-2', '1.5', '10', '7.000')),
    })
    .map(({ item, isTaxed, charged, free, net, tax, description, quantity }) => ({
      revenueId: `item:${item}`,
      taxId: isTaxed ? charged : free,
      revenueCategoryId: `category ${item}`,
      description,
      quantity,
      net,
      tax: isTaxed ? along(targets, net, tax) : 0n,
    }))
    .filter(({ net, tax }) => net !== 0n || tax !== 0n)

function along({ isTaxAlongNet }: Targets, net: bigint, tax: bigint): bigint {
  return isTaxAlongNet && net * tax <= 0n ? (net === 0n ? 0n : -tax) : tax
}

/** A part whose payments cut its total into random pieces. */
const partFor = (targets: Targets): fc.Arbitrary<MappedPart> =>
  fc
    .record({
      lines: fc.array(lineFor(targets), { minLength: 1, maxLength: 6 }),
      cuts: fc.array(
        fc.record({
          accountId: fc.constantFrom(...paymentAccounts),
          weight: fc.bigInt({ min: 1n, max: 9n }),
        }),
        { minLength: 1, maxLength: 3 },
      ),
    })
    .map(({ lines, cuts }) => {
      const total = lines.reduce((sum, { net, tax }) => sum + net + tax, 0n)
      const weights = cuts.reduce((sum, { weight }) => sum + weight, 0n)
      const shares = cuts.map(({ weight }) => (total * weight) / weights)
      const rest = total - shares.reduce((sum, share) => sum + share, 0n)
      const payments = cuts.map(({ accountId }, index) =>
        paymentOf({ accountId, amount: (shares[index] ?? 0n) + (index === 0 ? rest : 0n) }),
      )
      return { lines, payments: payments.filter((payment) => payment.amount !== 0n), total }
    })

/** Packets of a company; those of foreign companies may still be refused where a journal entry cannot carry them. */
export const mappedPackets = (targets: Targets): fc.Arbitrary<MappedPacket> =>
  fc
    .record({
      seed: fc.uuid(),
      parts: fc.array(partFor(targets), { minLength: 1, maxLength: 3 }),
      day: fc.integer({ min: 0, max: 90 }),
      shift: fc.integer({ min: 0, max: 1 }),
      title: fc.string({ unit: 'grapheme', maxLength: 300 }),
    })
    .map(({ seed, parts, day, shift, title }) => {
      const businessDate = addDays('2026-01-01', day)
      return {
        key: sha256(seed),
        businessDate,
        documentDate: addDays(businessDate, shift),
        currency: targets.currency,
        title,
        parts,
      }
    })
