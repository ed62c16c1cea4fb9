import type { ReasonKind } from '@ledgerpost/core'
import { describe, expect, it } from 'vitest'
import { refusalReasonOf } from './fault-reason.js'
import { faultIn, sentenceOf } from './fault.js'

const fault = (code: string, detail: string) => ({
  Fault: { Error: [{ Message: 'Refused', Detail: detail, code }], type: 'ValidationFault' },
})

describe("Intuit's codes and sentences", () => {
  it.each<[string, string, ReasonKind]>([
    [
      '6140',
      'Duplicate Document Number Error : ... DocNumber=1234 is assigned to TxnType=Invoice with TxnId=111',
      'duplicate',
    ],
    ['6210', 'Account Period Closed, Cannot Update Through Services', 'period-locked'],
    ['6070', 'Amount is not equal to UnitPrice * Qty. Supplied value:10', 'unbalanced'],
    ['6190', 'Invalid Company Status: subscription period has ended', 'quota'],
    ['6240', 'The name supplied already exists', 'contact'],
    ['6540', 'Deposited Transaction cannot be changed', 'stale'],
    ['5010', 'Stale Object Error', 'stale'],
    ['120', 'Authorization Failure: the user is no longer an administrator', 'reauthorise'],
    ['003200', 'AuthenticationFailed', 'reauthorise'],
    ['003001', 'ThrottleExceeded', 'rate-limited'],
    [
      '610',
      "Object Not Found : Something you're trying to use has been made inactive. Check the fields with accounts, customers, items, vendors or employees.",
      'unknown-account',
    ],
    ['2500', 'Invalid Reference Id : Item element id 99 not found', 'unknown-account'],
    ['2500', 'Invalid Reference Id : Names element id 99 not found', 'contact'],
    ['2500', 'Invalid Reference Id : TaxCode element id 9 not found', 'tax'],
    [
      '6000',
      'Business Validation Error: Make sure all your transactions have a GST/VAT rate before you save.',
      'tax',
    ],
    ['6000', 'Business Validation Error: The books are closed through 2026-01-31', 'period-locked'],
    ['6000', 'Business Validation Error: You must balance debits and credits', 'unbalanced'],
    ['6000', 'Business Validation Error: the account is deleted', 'unknown-account'],
    ['2020', 'Required parameter Line is missing in the request', 'invalid'],
    ['2170', 'Invalid Enumeration : Foo', 'invalid'],
    ['', 'Something nobody has heard of', 'invalid'],
  ])('%s %s', (code, detail, kind) => {
    const understood = faultIn(fault(code, detail))
    expect(understood && refusalReasonOf(understood)).toMatchObject({
      kind,
      message: expect.stringContaining(detail),
    })
  })

  const gateway = {
    warnings: null,
    fault: { error: [{ message: 'm', detail: 'd', code: '3200', element: null }], type: 'AUTHENTICATION' },
  }

  it('are found in both spellings, with numbers for codes, and without any words', () => {
    expect(faultIn(gateway)).toEqual({
      kind: 'authorisation',
      errors: [{ code: '3200', message: 'm: d' }],
    })
    expect(faultIn({ Fault: { Error: [{ code: 6140 }], type: 'SystemFault' } })).toEqual({
      kind: 'system',
      errors: [{ code: '6140', message: '' }],
    })
    expect(faultIn({ Fault: { type: 'AuthorizatonFault' } })).toEqual({ kind: 'authorisation', errors: [] })
    expect(sentenceOf({ kind: 'unknown', errors: [] })).toBe('no message')
    expect([faultIn('text'), faultIn({ Fault: 'text' }), faultIn({}), faultIn(null)]).toEqual(
      Array.from({ length: 4 }),
    )
  })
})
