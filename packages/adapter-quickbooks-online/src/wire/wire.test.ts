import { fc, test } from '@fast-check/vitest'
import { documentReference, formatAmount, minorUnitDigits } from '@ledgerpost/core'
import { describe, expect, it } from 'vitest'
import { sumOfDecimals, unitsOf } from '../configuration/sum-of-decimals.js'
import { fromWire, hundredths, isRepresentable, isWritable, toWire } from './amounts.js'
import { deepLink, entities } from './entities.js'
import { isAmong, isWithin, selectFrom } from './query.js'
import { refOf, referenceOf } from './reference.js'
import { isOutOfForce } from './status.js'

const maximum = 10n ** 15n - 1n
const seed = 20_261_201

describe('amounts', () => {
  test.prop([fc.bigInt({ min: -maximum, max: maximum }), fc.constantFrom('USD', 'JPY')], { seed })(
    'survive the way through JSON',
    (amount, currency) => {
      const wire: unknown = JSON.parse(JSON.stringify(toWire(amount, currency)))
      expect(isWritable(amount, 15)).toBe(true)
      expect(fromWire(wire, currency)).toBe(amount)
      expect(hundredths(wire)).toBe(amount * (currency === 'JPY' ? 100n : 1n))
      expect(fromWire(formatAmount(amount, minorUnitDigits(currency)), currency)).toBe(amount)
    },
  )

  it.each([Number.NaN, 0.1 + 0.2, '1,00', null, undefined, {}, '', 1.005])('%j is not an amount', (value) => {
    expect(fromWire(value, 'USD')).toBeUndefined()
  })

  it('end at 15 digits and at two decimals', () => {
    expect([isWritable(-(10n ** 15n), 15), isRepresentable('KWD'), isRepresentable('JPY')]).toEqual([
      false,
      false,
      true,
    ])
  })
})

describe('percentages', () => {
  test.prop([fc.array(fc.bigInt({ min: 0n, max: 10n ** 8n }), { minLength: 1, maxLength: 5 })], { seed })(
    'are added up exactly',
    (parts) => {
      const sum = parts.reduce((total, each) => total + each, 0n)
      const text = sumOfDecimals(parts.map((each) => formatAmount(each, 4)))
      expect(unitsOf(text)).toBe(sum * 10n ** 16n)
    },
  )

  it('are written without needless zeros', () => {
    expect([sumOfDecimals(['7.25', '1.375']), sumOfDecimals(['5', '5.0']), sumOfDecimals([])]).toEqual([
      '8.625',
      '10',
      '0',
    ])
  })
})

describe('queries', () => {
  it('are written in the language of Intuit', () => {
    expect(selectFrom('SalesReceipt', isAmong('DocNumber', ['LP-a', 'LP-b']), 1, 10)).toBe(
      "select * from SalesReceipt where DocNumber in ('LP-a', 'LP-b') startposition 1 maxresults 10",
    )
    expect(selectFrom('Preferences', undefined, 11, 10)).toBe(
      'select * from Preferences startposition 11 maxresults 10',
    )
    expect(isWithin('TxnDate', '2026-03-01', '2026-03-31')).toBe(
      "TxnDate >= '2026-03-01' and TxnDate <= '2026-03-31'",
    )
  })

  it('escape what would end a text, and refuse what no text has', () => {
    expect(isAmong('DocNumber', ["o'clock", 'a\\'])).toBe(String.raw`DocNumber in ('o\'clock', 'a\\')`)
    expect(() => isAmong('DocNumber', ['a\nb'])).toThrow(RangeError)
  })
})

describe('references', () => {
  test.prop([fc.stringMatching(/^[\da-f]{64}$/), fc.nat({ max: 9 }), fc.string()], { seed })(
    'are found in numbers and at the beginning of notes, voided or not',
    (key, ordinal, title) => {
      const reference = documentReference(key, ordinal)
      expect(reference.length).toBeLessThanOrEqual(21)
      expect(referenceOf({ DocNumber: reference })).toBe(reference)
      expect(referenceOf({ DocNumber: '1042', PrivateNote: `${reference} ${title}` })).toBe(reference)
      expect(referenceOf({ PrivateNote: `Voided - ${reference} ${title}` })).toBe(reference)
    },
  )

  it.each([
    {},
    { DocNumber: '1042' },
    { DocNumber: 'LP-short' },
    { PrivateNote: 'LP-0000000000000000x' },
    { DocNumber: 7 },
  ])('are not seen in %j', (entity) => {
    expect(referenceOf(entity)).toBeUndefined()
  })

  it('to other entities are read in every form', () => {
    const record = {
      a: { value: '35', name: 'Checking' },
      b: { value: 35 },
      c: '35',
      d: { value: '' },
      e: '',
      f: null,
    }
    expect(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => refOf(record, name))).toEqual([
      '35',
      '35',
      '35',
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('isOutOfForce', () => {
  it.each([
    [{ PrivateNote: 'Voided - LP-a' }, true],
    [{ PrivateNote: 'Order of the voided card' }, false],
    [{ status: 'Voided' }, true],
    [{ status: 'DELETED' }, true],
    [{ status: 'Draft' }, false],
    [{}, false],
  ])('%j: %j', (entity, verdict) => {
    expect(isOutOfForce(entity)).toBe(verdict)
  })
})

describe('deepLink', () => {
  it('opens the document in its company', () => {
    expect(entities.map((entity) => deepLink('https://app.qbo.intuit.com', entity, '7', '46'))).toEqual([
      'https://app.qbo.intuit.com/app/salesreceipt?txnId=7&companyid=46',
      'https://app.qbo.intuit.com/app/refundreceipt?txnId=7&companyid=46',
      'https://app.qbo.intuit.com/app/journal?txnId=7&companyid=46',
    ])
  })
})
