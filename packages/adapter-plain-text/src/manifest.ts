import type { Manifest } from '@ledgerpost/core'

export const plainTextManifest: Manifest = {
  type: 'PlainText',
  code: 2,
  title: 'Plain text (hledger, ledger, beancount)',
  documentKinds: ['journal'],
  capabilities: {
    forcedTax: { level: 'full', note: 'Taxes are postings like any other; nothing computes them anew.' },
    foreignCurrency: {
      level: 'limited',
      note: 'Currencies that accounts.journal declares; amounts are kept in their own currency and not valued.',
    },
    lockDates: { level: 'full', note: 'The directive "; ledgerpost locked-through:" in accounts.journal.' },
    readBack: {
      level: 'limited',
      note: 'Entries of ours, as they stand now; not what others wrote into the files.',
    },
    find: { level: 'full', note: 'By reference, in the month of the date.' },
  },
  batch: { maximumCount: 500, maximumBytes: 4 * 1024 * 1024, isAtomic: false },
  idempotency: { kind: 'search-first', lifetime: null },
  reference: { maximumLength: 64 },
  undo: 'reverse',
  settlingTime: 0,
}
