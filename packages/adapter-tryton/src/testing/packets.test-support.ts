import { createHash } from 'node:crypto'
import { fc } from '@fast-check/vitest'
import type { MappedLine, MappedPacket, MappedPart } from '@ledgerpost/core'

export function keyOf(seed: string): string {
  return createHash('sha256').update(seed).digest('hex')
}

type Line = readonly [account: string, tax: string, net: bigint, taxAmount: bigint, category?: string]
type Payment = readonly [account: string, amount: bigint]

/** A part of lines and payments, given by the names of accounts and taxes. */
export function partOf(
  idOf: (name: string) => string,
  lines: readonly Line[],
  payments: readonly Payment[],
): MappedPart {
  return {
    lines: lines.map(([account, taxName, net, tax, revenueCategoryId = 'food']): MappedLine => ({
      revenueId: idOf(account),
      taxId: taxName === 'none' ? 'none' : idOf(taxName),
      revenueCategoryId,
      description: null,
      quantity: null,
      net,
      tax,
    })),
    payments: payments.map(([account, amount]) => ({
      accountId: idOf(account),
      paymentMethodId: account,
      amount,
    })),
    total: payments.reduce((sum, [, amount]) => sum + amount, 0n),
  }
}

export function packetOf(
  seed: string,
  parts: readonly MappedPart[],
  overrides: Partial<MappedPacket> = {},
): MappedPacket {
  return {
    key: keyOf(seed),
    businessDate: '2026-01-15',
    documentDate: '2026-01-15',
    currency: 'EUR',
    title: `Order ${seed}`,
    parts,
    ...overrides,
  }
}

/** A plain sale of 12.00 with a tax of 2.00. */
export function sale(
  idOf: (name: string) => string,
  seed: string,
  overrides: Partial<MappedPacket> = {},
): MappedPacket {
  return packetOf(seed, [partOf(idOf, [['Sales', 'VAT 20', 1000n, 200n]], [['Cash', 1200n]])], overrides)
}

/** What happens in shops, each with the name of its case. */
export function goldenPackets(idOf: (name: string) => string, currency = 'EUR'): MappedPacket[] {
  const cases: Record<string, readonly MappedPart[]> = {
    'a sale': [partOf(idOf, [['Sales', 'VAT 20', 1000n, 200n]], [['Cash', 1200n]])],
    'two tenders': [
      partOf(
        idOf,
        [['Sales', 'VAT 20', 5000n, 1000n]],
        [
          ['Cash', 1000n],
          ['Card clearing', 5000n],
        ],
      ),
    ],
    'a tip': [
      partOf(
        idOf,
        [
          ['Sales', 'VAT 20', 2500n, 500n],
          ['Tips', 'none', 450n, 0n, 'type:Tip'],
        ],
        [['Card clearing', 3450n]],
      ),
    ],
    'a gift card sold': [
      partOf(idOf, [['Gift cards', 'none', 5000n, 0n, 'type:GiftCard']], [['Card clearing', 5000n]]),
    ],
    'a gift card redeemed': [partOf(idOf, [['Retail', 'VAT 20', 2000n, 400n]], [['Gift cards', 2400n]])],
    'a discount': [
      partOf(
        idOf,
        [
          ['Sales', 'VAT 20', 1000n, 200n],
          ['Discounts', 'VAT 20', -100n, -20n, 'discount'],
        ],
        [['Cash', 1080n]],
      ),
    ],
    'a compound tax': [partOf(idOf, [['Sales', 'State and city', 1999n, 165n]], [['Card clearing', 2164n]])],
    'cash rounding': [
      partOf(
        idOf,
        [
          ['Sales', 'VAT 20', 1000n, 203n],
          ['Rounding', 'none', 2n, 0n, 'rounding'],
        ],
        [['Cash', 1205n]],
      ),
    ],
    'a refund': [partOf(idOf, [['Sales', 'VAT 20', -1000n, -200n]], [['Cash', -1200n]])],
    'a refund of a compound tax': [
      partOf(idOf, [['Sales', 'State and city', -100n, -8n]], [['Cash', -108n]]),
    ],
    'a negative day': [
      partOf(
        idOf,
        [
          ['Sales', 'VAT 20', -5000n, -1000n],
          ['Retail', 'none', 1500n, 0n],
          ['Sales', 'State and city', 200n, 17n],
        ],
        [['Card clearing', -4283n]],
      ),
    ],
    'a total of zero': [
      partOf(
        idOf,
        [
          ['Sales', 'VAT 20', 1000n, 200n],
          ['Discounts', 'VAT 20', -1000n, -200n, 'discount'],
        ],
        [],
      ),
    ],
    'nothing at all': [partOf(idOf, [['Sales', 'VAT 20', 0n, 0n]], [])],
    'one tender for another': [
      partOf(idOf, [['Tips', 'none', 700n, 0n, 'type:TenderExchange']], [['Cash', 700n]]),
      partOf(idOf, [['Tips', 'none', -700n, 0n, 'type:TenderExchange']], [['Gift cards', -700n]]),
    ],
  }
  return Object.entries(cases).map(([name, parts]) => packetOf(name, parts, { currency, title: name }))
}

