import { describe, expect, it } from 'vitest'
import { LedgerpostError } from './ledgerpost-error.js'
import { UnsupportedCapabilityError } from './unsupported-capability.js'

describe('an error of ours', () => {
  it('carries what a person and a machine need', () => {
    const cause = new Error('socket closed')
    const error = new LedgerpostError({
      code: 'lost',
      message: 'Order 7 was lost. Send it again.',
      isRetryable: true,
      cause,
      details: { orderId: '7' },
    })
    expect(error).toMatchObject({
      name: 'LedgerpostError',
      code: 'lost',
      isRetryable: true,
      details: { orderId: '7' },
    })
    expect(error.message).toBe('Order 7 was lost. Send it again.')
    expect(error.cause).toBe(cause)
    expect(error).toBeInstanceOf(Error)
  })

  it('is final and has neither cause nor details unless told otherwise', () => {
    const error = new LedgerpostError({ code: 'lost', message: 'Lost.' })
    expect(error).toMatchObject({ isRetryable: false, details: {} })
    expect(Object.hasOwn(error, 'cause')).toBe(false)
  })

  it('names the adapter and what it cannot do', () => {
    const error = new UnsupportedCapabilityError('PlainText', 'undo', 'Delete the file by hand.')
    expect(error).toBeInstanceOf(LedgerpostError)
    expect(error).toMatchObject({
      name: 'UnsupportedCapabilityError',
      code: 'unsupported-capability',
      message: 'The PlainText adapter does not support undo. Delete the file by hand.',
      details: { adapterType: 'PlainText', capability: 'undo' },
    })
  })
})
