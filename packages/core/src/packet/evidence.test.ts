import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { balancedOrder } from '../../test/order-arbitrary.js'
import { contribute } from '../contribution/contribute.js'
import { evidenceOf, shareDigest } from './evidence.js'

const asText = (content: string) => content
const share = fc
  .tuple(fc.constantFrom('1', '2', '3'), balancedOrder)
  .map(([orderId, order]) => ({ orderId, cells: contribute(order) }))
const shuffled = fc
  .array(share, { maxLength: 6 })
  .chain((shares) => fc.tuple(fc.constant(shares), fc.shuffledSubarray(shares, { minLength: shares.length })))

test.prop([shuffled])(
  'evidence does not depend on the order in which orders were read',
  ([shares, reordered]) => {
    const [evidence, again] = [shares, reordered].map((all) =>
      evidenceOf(
        all.map((each) => shareDigest(each, asText)),
        asText,
      ),
    )
    expect(again).toBe(evidence)
  },
)

test.prop([fc.array(share, { maxLength: 4 }), share])(
  'evidence changes with any order’s share',
  (shares, extra) => {
    const digests = shares.map((each) => shareDigest(each, asText))
    const more = shareDigest(extra, asText)
    expect(evidenceOf([...digests, more], asText)).not.toBe(evidenceOf(digests, asText))
  },
)

test.prop([share, share])('a share’s digest is equal exactly for equal orders and cells', (left, right) => {
  const stringOf = (value: unknown) =>
    JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? `${each}` : each))
  expect(shareDigest(left, asText) === shareDigest(right, asText)).toBe(stringOf(left) === stringOf(right))
})
