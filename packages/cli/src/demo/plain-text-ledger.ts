import { join, relative } from 'node:path'
import type { PlannedAccount } from './account-plan.js'
import type { DemoLedger } from './demo-ledger.js'
import { readJournals } from './read-journal.js'
import type { Platform } from './sources.js'

/** Plain-text books below the demo's data directory. */
export function plainTextLedger(
  platform: Platform,
  plan: readonly PlannedAccount[],
  dataDirectory: string,
): DemoLedger {
  const books = join(dataDirectory, 'books', platform.subscriberId)
  const sources = new Map(plan.map(({ source, account }) => [account, source]))
  return {
    type: 'PlainText',
    serverEnvironment: {},
    linkSettings: { currency: platform.currency, accounts: plan.map(({ account }) => ({ name: account })) },
    targetNames: new Map(plan.map(({ source, account }) => [source, account])),
    rows: () => readJournals(books),
    sourceOf: ({ account }) => sources.get(account),
    isClearing: () => false,
    whereabouts: [
      `the journal, for hledger and ledger: ${relative('', join(books, 'books.journal'))}`,
      `the same, for beancount:             ${relative('', join(books, 'books.beancount'))}`,
    ],
    books,
    close: () => Promise.resolve(),
  }
}
