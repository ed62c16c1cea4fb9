import { createHash } from 'node:crypto'
import {
  addDays,
  type MappedLine,
  type MappedPacket,
  type MappedPart,
  type MappedPayment,
} from '@ledgerpost/core'
import { fc } from '@fast-check/vitest'
import { accountId } from '../fake/index.js'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const revenueCodes = ['200', '210', '220', '830', '832', '860', '404'] as const
const paymentCodes = ['090', '091', '092', '830', '831', '999'] as const
/** Tax types with a rate above zero, and without. */
const chargedTaxes = ['OUTPUT', 'TAX001', 'TAX002', 'TAX003', 'TAX004'] as const
const freeTaxes = ['NONE', 'EXEMPTOUTPUT'] as const

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
    revenueId: accountId('200'),
    taxId: 'NONE',
    revenueCategoryId: '1',
    description: 'Single Class',
    quantity: null,
    tax: 0n,
    ...line,
  }
}

export function paymentOf(payment: Partial<MappedPayment> & { amount: bigint }): MappedPayment {
  return { accountId: accountId('090'), paymentMethodId: '1', ...payment }
}

const amount = fc.bigInt({ min: -5_000_000n, max: 5_000_000n })

/** Lines with taxes that have nothing to do with what anybody would compute. */
const line: fc.Arbitrary<MappedLine> = fc
  .record({
    code: fc.constantFrom(...revenueCodes),
    isTaxed: fc.boolean(),
    charged: fc.constantFrom(...chargedTaxes),
    free: fc.constantFrom(...freeTaxes),
    net: amount,
    tax: fc.bigInt({ min: -900_000n, max: 900_000n }),
    description: fc.option(fc.string({ unit: 'grapheme', maxLength: 40 })),
    quantity: fc.option(fc.constantFrom('1', '2', '3', '-2', '1.5', '10', '7.000')),
  })
  .map(({ code, isTaxed, charged, free, net, tax, description, quantity }) => ({
    revenueId: accountId(code),
    taxId: isTaxed ? charged : free,
    revenueCategoryId: `category ${code}`,
    description,
    quantity,
    net,
    tax: isTaxed ? tax : 0n,
  }))
  .filter(({ net, tax }) => net !== 0n || tax !== 0n)

/** A part whose payments cut its total into random pieces. */
const part: fc.Arbitrary<MappedPart> = fc
  .record({
    lines: fc.array(line, { minLength: 1, maxLength: 6 }),
    cuts: fc.array(
      fc.record({ code: fc.constantFrom(...paymentCodes), weight: fc.bigInt({ min: 1n, max: 9n }) }),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
  })
  .map(({ lines, cuts }) => {
    const total = lines.reduce((sum, { net, tax }) => sum + net + tax, 0n)
    const weights = cuts.reduce((sum, { weight }) => sum + weight, 0n)
    const shares = cuts.map(({ weight }) => (total * weight) / weights)
    const rest = total - shares.reduce((sum, share) => sum + share, 0n)
    const payments = cuts.map(({ code }, index) =>
      paymentOf({ accountId: accountId(code), amount: (shares[index] ?? 0n) + (index === 0 ? rest : 0n) }),
    )
    return { lines, payments: payments.filter((payment) => payment.amount !== 0n), total }
  })

/** Any packet that Xero can carry. */
export const mappedPackets: fc.Arbitrary<MappedPacket> = fc
  .record({
    seed: fc.uuid(),
    parts: fc.array(part, { minLength: 1, maxLength: 3 }),
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
      currency: 'USD',
      title,
      parts,
    }
  })
