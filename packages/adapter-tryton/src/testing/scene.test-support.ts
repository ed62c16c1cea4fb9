import {
  type Adapter,
  type Connection,
  type ConnectionContext,
  type Document,
  type Fetch,
  type IntegratorConfiguration,
  type LedgerEntry,
  type MappedPacket,
  minorUnitDigits,
  readAmount,
  type SendResult,
} from '@ledgerpost/core'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { createTrytonAdapter, type TrytonAdapterOptions } from '../create-tryton-adapter.js'
import { contextFor } from './context.test-support.js'
import { bookNames, decimal, decimalText, oneId } from '../../conformance/tryton/books.js'
import { adminPassword, openRpc, type Rpc } from '../../conformance/tryton/rpc.js'
import { startTrytond, type Trytond } from '../../conformance/tryton/trytond.js'
import { startTimeout } from './trytond.test-support.js'

export type Warning = readonly [fields: Readonly<Record<string, unknown>>, message: string]

/** Books of a test's own in a running Tryton. */
export interface Scene {
  readonly database: string
  /** The tests' own way into the books. */
  readonly rpc: Rpc
  readonly adapter: Adapter
  readonly connection: Connection
  readonly configuration: IntegratorConfiguration
  readonly warnings: readonly Warning[]
  /** The id of an account or tax rate by its name. */
  idOf(name: string): string
  /** Another connection to the same books. */
  connect(overrides?: Partial<ConnectionContext>, options?: TrytonAdapterOptions): Connection
  documentsOf(packets: readonly MappedPacket[]): Document[]
}

export interface TrytonScenes {
  server(): Trytond
  scene(currency?: string, settings?: Readonly<Record<string, unknown>>): Promise<Scene>
}

/** One Tryton for the tests of a suite, which is started before them and ended after them. */
export function useTryton(): TrytonScenes {
  let server: Trytond | undefined
  const running = (): Trytond => {
    if (!server) throw new Error('Tryton was not started.')
    return server
  }
  beforeAll(async () => {
    server = await startTrytond()
  }, startTimeout)
  afterAll(() => server?.stop())
  return {
    server: running,
    scene: async (currency = 'EUR', settings = {}) =>
      openScene(running(), await running().newDatabase(), currency, settings),
  }
}

async function openScene(
  { url }: Trytond,
  database: string,
  currency: string,
  own: Readonly<Record<string, unknown>>,
): Promise<Scene> {
  const rpc = await openRpc(url, database, undefined, undefined, 1)
  if (currency !== 'EUR') await changeCurrency(rpc, currency)
  const settings = {
    url,
    database,
    user: 'admin',
    password: adminPassword,
    journal: bookNames.journal,
    ...own,
  }
  const warnings: Warning[] = []
  const connect = (
    overrides: Partial<ConnectionContext> = {},
    options: TrytonAdapterOptions = {},
  ): Connection => {
    const connection = createTrytonAdapter(options).connect({
      ...contextFor(settings, (...warning) => warnings.push(warning)),
      ...overrides,
    })
    onTestFinished(() => connection.close())
    return connection
  }
  const adapter = createTrytonAdapter()
  const connection = connect()
  const configuration = await connection.inspect()
  return {
    database,
    rpc,
    adapter,
    connection,
    configuration,
    warnings,
    connect,
    idOf(name) {
      const { accounts, taxRates } = configuration
      const found = accounts.find((each) => each.name === name) ?? taxRates.find((each) => each.name === name)
      if (!found) throw new Error(`The books have no '${name}'.`)
      return found.id
    },
    documentsOf: (packets) =>
      packets.flatMap((packet) => {
        const rendering = adapter.render(packet, configuration)
        if (!rendering.ok) throw new Error(rendering.message)
        return rendering.documents
      }),
  }
}

async function changeCurrency(rpc: Rpc, code: string): Promise<void> {
  const digits = minorUnitDigits(code)
  const rounding = decimal(digits === 0 ? '1' : `0.${'1'.padStart(digits, '0')}`)
  const id = await oneId(rpc, 'currency.currency', [])
  await rpc.call('model.currency.currency.write', [id], { name: code, code, symbol: code, digits, rounding })
}

export async function sendAll(connection: Connection, documents: readonly Document[]): Promise<SendResult[]> {
  const results: SendResult[] = []
  for (const submission of connection.prepare(documents, new Map())) {
    results.push(...(await connection.send(submission, Infinity)))
  }
  return results
}

export async function readAll(
  connection: Connection,
  from = '2025-01-01',
  to = '2026-12-31',
): Promise<LedgerEntry[]> {
  const entries: LedgerEntry[] = []
  for await (const entry of connection.readBack({ from, to })) entries.push(entry)
  return entries
}

export type Balances = Record<string, bigint>

/** What the documents come to, by account; zeros left out. */
export function balancesOf(documents: readonly Document[]): Balances {
  const sums: Balances = {}
  for (const { postings } of documents) {
    for (const { account, amount } of postings) sums[account] = (sums[account] ?? 0n) + amount
  }
  return withoutZeros(sums)
}

/** The trial balance of 2026 as Tryton itself makes it, of posted moves, by account; zeros left out. */
export async function trialBalance(rpc: Rpc, currency = 'EUR'): Promise<Balances> {
  const fiscalyear = await oneId(rpc, 'account.fiscalyear', [['name', '=', '2026']])
  const domain = [['parent', '!=', null]]
  const accounts = await rpc.read('account.account', domain, ['balance'], { fiscalyear, posted: true })
  return withoutZeros(
    Object.fromEntries(
      accounts.map(({ id, balance }) => {
        const reading = readAmount(decimalText(balance).replace(/^0E.*$/, '0'), minorUnitDigits(currency))
        if (!reading.ok) throw new Error(reading.problem)
        return [String(id), reading.amount]
      }),
    ),
  )
}

export function withoutZeros(balances: Balances): Balances {
  return Object.fromEntries(Object.entries(balances).filter(([, amount]) => amount !== 0n))
}

/** The moves with a reference as Tryton has them, drafts too. */
export function movesOf(rpc: Rpc, reference: string): Promise<Readonly<Record<string, unknown>>[]> {
  return rpc.read('account.move', [['description', '=', reference]], ['state', 'lines', 'origin'])
}

/** A fetch that lets a rule do something else for the calls of some methods. */
export function fetchWith(rule: (method: string, call: () => Promise<Response>) => Promise<Response>): Fetch {
  return (input, init) => {
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined
    const method = typeof body === 'object' && body !== null && 'method' in body ? String(body.method) : ''
    return rule(method, () => fetch(input, init))
  }
}
