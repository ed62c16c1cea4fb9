import { execFile } from 'node:child_process'
import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Document, minorUnitDigits, readAmount } from '@ledgerpost/core'
import { programVersion, requirement } from '@ledgerpost/testkit'
import { fc } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import {
  connectTo,
  documentsOf,
  packetsIn,
  sale,
  sendAll,
  subscriberId,
  temporaryRoot,
} from './test-books.test-support.js'

const hledger = await requirement('hledger', programVersion('hledger', ['--version']))
const ledger = await requirement('ledger', programVersion('ledger', ['--version']))
const beanCheck = await requirement('bean-check', programVersion('bean-check', ['--version']))
const beanQuery = await requirement('bean-query', programVersion('bean-query', ['--version']))

const execute = promisify(execFile)

async function run(directory: string, program: string, ...arguments_: string[]): Promise<string> {
  const env = { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', PYTHONUTF8: '1' }
  const { stdout } = await execute(program, arguments_, { cwd: directory, env, maxBuffer: 2 ** 28 })
  return stdout
}

type Balances = Record<string, bigint>

/** Balances by account, from lines of an account, a separator and an amount; zeros left out. */
function balances(lines: Iterable<readonly [string, string]>, currency: string): Balances {
  const sums: Balances = {}
  for (const [account, number] of lines) {
    const reading = readAmount(number.trim(), minorUnitDigits(currency))
    if (!reading.ok) throw new Error(`${account}: ${reading.problem}`)
    if (reading.amount !== 0n) sums[account.trim()] = reading.amount
  }
  return sums
}

function pairs(text: string, separator: string): (readonly [string, string])[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.replaceAll('"', '').split(separator))
    .map((fields) => [fields[0] ?? '', (fields[1] ?? '').replace(/ .*$/u, '')] as const)
}

function ourBalances(documents: readonly Document[]): Balances {
  const sums: Balances = {}
  for (const { postings } of documents) {
    for (const { account, amount } of postings) sums[account] = (sums[account] ?? 0n) + amount
  }
  return Object.fromEntries(Object.entries(sums).filter(([, amount]) => amount !== 0n))
}

async function hledgerBalances(directory: string, currency: string): Promise<Balances> {
  await run(directory, 'hledger', '-f', 'books.journal', 'check', '-s')
  const text = await run(
    directory,
    'hledger',
    '-f',
    'books.journal',
    'balance',
    '-N',
    '--flat',
    `cur:${currency}`,
    '-O',
    'csv',
  )
  return balances(pairs(text, ',').slice(1), currency)
}

async function ledgerBalances(directory: string, currency: string): Promise<Balances> {
  const text = await run(
    directory,
    'ledger',
    '--args-only',
    '--pedantic',
    '-f',
    'books.journal',
    'balance',
    '--flat',
    '--no-total',
    '--limit',
    `commodity == "${currency}"`,
    '--balance-format',
    '%(account)|%(quantity(scrub(display_total)))\n',
  )
  return balances(pairs(text, '|'), currency)
}

async function beancountBalances(directory: string, currency: string): Promise<Balances> {
  await run(directory, 'bean-check', 'books.beancount')
  const query = `SELECT account, sum(number) WHERE currency = '${currency}' GROUP BY account`
  const text = await run(directory, 'bean-query', '-f', 'csv', 'books.beancount', query)
  return balances(pairs(text, ',').slice(1), currency)
}

const everyProgram = [hledger, ledger, beanCheck, beanQuery].every(({ available }) => available)

describe.skipIf(!everyProgram)('hledger, ledger and beancount', () => {
  it.each(['JPY', 'EUR', 'KWD'])(
    'accept any books in %s and agree with the postings',
    async (currency) => {
      await fc.assert(
        fc.asyncProperty(packetsIn(currency), async (packets) => {
          const rootDirectory = await temporaryRoot()
          const connection = connectTo({ rootDirectory })
          const documents = await documentsOf(connection, packets)
          const results = await sendAll(connection, documents)
          expect(results.filter(({ outcome }) => outcome !== 'accepted')).toEqual([])
          const directory = join(rootDirectory, subscriberId)
          const ours = ourBalances(documents)
          expect(await hledgerBalances(directory, currency)).toEqual(ours)
          expect(await ledgerBalances(directory, currency)).toEqual(ours)
          expect(await beancountBalances(directory, currency)).toEqual(ours)
        }),
        { numRuns: 8 },
      )
    },
    120_000,
  )

  it('take the default chart, several currencies and an account added by hand', async () => {
    const rootDirectory = await temporaryRoot()
    const connection = connectTo({ rootDirectory }, { settings: {} })
    const directory = join(rootDirectory, subscriberId)
    await connection.inspect()
    await appendFile(join(directory, 'accounts.journal'), '\naccount Liabilities:Tax:VAT-20\n    ; type: L\n')
    const packets = ['EUR', 'JPY', 'KWD'].map((currency) => sale(currency, { currency }))
    const documents = await documentsOf(connection, packets)
    expect((await sendAll(connection, documents)).map(({ outcome }) => outcome)).toEqual(
      Array(3).fill('accepted'),
    )
    for (const currency of ['EUR', 'JPY', 'KWD']) {
      const ours = ourBalances(documents.filter((document) => document.currency === currency))
      expect(await hledgerBalances(directory, currency)).toEqual(ours)
      expect(await ledgerBalances(directory, currency)).toEqual(ours)
      expect(await beancountBalances(directory, currency)).toEqual(ours)
    }
  })

  it('find an entry by its key, one without postings too', async () => {
    const rootDirectory = await temporaryRoot()
    const connection = connectTo({ rootDirectory })
    const directory = join(rootDirectory, subscriberId)
    const empty = { ...sale('free'), parts: [{ lines: [], payments: [], total: 0n }] }
    const documents = await documentsOf(connection, [sale(1), empty])
    await sendAll(connection, documents)
    for (const { reference } of documents) {
      const printed = await run(directory, 'hledger', '-f', 'books.journal', 'print', `tag:key=${reference}`)
      expect(printed.match(/key: /gu)).toHaveLength(1)
      expect(printed).toContain(reference)
    }
    const [first] = documents
    const listed = await run(
      directory,
      'ledger',
      '--args-only',
      '-f',
      'books.journal',
      'register',
      `%key=${first?.reference}`,
    )
    expect(listed.trim().split('\n')).toHaveLength(3)
    const query = `SELECT account WHERE entry_meta('key') = '${first?.reference}'`
    const rows = await run(directory, 'bean-query', '-f', 'csv', 'books.beancount', query)
    expect(rows.trim().split('\n')).toHaveLength(4)
  })
})
