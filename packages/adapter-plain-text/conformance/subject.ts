import * as promises from 'node:fs/promises'
import { appendFile, type FileHandle, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LedgerEntry } from '@ledgerpost/core'
import type { ConformanceSubject } from '@ledgerpost/testkit/conformance'
import { createPlainTextAdapter } from '../src/adapter.js'
import type { FileSystem } from '../src/books/file-system.js'

const subscriberId = 'studio'

const settings = {
  currency: 'USD',
  accounts: [
    'Assets:Cash',
    'Assets:Card-Clearing',
    'Liabilities:Gift-Cards',
    'Liabilities:Tips',
    'Liabilities:Tax:State',
    'Liabilities:Tax:State-And-District',
    'Income:Services',
    'Income:Products',
    'Income:Discounts',
  ].map((name) => ({ name })),
}

/** The plain-text adapter on files in a directory of its own. */
export const conformanceSubject: ConformanceSubject = {
  name: '@ledgerpost/adapter-plain-text',
  transport: 'local',
  async open({ clock, logger }) {
    const rootDirectory = await mkdtemp(join(tmpdir(), 'plain-text-conformance-'))
    const directory = join(rootDirectory, subscriberId)
    const adapter = createPlainTextAdapter({ rootDirectory, fileSystem: unsynchronised })
    const chart = join(directory, 'accounts.journal')
    const connect = (signal: AbortSignal) =>
      adapter.connect({
        clock,
        logger,
        settings,
        signal,
        subscriberId,
        organisationId: null,
        tokens: null,
        fetch: () => Promise.reject(new Error('Plain-text books need no network.')),
      })
    // Books are made when they are first looked at; owners edit them from then on.
    await connect(new AbortController().signal).inspect()
    return {
      adapter,
      settings,
      targets: {
        currency: 'USD',
        foreignCurrency: 'EUR',
        day: '2026-01-05',
        revenue: {
          services: 'Income:Services',
          products: 'Income:Products',
          tips: 'Liabilities:Tips',
          giftCards: 'Liabilities:Gift-Cards',
          discounts: 'Income:Discounts',
        },
        payment: {
          cash: 'Assets:Cash',
          card: 'Assets:Card-Clearing',
          giftCards: 'Liabilities:Gift-Cards',
        },
        tax: {
          none: 'none',
          standard: 'Liabilities:Tax:State',
          compound: 'Liabilities:Tax:State-And-District',
        },
      },
      connect,
      async ledger() {
        const months = (await readdir(directory)).filter((name) => /^\d{4}-\d{2}\.journal$/.test(name))
        const texts = await Promise.all(months.map((name) => readFile(join(directory, name), 'utf8')))
        return texts.flatMap(postingsIn)
      },
      lockThrough: (day) => appendFile(chart, `\n; ledgerpost locked-through: ${day}\n`),
      async archive(account) {
        const lines = (await readFile(chart, 'utf8')).split('\n')
        await writeFile(chart, lines.filter((line) => line !== `account ${account}`).join('\n'))
      },
      close: () => rm(rootDirectory, { recursive: true, force: true }),
    }
  },
}

/** The machine's file system without waiting for the disk: hundreds of books are opened. */
const unsynchronised: FileSystem = {
  ...promises,
  open: async (...arguments_) => withoutSync(await promises.open(...arguments_)),
}

function withoutSync(handle: FileHandle): FileHandle {
  handle.sync = () => Promise.resolve()
  return handle
}

/** The postings of a journal file, by a reader that knows no more than the syntax of hledger. */
function postingsIn(text: string): LedgerEntry[] {
  let heading: { readonly date: string; readonly reference: string } | undefined
  return text.split('\n').flatMap((line): LedgerEntry[] => {
    const [, date, reference] = /^(\d{4}-\d{2}-\d{2}) \* \(([^)]+)\)/.exec(line) ?? []
    if (date !== undefined && reference !== undefined) heading = { date, reference }
    const [, account, units, cents, currency] =
      /^ {4}([A-Z]\S*) {2,}(-?\d+)\.(\d\d) ([A-Z]{3})$/.exec(line) ?? []
    if (!heading || account === undefined || currency === undefined) return []
    return [{ ...heading, account, amount: BigInt(`${units}${cents}`), currency, taxId: null }]
  })
}
