import { createHash } from 'node:crypto'
import * as promises from 'node:fs/promises'
import { type FileHandle, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Connection,
  type ConnectionContext,
  type Document,
  type LedgerEntry,
  type MappedPacket,
  minorUnitDigits,
  type SendResult,
} from '@ledgerpost/core'
import { systemClock } from '@ledgerpost/testkit'
import { fc } from '@fast-check/vitest'
import { onTestFinished } from 'vitest'
import type { FileSystem } from './books/file-system.js'
import { createPlainTextAdapter, type PlainTextOptions } from './adapter.js'

export const subscriberId = 'studio'
export const chart = [
  'Assets:Cash',
  'Assets:Card-Clearing',
  'Liabilities:Gift-Cards',
  'Liabilities:Tax:VAT-20',
  'Liabilities:Tax:Stadt-Ö',
  'Income:Sales',
  'Income:Erlöse-19',
  'Income:4000',
  'Equity:Other',
].map((name) => ({ name }))

export interface LoggedLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  readonly fields: Readonly<Record<string, unknown>>
  readonly message: string
}

export function contextFor(
  overrides: Partial<ConnectionContext> = {},
  log: LoggedLine[] = [],
): ConnectionContext {
  const line = (level: LoggedLine['level']) => (fields: LoggedLine['fields'], message: string) => {
    log.push({ level, fields, message })
  }
  return {
    fetch: () => Promise.reject(new Error('Plain-text books need no network.')),
    clock: systemClock,
    logger: { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') },
    subscriberId,
    settings: { accounts: chart },
    organisationId: null,
    tokens: null,
    signal: new AbortController().signal,
    ...overrides,
  }
}

/** A directory that is removed when the test is done. */
export async function temporaryRoot(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'plain-text-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  return root
}

export function connectTo(
  options: PlainTextOptions,
  overrides: Partial<ConnectionContext> = {},
  log: LoggedLine[] = [],
): Connection {
  return createPlainTextAdapter(options).connect(contextFor(overrides, log))
}

/** The machine's file system without waiting for the disk, for tests that open books a thousand times. */
export const unsynchronised: FileSystem = {
  ...promises,
  open: async (...arguments_) => withoutSync(await promises.open(...arguments_)),
}

function withoutSync(handle: FileHandle): FileHandle {
  handle.sync = () => Promise.resolve()
  return handle
}

/** The documents of packets, with the configuration that the books tell. */
export async function documentsOf(
  connection: Connection,
  packets: readonly MappedPacket[],
): Promise<Document[]> {
  const configuration = await connection.inspect()
  const { render } = createPlainTextAdapter({ rootDirectory: '/nowhere' })
  return packets.flatMap((packet) => {
    const rendering = render(packet, configuration)
    if (!rendering.ok) throw new Error(rendering.message)
    return rendering.documents
  })
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
  from = '1900-01-01',
  to = '2999-12-31',
): Promise<LedgerEntry[]> {
  const entries: LedgerEntry[] = []
  for await (const entry of connection.readBack({ from, to })) entries.push(entry)
  return entries
}

/** What the documents do, in the form in which the ledger is read back, sorted. */
export function entriesOf(documents: readonly Document[]): string[] {
  return documents
    .flatMap(({ reference, date, currency, postings }) =>
      postings.map(({ account, amount, taxId }) => [
        reference,
        date,
        account,
        `${amount}`,
        currency,
        taxId ?? null,
      ]),
    )
    .map((entry) => JSON.stringify(entry))
    .toSorted()
}

export function entriesRead(entries: readonly LedgerEntry[]): string[] {
  return entries
    .map(({ reference, date, account, amount, currency, taxId }) =>
      JSON.stringify([reference, date, account, `${amount}`, currency, taxId]),
    )
    .toSorted()
}

/** Every file of the books by name, without those in `torn/`. */
export async function filesOf(rootDirectory: string): Promise<Record<string, string>> {
  const directory = join(rootDirectory, subscriberId)
  const files: Record<string, string> = {}
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    if (entry.isFile()) files[entry.name] = await readFile(join(directory, entry.name), 'utf8')
  }
  return files
}

