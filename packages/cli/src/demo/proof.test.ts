import { playStudio, salesOf } from '@ledgerpost/testkit'
import { describe, expect, it } from 'vitest'
import type { LedgerRow } from './ledger-entry.js'
import { prove, type SourceOfRow } from './proof.js'

const sales = salesOf(playStudio({ orders: 200, days: 5, seed: 3 }))

/** The books as they should be: a row for each figure, named by kind and id. */
function faithfulRows(): LedgerRow[] {
  const rows: LedgerRow[] = []
  const add = (date = '', kind = '', id = '', amount = 0n) =>
    rows.push({ date, account: `${kind}/${id}`, amount, taxId: null })
  for (const [key, amount] of sales.byMethod) add(key.split('|')[0], 'method', key.split('|')[2], amount)
  for (const [key, amount] of sales.byCategory) add(key.split('|')[0], 'category', key.split('|')[1], -amount)
  for (const [key, amount] of sales.taxByTaxSet) add(key.split('|')[0], 'taxSet', key.split('|')[1], -amount)
  return rows
}

const sourceOf: SourceOfRow = ({ account }) => {
  const [kind, id = ''] = account.split('/')
  return kind === 'method' || kind === 'category' || kind === 'taxSet' ? { kind, id } : undefined
}
const proofOf = (rows: readonly LedgerRow[]) =>
  prove(sales, rows, sourceOf, (account) => account === 'clearing')

describe('the proof', () => {
  it('holds for faithful books', () => {
    const { figures, different, unexplained } = proofOf(faithfulRows())
    expect(figures.length).toBeGreaterThan(50)
    expect([different, unexplained]).toEqual([[], []])
  })

  it('names the figure when a single cent is missing anywhere', () => {
    for (const [index, row] of faithfulRows().entries()) {
      const rows = faithfulRows()
      rows[index] = { ...row, amount: row.amount + 1n }
      const { different } = proofOf(rows)
      expect(different.map(({ date, kind, id }) => `${date} ${kind}/${id}`)).toEqual([
        `${row.date} ${row.account}`,
      ])
    }
  })

  it('fails when a row is missing, doubled or on another day', () => {
    const [first, ...rest] = faithfulRows()
    if (!first) throw new Error('There are rows.')
    expect(proofOf(rest).different).toHaveLength(1)
    expect(proofOf([first, first, ...rest]).different).toHaveLength(1)
    expect(proofOf([{ ...first, date: '1999-01-01' }, ...rest]).different).toHaveLength(2)
  })

  it('shows what no order explains, but for accounts that pass amounts on', () => {
    const stranger: LedgerRow = { date: '2026-08-17', account: 'Suspense', amount: 1n, taxId: null }
    expect(proofOf([...faithfulRows(), stranger, { ...stranger, account: 'clearing' }]).unexplained).toEqual([
      stranger,
    ])
  })
})
