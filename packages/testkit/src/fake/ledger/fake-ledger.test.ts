import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { FakeLedger, type LedgerAccount } from './fake-ledger.js'
import { UnbalancedEntryError, UnknownLedgerAccountError } from './ledger-errors.js'

const accounts: LedgerAccount[] = [
  { id: '090', name: 'Bank', type: 'asset' },
  { id: '200', name: 'Sales', type: 'income' },
  { id: '820', name: 'Sales Tax', type: 'liability' },
]

const sale = {
  date: '2026-03-01',
  sourceId: 'INV-1',
  lines: [
    { accountId: '090', amount: 10_800n },
    { accountId: '200', amount: -10_000n, taxType: 'OUTPUT' },
    { accountId: '820', amount: -800n },
  ],
}

describe('FakeLedger', () => {
  test.prop([fc.array(fc.bigInt({ min: -1000n, max: 1000n }), { minLength: 1, maxLength: 5 })])(
    'writes an entry exactly if its lines sum to zero',
    (amounts) => {
      const ledger = new FakeLedger(accounts)
      const lines = amounts.map((amount, index) => ({ accountId: accounts[index % 3]?.id ?? '', amount }))
      const off = amounts.reduce((sum, amount) => sum + amount, 0n)
      const write = () => ledger.post({ ...sale, lines })
      if (off === 0n) expect(write().number).toBe(1)
      else expect(write).toThrow(expect.objectContaining({ name: 'UnbalancedEntryError', difference: off }))
      expect(ledger.entries()).toHaveLength(off === 0n ? 1 : 0)
      expect(ledger.trialBalance().reduce((sum, row) => sum + row.balance, 0n)).toBe(0n)
    },
  )

  it('refuses a cent too much, an account that is not there, a day that is none', () => {
    const ledger = new FakeLedger(accounts)
    const lines = [...sale.lines, { accountId: '090', amount: 1n }]
    expect(() => ledger.post({ ...sale, lines })).toThrow(UnbalancedEntryError)
    expect(() => ledger.post({ ...sale, lines: [{ accountId: '999', amount: 0n }] })).toThrow(
      UnknownLedgerAccountError,
    )
    expect(() => ledger.post({ ...sale, date: '2026-02-30' })).toThrow("'2026-02-30'")
    expect(() => ledger.post({ ...sale, lines: [] })).toThrow('no lines')
    expect(ledger.entries()).toEqual([])
  })

  it('tells debits, credits and balances, by range', () => {
    const ledger = new FakeLedger(accounts)
    ledger.post(sale)
    ledger.post({
      date: '2026-03-05',
      sourceId: 'CN-1',
      lines: sale.lines.map((line) => ({ ...line, amount: -line.amount / 2n })),
    })
    const figures = (range = {}) =>
      ledger.trialBalance(range).map((row) => [row.account.id, row.debit, row.credit, row.balance])
    expect(figures()).toEqual([
      ['090', 10_800n, 5400n, 5400n],
      ['200', 5000n, 10_000n, -5000n],
      ['820', 400n, 800n, -400n],
    ])
    expect(figures({ to: '2026-03-04' })[0]).toEqual(['090', 10_800n, 0n, 10_800n])
    expect(ledger.balance('090', { from: '2026-03-05' })).toBe(-5400n)
    expect(ledger.entries({ sourceId: 'CN-1' }).map((entry) => entry.number)).toEqual([2])
    expect(ledger.entries({ accountId: '820', to: '2026-03-01' }).map((entry) => entry.sourceId)).toEqual([
      'INV-1',
    ])
  })

  it('reverses an entry, leaving both', () => {
    const ledger = new FakeLedger(accounts)
    ledger.reverse(ledger.post(sale), { sourceId: 'INV-1 voided' })
    expect(ledger.entries()).toHaveLength(2)
    expect(ledger.trialBalance().map((row) => row.balance)).toEqual([0n, 0n, 0n])
  })

  it('keeps currencies apart', () => {
    const ledger = new FakeLedger(accounts, 'NZD')
    ledger.post(sale)
    ledger.post({ ...sale, currency: 'AUD' })
    expect(ledger.trialBalance().map((row) => `${row.account.id} ${row.currency}`)).toEqual([
      '090 AUD',
      '090 NZD',
      '200 AUD',
      '200 NZD',
      '820 AUD',
      '820 NZD',
    ])
  })
})
