import { sumOf, type MappedLine, type MappedPacket } from '@ledgerpost/core'
import { fc } from '@fast-check/vitest'
import { accountId } from '../fake/index.js'
import { lineOf, packetOf, paymentOf } from './mapped-packets.test-support.js'

/** A payment to an account that a manual journal may touch. */
export const clearing = (amount: bigint) => paymentOf({ amount, accountId: accountId('831') })

/** Packets whose taxes Xero computes: 8 % of nets that are multiples of 25, so that there is no fraction of a cent. */
export const journalPackets: fc.Arbitrary<MappedPacket> = fc
  .record({
    name: fc.uuid(),
    parts: fc.array(
      fc.array(
        fc.record({
          code: fc.constantFrom('200', '210', '404', '830', '860'),
          net: fc.bigInt({ min: -40_000n, max: 40_000n }).filter((net) => net !== 0n),
          isTaxed: fc.boolean(),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(({ name, parts }) => ({
    ...packetOf(name, { total: 0n }),
    parts: parts.map((lines) => {
      const mapped = lines.map(({ code, net, isTaxed }): MappedLine =>
        lineOf({
          revenueId: accountId(code),
          net: net * 25n,
          ...(isTaxed ? { tax: net * 2n, taxId: 'TAX001' } : {}),
        }),
      )
      const total = sumOf(mapped, ({ net, tax }) => net + tax)
      return { lines: mapped, payments: total === 0n ? [] : [clearing(total)], total }
    }),
  }))
