import type { CallLimit, Manifest } from '@ledgerpost/core'
import { documentKindsOf, type XeroBooking } from './bookings.js'
import type { XeroLimits } from './limits.js'

export function manifestOf(limits: XeroLimits, bookings: readonly XeroBooking[]): Manifest {
  return {
    type: 'Xero',
    code: 0,
    title: 'Xero',
    documentKinds: documentKindsOf(bookings),
    capabilities: {
      forcedTax: bookings.includes('manual-journals')
        ? {
            level: 'limited',
            note:
              'TaxAmount is given on every line but those of manual journals: a packet whose taxes are others than ' +
              'Xero computes is refused as a journal.',
          }
        : { level: 'full', note: 'TaxAmount is given on every line.' },
      foreignCurrency: {
        level: 'none',
        note: "Packets in another currency than the organisation's are held.",
      },
      lockDates: { level: 'full', note: 'The later of the period lock date and the end-of-year lock date.' },
      readBack: {
        level: 'limited',
        note:
          'Reconstructed from the documents that carry our references; what others ' +
          "booked is not shown, because Xero's journals are open to its higher developer tiers only.",
      },
      find: { level: 'full' },
      taxRateCreation: { level: 'full' },
    },
    batch: { maximumCount: limits.batchCount, maximumBytes: limits.batchBytes, isAtomic: false },
    idempotency: { kind: 'native-key', lifetime: limits.keyLifetime },
    reference: { maximumLength: limits.referenceLength },
    undo: 'void',
    settlingTime: limits.settlingTime,
    callLimits: [
      limitOf('organisation', limits.calls),
      limitOf('organisation', limits.callsOfDay),
      limitOf('app', limits.callsOfApp),
    ],
  }
}

function limitOf(scope: CallLimit['scope'], { count, span, burst }: Omit<CallLimit, 'scope'>): CallLimit {
  return { scope, count, span, burst }
}
