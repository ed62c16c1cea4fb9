import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Source, sources } from '../platform/api.js'
import { type Books, type BooksRow, noTax, plainName } from './books.js'

const opening = /^; ledgerpost entry (\S+)$/
const entry = /^(\d{4}-\d{2}-\d{2}) \* /
const posting = /^ {4}(\S+) {2,}(-?)(\d+)\.(\d{2}) USD$/

/** Plain-text books below the data directory of the processes. */
export function plainTextBooks(dataDirectory: string): Books {
  const accounts = new Map<string, Source>(
    sources.filter(({ id }) => id !== noTax).map((source) => [accountOf(source), source]),
  )
  return {
    type: 'PlainText',
    plan: (_subscriberId, summarise) => ({
      type: 'PlainText',
      settings: { currency: 'USD', accounts: [...accounts.keys()].map((name) => ({ name })) },
      summarise,
      nameOf: (source) => (source.id === noTax ? 'none' : accountOf(source)),
      consent: (url) => url,
    }),
    async rows(subscriberId) {
      const directory = join(dataDirectory, 'books', subscriberId)
      const files = (await readdir(directory)).filter((name) => /^\d{4}-\d{2}\.journal$/.test(name))
      const texts = await Promise.all(
        files.map(async (name) => ({ name, text: await readFile(join(directory, name), 'utf8') })),
      )
      return texts.flatMap(({ name, text }) => [...rowsOf(name, text, accounts)])
    },
  }
}

function accountOf(source: Source): string {
  const parent = { method: 'Assets', category: 'Income', taxSet: 'Liabilities:Tax' }[source.kind]
  return `${parent}:${plainName(source)}`
}

function* rowsOf(file: string, text: string, accounts: ReadonlyMap<string, Source>): Iterable<BooksRow> {
  let reference = ''
  let date = ''
  let place = ''
  for (const [index, line] of text.split('\n').entries()) {
    const [, opened] = opening.exec(line) ?? []
    const [, dated] = entry.exec(line) ?? []
    const [, account, sign, major = '', minor = ''] = posting.exec(line) ?? []
    if (opened !== undefined) {
      reference = opened
      place = `${file}:${index + 1}`
    } else if (dated !== undefined) date = dated
    else if (account !== undefined) {
      const amount = BigInt(major + minor)
      yield {
        reference,
        place,
        date,
        source: accounts.get(account) ?? `unknown account ${account}`,
        amount: sign === '-' ? -amount : amount,
      }
    }
  }
}