const revenueNames = ['Sales', 'Retail', 'Discounts', 'Gift cards', 'Tips', 'Rounding']
const taxNames = ['none', 'VAT 20', 'State and city']
const paymentNames = ['Cash', 'Card clearing', 'Gift cards']

const amounts = fc.oneof(
  fc.bigInt({ min: -500n, max: 500n }),
  fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
)

/** Any part that mapping makes: lines and payments of one sum, nothing taxed without a rate. */
function partsOfBooks(idOf: (name: string) => string): fc.Arbitrary<MappedPart> {
  const line = fc.tuple(
    fc.constantFrom(...revenueNames),
    fc.constantFrom(...taxNames),
    amounts,
    amounts,
    fc.oneof(fc.constantFrom('type:Tip', 'rounding', ''), fc.string({ unit: 'binary', maxLength: 12 })),
  )
  return fc
    .tuple(fc.array(line, { maxLength: 6 }), fc.constantFrom(...paymentNames))
    .map(([drawn, tender]) => {
      const lines = drawn.map(([account, tax, net, taxed, category]): Line => [
        account,
        tax,
        net,
        tax === 'none' ? 0n : taxed,
        category,
      ])
      const total = lines.reduce((sum, [, , net, tax]) => sum + net + tax, 0n)
      const half = total / 2n
      const payments: Payment[] = [
        [tender, total - half],
        ['Cash', half],
      ]
      return partOf(
        idOf,
        lines,
        payments.filter(([, amount]) => amount !== 0n),
      )
    })
}

const awkwardTitles = fc.constantFrom(
  'Order 1041',
  'a\nb\r\nc\u2028d',
  '\ud800 lone',
  '\u0000 nought',
  '日本 😀 \u200d é',
  '%(name)s %',
  'x'.repeat(5000),
  '',
)

/** Packets in the books' terms, with what users put into names. */
export function packetsIn(
  idOf: (name: string) => string,
  currency = 'EUR',
  maxLength = 6,
): fc.Arbitrary<MappedPacket[]> {
  const days = fc.constantFrom('2025-01-01', '2025-12-31', '2026-02-28', '2026-06-30', '2026-12-31')
  const packet = fc.record({
    businessDate: days,
    documentDate: days,
    currency: fc.constant(currency),
    title: fc.oneof(awkwardTitles, fc.string({ unit: 'binary', maxLength: 40 })),
    parts: fc.array(partsOfBooks(idOf), { minLength: 1, maxLength: 3 }),
  })
  return fc
    .array(packet, { maxLength })
    .map((drawn) => drawn.map((body, index) => ({ ...body, key: keyOf(`${currency} ${index}`) })))
}
