import type { Manifest } from '@ledgerpost/core'

const minute = 60_000

/** Calls to one organisation in any span of milliseconds; so many of them may follow each other at once. */
export const callLimit = { count: 60, span: minute, burst: 10 }

export const batchLimits = { maximumCount: 50, maximumBytes: 500_000 }

export const exampleManifest: Manifest = {
  type: 'Example',
  // Numbers from 1000 on are for adapters of third parties; null if nobody needs one.
  code: null,
  title: 'Example Books',
  documentKinds: ['journal'],
  capabilities: {
    forcedTax: { level: 'full', note: 'Taxes are lines like any other; nothing computes them anew.' },
    foreignCurrency: { level: 'none', note: "Entries are in the organisation's currency." },
    lockDates: { level: 'full' },
    readBack: { level: 'full' },
    find: { level: 'full' },
  },
  batch: { ...batchLimits, isAtomic: false },
  idempotency: { kind: 'external-id', lifetime: null },
  reference: { maximumLength: 40 },
  undo: 'void',
  // The longest a request may take there, and then some.
  settlingTime: 2 * minute,
  callLimits: [{ scope: 'organisation', ...callLimit }],
}
