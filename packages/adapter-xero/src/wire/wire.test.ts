import { formatAmount, minorUnitDigits } from '@ledgerpost/core'
import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { fromWire, hundredths, isWritable, toWire } from './amounts.js'
import { dateOfWire } from './dates.js'
import { deepLink } from './deep-link.js'
import { isAccountId, isGuid } from './guid.js'
import { isInForce } from './standing.js'
import { anyOf, isText, isWithin } from './where.js'

const maximum = 10n ** 15n - 1n

describe('amounts', () => {
  test.prop([fc.bigInt({ min: -maximum, max: maximum }), fc.constantFrom('USD', 'JPY')])(
    'survive the way through JSON',
    (amount, currency) => {
      const wire: unknown = JSON.parse(
        JSON.stringify({ amount: toWire(amount, currency) })
          .replace('{"amount":', '')
          .replace('}', ''),
      )
      expect(isWritable(amount, 15)).toBe(true)
      expect(fromWire(wire, currency)).toBe(amount)
      expect(hundredths(wire)).toBe(amount * (currency === 'JPY' ? 100n : 1n))
      expect(fromWire(formatAmount(amount, minorUnitDigits(currency)), currency)).toBe(amount)
    },
  )

  it.each([Number.NaN, 0.1 + 0.2, '1,00', null, undefined, {}, '', 1.005])('%j is not an amount', (value) => {
    expect(fromWire(value, 'USD')).toBeUndefined()
  })
})

describe('dateOfWire', () => {
  test.prop([fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })])(
    'reads every form of a day',
    (date) => {
      const day = date.toISOString().slice(0, 10)
      const midnight = Date.parse(`${day}T00:00:00Z`)
      expect(dateOfWire(`/Date(${midnight}+0000)/`)).toBe(day)
      expect(dateOfWire(`/Date(${midnight})/`)).toBe(day)
      expect(dateOfWire(`/Date(${midnight - 13 * 3_600_000}+1300)/`)).toBe(day)
      expect(dateOfWire(`/Date(${midnight + 5 * 3_600_000}-0500)/`)).toBe(day)
      expect(dateOfWire(day)).toBe(day)
      expect(dateOfWire(`${day}T00:00:00`)).toBe(day)
    },
  )

  it.each(['', '/Date()/', '2026-02-30', '2026-03-01x', 'yesterday', 5, null, undefined])(
    'does not read %j',
    (value) => {
      expect(dateOfWire(value)).toBeUndefined()
    },
  )
})

describe('filters', () => {
  it('are written in the language of Xero', () => {
    expect(anyOf([isText('Reference', 'LP-a'), isText('Reference', 'LP-b')])).toBe(
      'Reference=="LP-a" OR Reference=="LP-b"',
    )
    expect(isWithin('Date', '2026-03-01', '2026-03-31')).toBe(
      'Date>=DateTime(2026,03,01) AND Date<=DateTime(2026,03,31)',
    )
  })

  it.each(['a"b', 'a\\b', 'a\nb'])('never contain %j', (text) => {
    expect(() => isText('Reference', text)).toThrow(RangeError)
  })
})

describe('deepLink', () => {
  it('opens the document in its organisation', () => {
    expect(deepLink('https://go.xero.com', 'Invoices', 'i', '!abc')).toBe(
      'https://go.xero.com/organisationlogin/default.aspx?shortcode=!abc&redirecturl=/AccountsReceivable/View.aspx?InvoiceID=i',
    )
    expect(deepLink('https://go.xero.com', 'Payments', 'p', undefined)).toBe(
      'https://go.xero.com/Bank/ViewTransaction.aspx?bankTransactionID=p',
    )
    expect(deepLink('https://go.xero.com', 'BankTransactions', 'b', '!abc')).toBe(
      'https://go.xero.com/organisationlogin/default.aspx?shortcode=!abc&redirecturl=/Bank/ViewTransaction.aspx?bankTransactionID=b',
    )
    expect(deepLink('https://go.xero.com', 'ManualJournals', 'j', '!abc')).toBe(
      'https://go.xero.com/organisationlogin/default.aspx?shortcode=!abc&redirecturl=/Journal/View.aspx?invoiceID=j',
    )
  })
})

describe('isInForce', () => {
  it.each([
    ['AUTHORISED', true],
    ['PAID', true],
    ['POSTED', true],
    ['DRAFT', false],
    ['VOIDED', false],
    ['DELETED', false],
    ['ARCHIVED', undefined],
    ['authorised', undefined],
    ['', undefined],
  ])('%s: %j', (status, verdict) => {
    expect(isInForce(status)).toBe(verdict)
  })
})

describe('isGuid', () => {
  it.each([
    ['fa4e0000-0000-4000-8000-000000000001', true],
    ['00000000-0000-0000-0000-000000000000', false],
    ['12', false],
    [undefined, false],
  ])('%j: %j', (text, verdict) => {
    expect(isGuid(text)).toBe(verdict)
  })
})

describe('isAccountId', () => {
  it.each([
    ['fa4e0000-0000-4000-8000-000000000001', true],
    ['abcdef4', true],
    ['00000000-0000-0000-0000-000000000000', false],
    ['', false],
    [undefined, false],
  ])('%j: %j', (text, verdict) => {
    expect(isAccountId(text)).toBe(verdict)
  })
})
