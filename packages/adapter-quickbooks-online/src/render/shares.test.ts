import { test } from '@fast-check/vitest'
import { type MappedLine, sumOf } from '@ledgerpost/core'
import { describe, expect } from 'vitest'
import { american, mappedPackets } from '../mapped-packets.test-support.js'
import { netOf, taxOf } from './making.js'
import { sharesOf } from './shares.js'

const totals = (lines: readonly MappedLine[]) => {
  const sums = new Map<string, readonly [bigint, bigint]>()
  for (const { revenueId, taxId, net, tax } of lines) {
    const [knownNet, knownTax] = sums.get(`${revenueId} ${taxId}`) ?? [0n, 0n]
    sums.set(`${revenueId} ${taxId}`, [knownNet + net, knownTax + tax])
  }
  return [...sums]
    .filter(([, [net, tax]]) => net !== 0n || tax !== 0n)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
}

describe('sharesOf', () => {
  test.prop([mappedPackets(american)], { seed: 20_261_201 })(
    'gives each payment its lines, and loses nothing',
    (packet) => {
      for (const part of packet.parts) {
        const shares = sharesOf(part)
        for (const { lines, payment, total } of shares) {
          expect(netOf(lines) + taxOf(lines)).toBe(total)
          expect(payment?.amount ?? total).toBe(total)
        }
        expect(totals(shares.flatMap(({ lines }) => lines))).toEqual(totals(part.lines))
        expect(sumOf(shares, ({ payment }) => payment?.amount ?? 0n)).toBe(
          sumOf(part.payments, ({ amount }) => amount),
        )
        expect(new Set(shares.map(({ payment }) => payment?.accountId)).size).toBe(shares.length)
      }
    },
  )
})
