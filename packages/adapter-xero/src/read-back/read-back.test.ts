import { describe, expect, it } from 'vitest'
import { accountId, ledgerEntries } from '../../fake/index.js'
import { lineOf, packetOf } from '../mapped-packets.test-support.js'
import { useMswScene } from '../msw-scene.test-support.js'
import { documentsOf, sendAll } from '../xero-scene.test-support.js'

const msw = useMswScene()

describe('reading back', () => {
  it('gives the entries that Xero booked, voided ones left out', async () => {
    const packets = Array.from({ length: 130 }, (_, index) =>
      packetOf(`p${index}`, {
        lines: [
          lineOf({ net: 1000n, tax: 87n, taxId: 'TAX002' }),
          lineOf({ net: BigInt(index), revenueId: accountId('830') }),
        ],
        total: 1087n + BigInt(index),
      }),
    )
    const documents = await documentsOf(msw.scene, [...packets, packetOf('back', { total: -333n })])
    await sendAll(msw.scene, documents)
    const [invoice, payment] = documents
    msw.fake.books().deletePayment(payment?.reference ?? '')
    msw.fake.books().voidDocument('invoice', invoice?.reference ?? '')
    const totals = new Map<string, bigint>()
    for await (const { account, amount, reference } of msw.scene.connection.readBack({
      from: '2026-03-01',
      to: '2026-03-01',
    })) {
      expect(reference).toMatch(/^LP-/)
      totals.set(account, (totals.get(account) ?? 0n) + amount)
    }
    for (const { account, balance } of msw.fake.books().ledger.trialBalance())
      expect(totals.get(account.id) ?? 0n).toBe(balance)
    expect(ledgerEntries(msw.fake.books()).length).toBeGreaterThan(500)
    const earlier = []
    for await (const entry of msw.scene.connection.readBack({ from: '2026-01-01', to: '2026-02-28' }))
      earlier.push(entry)
    expect(earlier).toEqual([])
  })
})
