import { createHmac } from 'node:crypto'
import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { receiveXeroWebhook } from './receive-webhook.js'

const key = 'RRs41wXbjN1jBALSR4fYd4p4dQ1SBGfA4Ra1KGXNyZY='
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const signatureOf = (body: Uint8Array | string, by = key): string =>
  createHmac('sha256', by).update(body).digest('base64')
const receive = (body: string, signature: string | null = signatureOf(body)) =>
  receiveXeroWebhook({ body: bytes(body), signature }, key)

const invoice = {
  resourceUrl: 'https://api.xero.com/api.xro/2.0/Invoices/717f2bfc-c6d4-41fd-b238-3f2f0c0cf777',
  resourceId: '717f2bfc-c6d4-41fd-b238-3f2f0c0cf777',
  eventDateUtc: '2026-03-01T01:15:39.902',
  eventType: 'UPDATE',
  eventCategory: 'INVOICE',
  tenantId: 'c2cc9b6e-9458-4c7d-93cc-f02b81b0594f',
  tenantType: 'ORGANISATION',
}
const told = (...events: unknown[]): string =>
  JSON.stringify({ events, lastEventSequence: 1, firstEventSequence: 1, entropy: 'S0m3r4Nd0mt3xt' })

describe('a probe of the intent to receive', () => {
  const probe = JSON.stringify({ events: [], lastEventSequence: 0, firstEventSequence: 0, entropy: 'x' })

  it('is answered with 200 where it is signed right', async () => {
    expect(await receive(probe)).toEqual({ status: 200, events: [], unread: 0 })
  })

  it.each([
    ['of another key', signatureOf(probe, 'another')],
    ['of another body', signatureOf(`${probe} `)],
    ['in hexadecimal', createHmac('sha256', key).update(probe).digest('hex')],
    ['that is too short', signatureOf(probe).slice(0, -8)],
    ['that is too long', `${signatureOf(probe).slice(0, -1)}AAAA`],
    ['that is no base64', '!'],
    ['that is empty', ''],
    ['that is missing', null],
  ])('is answered with 401 for a signature %s', async (_what, signature) => {
    expect(await receive(probe, signature)).toEqual({ status: 401 })
  })

  it('is answered with 401 where no key is known', async () => {
    const request = { body: bytes(probe), signature: signatureOf(probe, '') }
    expect(await receiveXeroWebhook(request, '')).toEqual({ status: 401 })
  })
})

describe('a signature', () => {
  test.prop([fc.uint8Array({ maxLength: 400 }), fc.nat(), fc.integer({ min: 1, max: 255 })], {
    seed: 20_260_304,
    numRuns: 100,
  })('covers every byte of the body, whatever they are', async (body, place, change) => {
    const signature = signatureOf(body)
    expect(await receiveXeroWebhook({ body, signature }, key)).toMatchObject({ status: 200 })
    const index = place % (body.length + 1)
    const changed =
      index === body.length
        ? Uint8Array.from([...body, change])
        : body.map((byte, at) => (at === index ? byte ^ change : byte))
    expect(await receiveXeroWebhook({ body: changed, signature }, key)).toEqual({ status: 401 })
  })

  it('is that of RFC 4231, test case 2', async () => {
    const signature = Buffer.from(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
      'hex',
    ).toString('base64')
    const body = bytes('what do ya want for nothing?')
    expect(await receiveXeroWebhook({ body, signature }, 'Jefe')).toMatchObject({ status: 200 })
  })
})

describe('events', () => {
  it('are told in their order', async () => {
    expect(await receive(told(invoice, { ...invoice, eventType: 'CREATE' }))).toEqual({
      status: 200,
      events: [
        {
          category: 'INVOICE',
          type: 'UPDATE',
          resourceId: invoice.resourceId,
          resourceUrl: invoice.resourceUrl,
          tenantId: invoice.tenantId,
          tenantType: 'ORGANISATION',
          occurredAt: '2026-03-01T01:15:39.902',
          data: null,
        },
        expect.objectContaining({ type: 'CREATE' }),
      ],
      unread: 0,
    })
  })

  it('of unknown categories and types are handed on, with what they tell besides', async () => {
    const strange = {
      ...invoice,
      eventCategory: 'OVERPAYMENT',
      eventType: 'ARCHIVE',
      tenantType: undefined,
      resourceUrl: 7,
      eventDateUtc: null,
      data: { Type: 'ACCPAYCREDIT' },
      more: true,
    }
    expect(await receive(told(strange))).toMatchObject({
      events: [
        {
          category: 'OVERPAYMENT',
          type: 'ARCHIVE',
          tenantType: null,
          resourceUrl: null,
          occurredAt: null,
          data: { Type: 'ACCPAYCREDIT' },
        },
      ],
      unread: 0,
    })
  })

  it('that are not understood are counted beside those that are', async () => {
    const body = told(invoice, null, 'x', { ...invoice, resourceId: '' }, { ...invoice, tenantId: undefined })
    expect(await receive(body)).toMatchObject({ status: 200, events: [{}], unread: 4 })
  })

  it.each(['', '{', '[]', '{}', '{"events":{}}', '<html>'])(
    'that cannot be read of %j are acknowledged all the same: Xero would only repeat them',
    async (body) => {
      expect(await receive(body)).toEqual({ status: 200, events: [], unread: 1 })
    },
  )
})
