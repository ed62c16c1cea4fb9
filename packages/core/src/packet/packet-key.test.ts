import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { documentReference, packetKey, seriesKey } from './packet-key.js'
import type { PacketSeries } from './packet.js'

/** Few and tricky texts, so that different series are often nearly equal. */
const text = fc.constantFrom('', '1', '2', '1,2', '"', '","', 'null', 'order', 'summary', '2026-03-01')
const series: fc.Arbitrary<PacketSeries> = fc.oneof(
  fc.record({ kind: fc.constant('order' as const), orderId: text }),
  fc.record({
    kind: fc.constant('summary' as const),
    businessDate: fc.constantFrom('2026-03-01', '2026-03-02'),
    paymentMethodId: fc.option(text),
    locationId: fc.option(text),
    currency: fc.constantFrom('EUR', 'USD'),
  }),
)
const place = fc.record({ integrationId: text, series, sequence: fc.integer({ min: 1, max: 12 }) })
const copy = (original: PacketSeries): PacketSeries => JSON.parse(JSON.stringify(original)) as PacketSeries

/** Keys are as different as the texts that they are digests of. */
const asText = (content: string) => content

describe('a packet’s key', () => {
  test.prop([place, place], { numRuns: 2000 })(
    'is equal exactly for equal integration, series and number',
    (left, right) => {
      const keys = [left, right].map((each) =>
        packetKey(each.integrationId, each.series, each.sequence, asText),
      )
      const isSame = JSON.stringify(left) === JSON.stringify(right)
      expect(keys[0] === keys[1]).toBe(isSame)
    },
  )

  test.prop([series, series], { numRuns: 2000 })(
    'rests on a series key that is equal exactly for equal series',
    (left, right) => {
      expect(seriesKey(left) === seriesKey(right)).toBe(JSON.stringify(left) === JSON.stringify(right))
      expect(seriesKey(copy(left))).toBe(seriesKey(left))
    },
  )

  it('is the digest of nothing else', () => {
    const order: PacketSeries = { kind: 'order', orderId: '1041' }
    expect(packetKey('7', order, 2, (content) => `<${content}>`)).toBe('<["7","[\\"order\\",\\"1041\\"]",2]>')
  })
})

describe('a document’s reference', () => {
  const key = fc.stringMatching(/^[0-9a-f]{64}$/)
  const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
  const keyOf = (reference: string) =>
    Array.from(reference.slice(3, 19))
      .reduce((bits, character) => bits * 32n + BigInt(alphabet.indexOf(character)), 0n)
      .toString(16)
      .padStart(20, '0')

  test.prop([key, fc.nat({ max: 9 })])('holds the first 80 bits of the key, all of them', (hex, ordinal) => {
    const reference = documentReference(hex, ordinal)
    expect(keyOf(reference)).toBe(hex.slice(0, 20))
    expect(reference).toMatch(/^LP-[0-9a-hjkmnp-tv-z]{16}(-[1-9])?$/)
    expect(reference.length).toBeLessThanOrEqual(21)
  })

  test.prop([key, fc.uniqueArray(fc.nat({ max: 9 }), { minLength: 2, maxLength: 2 })])(
    'tells the documents of a packet apart',
    (hex, [first = 0, second = 0]) => {
      expect(documentReference(hex, first)).not.toBe(documentReference(hex, second))
    },
  )

  it('is for example', () => {
    expect(documentReference('00000000000000000001ffff', 0)).toBe('LP-0000000000000001')
    expect(documentReference('ffffffffffffffffffff0000', 3)).toBe('LP-zzzzzzzzzzzzzzzz-3')
  })
})
