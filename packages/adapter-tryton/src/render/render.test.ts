import { fc, test } from '@fast-check/vitest'
import { documentReference, type MappedPacket, type Rendering, sumOf } from '@ledgerpost/core'
import { describe, expect, it } from 'vitest'
import { defaultLimits } from '../limits.js'
import { prepare } from '../send/prepare.js'
import { readSubmission } from '../send/sent-moves.js'
import { goldenPackets, packetOf, packetsIn, partOf, sale } from '../testing/packets.test-support.js'
import { pureConfiguration, pureIdOf } from '../testing/pure-books.test-support.js'
import { readContent } from './content.js'
import { render } from './render.js'
import { splitTax } from './split-tax.js'

const seed = 20_260_103
const configuration = pureConfiguration()
const rendered = (packet: MappedPacket): Rendering => render(packet, configuration, defaultLimits)

function documentsOf(packet: MappedPacket) {
  const rendering = rendered(packet)
  if (!rendering.ok) throw new Error(rendering.message)
  return rendering.documents
}

/** What moves at accounts that the tests name; those of taxes have no name. */
const taxAccounts = ['31', '32', '33', '34']

describe('render', () => {
  test.prop([packetsIn(pureIdOf)], { seed })('makes balanced moves that do what the parts say', (packets) => {
    for (const packet of packets) {
      const documents = documentsOf(packet)
      const postings = documents.flatMap((document) => document.postings)
      for (const document of documents) {
        expect(sumOf(document.postings, ({ amount }) => amount)).toBe(0n)
        expect(document.postings.every(({ amount }) => amount !== 0n)).toBe(true)
        expect(document.total).toBe(sumOf(document.postings, ({ amount }) => (amount > 0n ? amount : 0n)))
        expect(document).toMatchObject({
          kind: 'journal',
          stage: 0,
          date: packet.documentDate,
          settles: null,
        })
        expect(
          readContent(document).lines.map(({ account, amount }) => [`${account}`, BigInt(amount)]),
        ).toEqual(document.postings.map(({ account, amount }) => [account, amount]))
      }
      for (const name of ['Cash', 'Card clearing', 'Gift cards', 'Tips', 'Sales', 'Retail', 'Discounts']) {
        const account = pureIdOf(name)
        const paid = packet.parts.flatMap((part) =>
          part.payments.filter((each) => each.accountId === account),
        )
        const earned = packet.parts.flatMap((part) => part.lines.filter((each) => each.revenueId === account))
        expect(
          sumOf(
            postings.filter((each) => each.account === account),
            ({ amount }) => amount,
          ),
        ).toBe(sumOf(paid, ({ amount }) => amount) - sumOf(earned, ({ net }) => net))
      }
      const taxes = postings.filter(({ account }) => taxAccounts.includes(account))
      expect(sumOf(taxes, ({ amount }) => amount)).toBe(
        -sumOf(
          packet.parts.flatMap(({ lines }) => lines),
          ({ tax }) => tax,
        ),
      )
    }
  })

  test.prop([packetsIn(pureIdOf)], { seed })(
    'and prepare make the same of the same, through JSON too',
    (packets) => {
      const documents = packets.flatMap(documentsOf)
      expect(packets.flatMap(documentsOf)).toEqual(documents)
      const stored = documents.map((document) => {
        const content: unknown = JSON.parse(JSON.stringify(document.content))
        return { ...document, content: Object.fromEntries(Object.entries(Object(content)).toReversed()) }
      })
      const submissions = prepare('books', documents, defaultLimits)
      expect(prepare('books', stored, defaultLimits)).toEqual(submissions)
      expect(submissions.flatMap(({ references }) => references)).toEqual(
        documents.map(({ reference }) => reference),
      )
      for (const submission of submissions) {
        expect(submission.key).toMatch(/^[\da-f]{64}$/)
        const moves = readSubmission(submission)?.moves
        expect(moves?.map(({ reference }) => reference)).toEqual(submission.references)
      }
    },
  )

  it('keeps to the limits of a call', () => {
    const packets = Array.from({ length: 120 }, (_, index) => sale(pureIdOf, `many ${index}`))
    const documents = packets.flatMap(documentsOf)
    const counts = prepare('books', documents, defaultLimits).map(({ references }) => references.length)
    expect(counts).toEqual([50, 50, 20])
    for (const { body } of prepare('books', documents, { ...defaultLimits, batchBytes: 4000 })) {
      expect(body.length).toBeLessThanOrEqual(4000)
    }
  })

  it('numbers documents by their parts, whatever the parts before come to', () => {
    const nothing = partOf(pureIdOf, [['Sales', 'none', 0n, 0n]], [])
    const something = partOf(pureIdOf, [['Sales', 'none', 5n, 0n]], [['Cash', 5n]])
    const packet = packetOf('second', [nothing, something])
    expect(documentsOf(packet)).toMatchObject([{ reference: documentReference(packet.key, 1) }])
  })

  it('counts sales above zero and refunds below for the taxes, which go to their own accounts', () => {
    const [sold] = documentsOf(sale(pureIdOf, 'sold'))
    const refund = partOf(pureIdOf, [['Sales', 'State and city', -100n, -8n]], [['Cash', -108n]])
    const [refunded] = documentsOf(packetOf('refund', [refund]))
    const back = partOf(pureIdOf, [['Sales', 'VAT 20', -100n, -20n]], [['Cash', -120n]])
    const [taken] = documentsOf(packetOf('back', [back]))
    const short = (document: typeof sold) =>
      document &&
      readContent(document).lines.map(({ account, amount, taxes }) => [
        account,
        amount,
        taxes.map(({ tax, type, amount: counted }) => `${type} ${tax} ${counted}`).join(', '),
      ])
    expect(short(sold)).toEqual([
      [1, '1200', ''],
      [5, '-1000', 'base 101 1000'],
      [31, '-200', 'tax 101 200'],
    ])
    expect(short(refunded)).toEqual([
      [1, '-108', ''],
      [5, '100', 'base 103 -100, base 104 -100'],
      [33, '5', 'tax 103 -5'],
      [34, '3', 'tax 104 -3'],
    ])
    expect(short(taken)?.at(-1)).toEqual([32, '20', 'tax 101 -20'])
  })

  it('describes lines for people', () => {
    const moved = sale(pureIdOf, 'x', { title: ' Order\n1041\u0000 ', businessDate: '2026-01-14' })
    const [document] = documentsOf(moved)
    expect(document && readContent(document).lines.map(({ description }) => description)).toEqual([
      'Order 1041 (2026-01-14)',
      'Order 1041 (2026-01-14): food',
      'Order 1041 (2026-01-14)',
    ])
  })

  it('books for the party where an account requires one', () => {
    const guests = partOf(pureIdOf, [['Sales', 'none', 5n, 0n]], [['Guests', 5n]])
    const rendering = render(
      packetOf('party', [guests]),
      pureConfiguration('EUR', { party: 9 }),
      defaultLimits,
    )
    expect(rendering).toMatchObject({
      ok: true,
      documents: [{ content: { lines: [{ party: 9 }, { party: null }] } }],
    })
  })

  const line = (tax: string, amount: bigint) =>
    partOf(pureIdOf, [['Sales', tax, 10n, amount]], [['Cash', 10n + amount]])
  const plain = line('none', 0n)
  it.each([
    ['another currency', { currency: 'USD' }, 'CurrencyNotSupported', 'EUR'],
    ['a day without a period', { documentDate: '2024-12-31' }, 'NotRepresentable', '2024-12-31'],
    ['a tax that is mapped to none', { parts: [line('none', 2n)] }, 'TaxNotRepresentable', 'none'],
    [
      'an account that is gone',
      { parts: [{ ...plain, lines: plain.lines.map((each) => ({ ...each, revenueId: '99' })) }] },
      'NotRepresentable',
      '99',
    ],
    [
      'a tax that is gone',
      { parts: [{ ...plain, lines: plain.lines.map((each) => ({ ...each, taxId: '99' })) }] },
      'TaxNotRepresentable',
      '99',
    ],
    ['sums that differ', { parts: [{ ...plain, payments: [] }] }, 'NotRepresentable', 'balance'],
    [
      'an account that requires a party',
      { parts: [partOf(pureIdOf, [['Sales', 'none', 5n, 0n]], [['Guests', 5n]])] },
      'NotRepresentable',
      'party',
    ],
    [
      'amounts that a database may round',
      { parts: [partOf(pureIdOf, [['Sales', 'none', 10n ** 15n, 0n]], [['Cash', 10n ** 15n]])] },
      'NotRepresentable',
      '15 digits',
    ],
  ])('refuses %s', (_case, overrides, code, text) => {
    expect(rendered(sale(pureIdOf, 'x', overrides))).toMatchObject({
      ok: false,
      code,
      message: expect.stringContaining(text),
    })
  })

  it('refuses what was not inspected, and a currency whose decimals Tryton does not keep', () => {
    const [packet] = goldenPackets(pureIdOf, 'KWD')
    if (!packet) throw new Error('no packet')
    expect(render(packet, { ...configuration, extension: {} }, defaultLimits)).toMatchObject({ ok: false })
    expect(render(packet, pureConfiguration('KWD', { currencyDigits: 2 }), defaultLimits)).toMatchObject({
      code: 'CurrencyNotSupported',
    })
    expect(render(packet, pureConfiguration('KWD'), defaultLimits)).toMatchObject({ ok: true })
  })
})

describe('splitTax', () => {
  const rates = fc.array(fc.bigInt({ min: 0n, max: 10n ** 10n }), { minLength: 1, maxLength: 5 })
  test.prop([fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), rates], { seed })(
    'keeps the sum, and each share within one of its exact proportion',
    (total, scaled) => {
      const shares = scaled.map((rate, index) => ({
        tax: index + 1,
        rate: `0.${(rate % 10n ** 10n).toString().padStart(10, '0')}`,
        saleAccount: 1,
        refundAccount: 1,
      }))
      const weights = scaled.map((rate) => rate % 10n ** 10n)
      const whole = weights.reduce((sum, weight) => sum + weight, 0n)
      const split = splitTax(total, shares)
      if (shares.length > 1 && total !== 0n && whole === 0n) return expect(split).toBeUndefined()
      expect(split?.reduce((sum, amount) => sum + amount, 0n)).toBe(total)
      const isFar = split?.some((amount, index) => {
        const off = amount * whole - total * (weights[index] ?? 0n)
        return shares.length > 1 && (off < 0n ? -off : off) >= whole
      })
      expect(total !== 0n && isFar).toBe(false)
    },
  )
})