function keyOf(seed: string | number): string {
  return createHash('sha256').update(String(seed)).digest('hex')
}

const taxIds = ['none', 'Liabilities:Tax:VAT-20', 'Liabilities:Tax:Stadt-Ö']
const revenueIds = [
  'Income:Sales',
  'Income:Erlöse-19',
  'Income:4000',
  'Liabilities:Gift-Cards',
  'Equity:Other',
]
const paymentIds = ['Assets:Cash', 'Assets:Card-Clearing', 'Liabilities:Gift-Cards']

const amounts = fc.oneof(
  fc.bigInt({ min: -500n, max: 500n }),
  fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }),
)
const lines = fc.record({
  revenueId: fc.constantFrom(...revenueIds),
  taxId: fc.constantFrom(...taxIds),
  revenueCategoryId: fc.oneof(
    fc.constantFrom('type:Tip', 'rounding', 'food, [2020-02-30] drinks; date:never', ':a:b:'),
    fc.string({ unit: 'binary', maxLength: 12 }),
  ),
  net: amounts,
  tax: amounts,
})

/** Parts as mapping makes them: lines and payments of one sum, nothing taxed without a rate. */
const parts = fc
  .tuple(fc.array(lines, { maxLength: 6 }), fc.constantFrom(...paymentIds))
  .map(([drawn, accountId]) => {
    const mapped = drawn.map((line) => ({
      ...line,
      description: null,
      quantity: null,
      tax: line.taxId === 'none' ? 0n : line.tax,
    }))
    const total = mapped.reduce((sum, { net, tax }) => sum + net + tax, 0n)
    const half = total / 2n
    const payments = [
      { accountId, paymentMethodId: 'one', amount: total - half },
      { accountId: 'Assets:Cash', paymentMethodId: 'two', amount: half },
    ].filter(({ amount }) => amount !== 0n)
    return { lines: mapped, payments, total }
  })

const days = fc
  .date({ min: new Date('2025-11-01'), max: new Date('2026-02-27'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

const awkwardTitles = fc.constantFrom(
  'Order 1041',
  '(A) order',
  '! * = ; comment',
  'a\nb\r\nc\u2028d',
  'she said "no" \\ \\n',
  'pipe | note',
  '日本 😀 \u200d é',
  '\ud800 lone',
  '',
  '2026-01-01 * x',
  '  spaces   and\ttabs  ',
  'x'.repeat(5000),
  'account Assets:Cash',
  '@ {1 EUR} [2026-01-01] %x ~ #tag ^link key:: 1',
)

/** Packets in the terms of `chart`, with what users put into names. */
export function packetsIn(currency: string): fc.Arbitrary<MappedPacket[]> {
  const packet = fc.record({
    businessDate: days,
    documentDate: days,
    currency: fc.constant(currency),
    title: fc.oneof(awkwardTitles, fc.string({ unit: 'binary', maxLength: 40 })),
    parts: fc.array(parts, { minLength: 1, maxLength: 3 }),
  })
  return fc
    .array(packet, { maxLength: 12 })
    .map((drawn) => drawn.map((body, index) => ({ ...body, key: keyOf(`${currency} ${index}`) })))
}

/** A plain sale, for examples. */
export function sale(seed: string | number, overrides: Partial<MappedPacket> = {}): MappedPacket {
  const unit = 10n ** BigInt(minorUnitDigits(overrides.currency ?? 'EUR'))
  const line = { revenueCategoryId: 'food', description: null, quantity: null }
  return {
    key: keyOf(seed),
    businessDate: '2026-01-15',
    documentDate: '2026-01-15',
    currency: 'EUR',
    title: `Order ${seed}`,
    parts: [
      {
        lines: [
          {
            ...line,
            revenueId: 'Income:Sales',
            taxId: 'Liabilities:Tax:VAT-20',
            net: 10n * unit,
            tax: 2n * unit,
          },
        ],
        payments: [{ accountId: 'Assets:Cash', paymentMethodId: 'cash', amount: 12n * unit }],
        total: 12n * unit,
      },
    ],
    ...overrides,
  }
}
