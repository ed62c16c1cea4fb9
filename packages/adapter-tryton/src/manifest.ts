import type { Manifest } from '@ledgerpost/core'
import type { TrytonLimits } from './limits.js'

export function manifestOf(limits: TrytonLimits): Manifest {
  return {
    type: 'Tryton',
    code: 3,
    title: 'Tryton',
    documentKinds: ['journal'],
    capabilities: {
      forcedTax: { level: 'full', note: 'Taxes are lines like any other; nothing computes them anew.' },
      foreignCurrency: { level: 'none', note: "Packets in another currency than the company's are held." },
      lockDates: {
        level: 'limited',
        note: 'Closed periods up to the first open one; a closed period after that is refused when sending.',
      },
      readBack: { level: 'full', note: 'All posted lines of the company, whoever booked them.' },
      find: { level: 'full', note: 'Posted moves by their description, which is our reference.' },
    },
    batch: { maximumCount: limits.batchCount, maximumBytes: limits.batchBytes, isAtomic: false },
    idempotency: { kind: 'search-first', lifetime: null },
    reference: { maximumLength: 64 },
    undo: 'reverse',
    settlingTime: limits.settlingTime,
  }
}
