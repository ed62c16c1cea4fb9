import type { LedgerEntry } from '@ledgerpost/core'
import type { ConformanceScene, ConformanceSubject, SceneEnvironment } from '@ledgerpost/testkit/conformance'
import { createTrytonAdapter } from '../src/create-tryton-adapter.js'
import { defaultLimits } from '../src/limits.js'
import { bookNames, decimalText, oneId } from './tryton/books.js'
import { adminPassword, openRpc, type Rpc } from './tryton/rpc.js'
import { startTrytond, type Trytond, trytondVersion } from './tryton/trytond.js'

export { startTrytonJudge, type TrytonJudge } from './tryton/judge-entries.js'

/** Long and mixed enough for Tryton. */
const otherPassword = 'k7%vQ2#mZx9@fLw4'

let running: Promise<Trytond> | undefined

/** The Tryton adapter on a Tryton that is started on this machine. */
export const conformanceSubject: ConformanceSubject = {
  name: '@ledgerpost/adapter-tryton',
  transport: 'http',
  unavailable() {
    try {
      trytondVersion()
      return undefined
    } catch {
      return 'trytond is not installed'
    }
  },
  async open(environment) {
    running ??= startTrytond()
    const server = await running
    return openScene(environment, server.url, await server.newDatabase())
  },
  async close() {
    const server = await running
    running = undefined
    await server?.stop()
  },
}

async function openScene(
  { clock, logger, through }: SceneEnvironment,
  url: string,
  database: string,
): Promise<ConformanceScene> {
  let rpc = await openRpc(url, database, undefined, undefined, 1)
  const settings = { url, database, user: 'admin', password: adminPassword, journal: bookNames.journal }
  // Nobody is made to wait for the pace that was chosen for others' servers.
  const calls = { ...defaultLimits.calls, count: 1_000_000, burst: 100_000 }
  const adapter = createTrytonAdapter({ limits: { calls } })
  const account = async (name: string): Promise<string> =>
    String(await oneId(rpc, 'account.account', [['name', '=', name]]))
  const tax = async (name: string): Promise<string> =>
    String(await oneId(rpc, 'account.tax', [['name', '=', name]]))
  const giftCards = await account('Gift cards')
  const { taxRates } = await adapter.connect(contextOf(new AbortController().signal)).inspect()
  return {
    adapter,
    settings,
    targets: {
      currency: 'EUR',
      foreignCurrency: 'USD',
      day: '2026-01-05',
      revenue: {
        services: await account('Sales'),
        products: await account('Retail'),
        tips: await account('Tips'),
        giftCards,
        discounts: await account('Discounts'),
      },
      payment: { cash: await account('Cash'), card: await account('Card clearing'), giftCards },
      tax: {
        none: taxRates.find(({ rate }) => rate === '0')?.id ?? 'none',
        standard: await tax('VAT 20'),
        compound: await tax('State and city'),
      },
    },
    connect: (signal) => adapter.connect(contextOf(signal)),
    ledger: () => postedLines(rpc),
    async lockThrough(day) {
      const [year, month] = day.split('-')
      const periods = await rpc.read('account.period', [['name', '<=', `${year}-${month}`]], ['name'])
      await rpc.call(
        'model.account.period.close',
        periods.map(({ id }) => id),
      )
    },
    async archive(target) {
      await rpc.call('model.account.account.write', [Number(target)], { closed: true })
    },
    async revoke() {
      await rpc.call('model.res.user.write', [1], { password: otherPassword })
      rpc = await openRpc(url, database, undefined, otherPassword, 1)
    },
    close: () => Promise.resolve(),
  }

  function contextOf(signal: AbortSignal) {
    return {
      fetch: through(fetch),
      clock,
      logger,
      subscriberId: 'studio',
      settings,
      organisationId: null,
      tokens: null,
      signal,
    }
  }
}

/** All lines of posted moves, read by a way of its own. */
async function postedLines(rpc: Rpc): Promise<readonly LedgerEntry[]> {
  const fields = ['account', 'debit', 'credit', 'move.description', 'move.date']
  const lines = await rpc.read('account.move.line', [['move.state', '=', 'posted']], fields)
  return lines.map((line): LedgerEntry => {
    const move = line['move.']
    const { description, date } = { description: null, date: null, ...(isRecord(move) ? move : {}) }
    return {
      reference: typeof description === 'string' ? description : null,
      date: dateOf(date),
      account: String(line['account']),
      amount: cents(line['debit']) - cents(line['credit']),
      currency: 'EUR',
      taxId: null,
    }
  })
}

function cents(value: unknown): bigint {
  const [whole = '0', fraction = ''] = decimalText(value)
    .replace(/^0E.*$/, '0')
    .split('.')
  return BigInt(whole + fraction.padEnd(2, '0').slice(0, 2))
}

function dateOf(value: unknown): string {
  if (!isRecord(value)) throw new TypeError(`${JSON.stringify(value)} is no date`)
  const [year, month, day] = [value['year'], value['month'], value['day']].map(String)
  return [year, month?.padStart(2, '0'), day?.padStart(2, '0')].join('-')
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
