import type { Manifest } from '@ledgerpost/core'
import type { QuickBooksOnlineLimits } from './limits.js'

export function manifestOf(limits: QuickBooksOnlineLimits): Manifest {
  const { count, span, burst } = limits.calls
  return {
    type: 'QuickBooksOnline',
    code: 1,
    title: 'QuickBooks Online',
    documentKinds: ['sales-receipt', 'refund-receipt', 'journal'],
    capabilities: {
      forcedTax: {
        level: 'limited',
        note:
          'Receipts state their total tax (United States) or each rate’s tax (elsewhere). American journal entries book tax to ' +
          'the liability account without a code, so that the sales tax centre may not show it.',
      },
      foreignCurrency: { level: 'none', note: "Packets in another currency than the company's are held." },
      lockDates: { level: 'full', note: "The date on which the company's books were closed." },
      readBack: {
        level: 'limited',
        note:
          'Reconstructed from the sales receipts, refund receipts and journal entries that carry our references; what others ' +
          'booked is not shown.',
      },
      find: { level: 'full' },
    },
    batch: { maximumCount: limits.batchCount, maximumBytes: limits.batchBytes, isAtomic: false },
    // How long a request id is remembered is not published.
    idempotency: { kind: 'native-key', lifetime: null },
    reference: { maximumLength: limits.referenceLength },
    undo: 'delete',
    settlingTime: limits.settlingTime,
    callLimits: [{ scope: 'organisation', count, span, burst }],
  }
}
