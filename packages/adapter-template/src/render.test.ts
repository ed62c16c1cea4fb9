import type { IntegratorConfiguration, MappedPacket } from '@ledgerpost/core'
import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { render } from './render.js'

const configuration: IntegratorConfiguration = {
  organisation: { name: 'A Company', currency: 'USD', country: 'US', timeZone: null, lockedThrough: null },
  accounts: [],
  taxRates: [],
  extension: { taxAccounts: { state: 'sales-tax' }, titlePrefix: 'Shop: ' },
}

const amount = fc.bigInt({ min: -1_000_000n, max: 1_000_000n })
const line = fc
  .record({ net: amount, tax: amount, isTaxed: fc.boolean(), revenueId: fc.constantFrom('services', 'tips') })
  .map(({ isTaxed, tax, ...rest }) => ({
    ...rest,
    taxId: isTaxed ? 'state' : 'free',
    tax: isTaxed ? tax : 0n,
    revenueCategoryId: '1',
    description: null,
    quantity: null,
  }))

/** Packets whose payments come to their lines. */
const packets: fc.Arbitrary<MappedPacket> = fc.array(line, { maxLength: 6 }).map((lines) => {
  const total = lines.reduce((sum, { net, tax }) => sum + net + tax, 0n)
  const payments = total === 0n ? [] : [{ accountId: 'cash', paymentMethodId: '1', amount: total }]
  return {
    key: 'a'.repeat(64),
    businessDate: '2026-01-05',
    documentDate: '2026-01-06',
    currency: 'USD',
    title: 'Order 1',
    parts: [{ lines, payments, total }],
  }
})

describe('a packet', () => {
  test.prop([packets], { seed: 1 })(
    'is an entry that sums to zero and says what the packet says',
    (packet) => {
      const rendering = render(packet, configuration)
      if (!rendering.ok) throw new Error(rendering.message)
      const [document] = rendering.documents
      const sumOf = (account: string): bigint =>
        document?.postings.reduce((sum, each) => (each.account === account ? sum + each.amount : sum), 0n) ??
        0n
      const [part] = packet.parts
      expect(document?.postings.reduce((sum, each) => sum + each.amount, 0n)).toBe(0n)
      expect(sumOf('cash')).toBe(part?.total)
      expect(sumOf('sales-tax')).toBe(part?.lines.reduce((sum, { tax }) => sum - tax, 0n))
      expect(document?.content['title']).toBe('Shop: Order 1')
    },
  )

  test.prop([packets], { seed: 2 })('with a tax that has no account is refused', (packet) => {
    const rendering = render(packet, { ...configuration, extension: { taxAccounts: {} } })
    const isTaxed = packet.parts.some(({ lines }) => lines.some(({ tax }) => tax !== 0n))
    expect(rendering.ok ? undefined : rendering.code).toBe(isTaxed ? 'TaxNotRepresentable' : undefined)
  })
})
