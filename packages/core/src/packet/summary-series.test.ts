import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { seriesKey } from './packet-key.js'
import { summarySeriesOf } from './summary-series.js'

const cell = fc.record({
  businessDate: fc.constantFrom('2026-03-01', '2026-03-02'),
  locationId: fc.constantFrom('1', '2'),
  paymentMethodId: fc.constantFrom('card', '1', null),
  revenueCategoryId: fc.constantFrom('30', '31'),
  taxRateIds: fc.constantFrom<string[]>([], ['01:01']),
  currency: fc.constantFrom('EUR', 'USD'),
})

describe('two cells are summarised together', () => {
  test.prop([cell, cell, fc.boolean()], { numRuns: 500 })(
    'exactly if day, payment method and currency are the same, and the location if preferred',
    (left, right, byLocation) => {
      const [first, second] = [left, right].map((each) => seriesKey(summarySeriesOf(each, byLocation)))
      const isSame =
        left.businessDate === right.businessDate &&
        left.paymentMethodId === right.paymentMethodId &&
        left.currency === right.currency &&
        (!byLocation || left.locationId === right.locationId)
      expect(first === second).toBe(isSame)
    },
  )
})
