import type { JudgedEntry } from '@ledgerpost/testkit/conformance'
import { bookNames, decimal, decimalText, oneId, oneRecord, wireDate } from './books.js'
import { adminPassword, openRpc, type Rpc } from './rpc.js'
import { startTrytond } from './trytond.js'

/** A Tryton that adds up the entries of others. */
export interface TrytonJudge {
  /**
   * Books entries as posted moves in books of their own and tells the trial balance that Tryton makes of them: minor units of
   * two decimals by role. It refuses what does not balance.
   */
  judge(entries: readonly JudgedEntry[]): Promise<(readonly [role: string, amount: bigint])[]>
  stop(): Promise<void>
}

export async function startTrytonJudge(): Promise<TrytonJudge> {
  const server = await startTrytond()
  return {
    async judge(entries) {
      const rpc = await openRpc(server.url, await server.newDatabase(), 'admin', adminPassword, 1)
      const roles = new Set(entries.flatMap(({ lines }) => lines.map(({ role }) => role)))
      const accounts = await openAccounts(rpc, roles)
      const journal = await oneId(rpc, 'account.journal', [['code', '=', bookNames.journal]])
      const period = await oneId(rpc, 'account.period', [['name', '=', '2026-01']])
      const moves = entries.map(({ reference, lines }) => ({
        journal,
        period,
        date: wireDate('2026-01-05'),
        description: reference,
        lines: [['create', lines.map(({ role, amount }) => lineOf(accounts.get(role), amount))]],
      }))
      await rpc.call('model.account.move.post', await rpc.call('model.account.move.create', moves))
      return balances(rpc, accounts)
    },
    stop: () => server.stop(),
  }
}

async function openAccounts(rpc: Rpc, names: ReadonlySet<string>): Promise<ReadonlyMap<string, number>> {
  const like = await oneRecord(
    rpc,
    'account.account',
    [['name', '=', 'Main Cash']],
    ['type', 'parent', 'company'],
  )
  const { type, parent, company } = like
  const accounts = new Map<string, number>()
  for (const name of names)
    accounts.set(name, await rpc.create('account.account', { name: `judged ${name}`, type, parent, company }))
  return accounts
}

function lineOf(account: number | undefined, amount: bigint): unknown {
  const [debit, credit] = amount > 0n ? [amount, 0n] : [0n, -amount]
  return { account, debit: money(debit), credit: money(credit) }
}

function money(amount: bigint): unknown {
  const digits = amount.toString().padStart(3, '0')
  return decimal(`${digits.slice(0, -2)}.${digits.slice(-2)}`)
}

async function balances(
  rpc: Rpc,
  accounts: ReadonlyMap<string, number>,
): Promise<(readonly [role: string, amount: bigint])[]> {
  const fiscalyear = await oneId(rpc, 'account.fiscalyear', [['name', '=', '2026']])
  const context = { fiscalyear, posted: true }
  const rows = await rpc.read('account.account', [['id', 'in', [...accounts.values()]]], ['balance'], context)
  const names = new Map([...accounts].map(([name, id]) => [id, name]))
  return rows.map(({ id, balance }) => [
    names.get(Number(id)) ?? String(id),
    minorUnits(decimalText(balance)),
  ])
}

function minorUnits(text: string): bigint {
  const [whole = '0', fraction = ''] = text.replace(/^-?0E.*$/, '0').split('.')
  return BigInt(whole + fraction.padEnd(2, '0').slice(0, 2))
}
