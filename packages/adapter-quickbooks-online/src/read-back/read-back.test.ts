import type { LedgerEntry } from '@ledgerpost/core'
import { describe, expect, it } from 'vitest'
import { americanCompany, britishCompany, canadianCompany } from '../../fake/index.js'
import { lineOf, packetOf, paymentOf } from '../mapped-packets.test-support.js'
import { createScene, documentsOf, outcomesOf, type Scene, sendAll } from '../scene.test-support.js'

async function entriesOf(scene: Scene, from: string, to: string): Promise<LedgerEntry[]> {
  const entries: LedgerEntry[] = []
  for await (const entry of scene.connection.readBack({ from, to })) entries.push(entry)
  return entries
}

describe('reading back', () => {
  it.each([
    [americanCompany, 'TAX', 'NON'],
    [britishCompany, '6', '9'],
    [canadianCompany, '6', '9'],
  ])('gives the entries that QuickBooks booked, voided ones left out', async (company, charged, free) => {
    const scene = await createScene({ companies: [company], limits: { pageSize: 20 } })
    const { currency } = company
    const packets = Array.from({ length: 60 }, (_, index) => {
      const sign = index % 4 === 3 ? -1n : 1n
      const lines = [
        lineOf({ net: sign * 1000n, tax: sign * 87n, taxId: charged }),
        lineOf({ net: sign * BigInt(index), taxId: free, revenueId: 'item:4' }),
      ]
      const total = sign * (1087n + BigInt(index))
      const payments = [paymentOf({ amount: total, accountId: index % 3 === 0 ? '90' : '35' })]
      return packetOf(`p${index}`, { lines, payments, total }, { currency })
    })
    const documents = await documentsOf(scene, packets)
    expect(new Set(outcomesOf((await sendAll(scene, documents)).values()))).toEqual(new Set(['accepted']))
    const voided = documents.find(({ kind }) => kind === 'sales-receipt')
    scene.fake.books().voidReceipt(voided?.reference ?? '')
    const totals = new Map<string, bigint>()
    const entries = await entriesOf(scene, '2026-03-01', '2026-03-01')
    for (const { account, amount, reference, currency: told } of entries) {
      expect([reference === voided?.reference, told]).toEqual([false, currency])
      totals.set(account, (totals.get(account) ?? 0n) + amount)
    }
    for (const { account, balance } of scene.fake.books().ledger.trialBalance())
      expect([account.name, totals.get(account.id) ?? 0n]).toEqual([account.name, balance])
    expect(entries.length).toBeGreaterThan(200)
    expect(await entriesOf(scene, '2026-01-01', '2026-02-28')).toEqual([])
  })

  it('leaves out what others booked, and reads receipts that name no account', async () => {
    const scene = await createScene()
    const lines = [lineOf({ net: 10n }), lineOf({ net: -10n, revenueId: 'item:2' })]
    const documents = await documentsOf(scene, [
      packetOf('z', { lines, total: 0n }),
      packetOf('a', { total: 5n }),
    ])
    await sendAll(scene, documents)
    const [, other] = scene.fake.books().transactions
    if (other) other.element = { ...other.element, DocNumber: '1042', PrivateNote: 'By hand' }
    expect(await entriesOf(scene, '2026-03-01', '2026-03-31')).toMatchObject([
      { reference: documents[0]?.reference, account: '80', amount: -10n, taxId: 'NON' },
      { reference: documents[0]?.reference, account: '80', amount: 10n },
    ])
  })

  it('does not make up what it cannot read', async () => {
    const scene = await createScene()
    await sendAll(scene, await documentsOf(scene, [packetOf('a', { total: 100n })]))
    const [receipt] = scene.fake.books().transactions
    if (receipt) receipt.element = { ...receipt.element, TotalAmt: '1,00' }
    await expect(entriesOf(scene, '2026-03-01', '2026-03-01')).rejects.toMatchObject({
      reason: { kind: 'transient', message: expect.stringContaining('TotalAmt') },
    })
  })
})
