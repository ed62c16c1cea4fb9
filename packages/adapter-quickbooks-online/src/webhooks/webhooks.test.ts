import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { type FakeChange, fakeDelivery } from '../../fake/index.js'
import { readWebhookEvents } from './read-events.js'
import { verifyWebhookSignature } from './verify-signature.js'

const verifierToken = 'verifier-0c7a'
const change: FakeChange = {
  id: 'e1',
  realmId: '46',
  what: 'salesreceipt.created',
  entityId: '1001',
  time: '2026-03-01T10:00:00Z',
}

describe('verifyWebhookSignature', () => {
  test.prop([fc.string({ unit: 'grapheme' }), fc.string({ minLength: 1 }), fc.nat()], { seed: 20_261_201 })(
    'takes what was signed, and nothing that was changed since',
    async (id, token, at) => {
      const { body, signature } = fakeDelivery([{ ...change, id }], token)
      const bytes = new TextEncoder().encode(body)
      expect(await verifyWebhookSignature({ body, signature, verifierToken: token })).toBe(true)
      expect(await verifyWebhookSignature({ body: bytes, signature, verifierToken: token })).toBe(true)
      bytes.set([(bytes[at % bytes.length] ?? 0) ^ 1], at % bytes.length)
      expect(await verifyWebhookSignature({ body: bytes, signature, verifierToken: token })).toBe(false)
      expect(await verifyWebhookSignature({ body, signature, verifierToken: `${token}x` })).toBe(false)
    },
  )

  it('knows the vector of RFC 4231, case 2', async () => {
    const signature = Buffer.from(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
      'hex',
    ).toString('base64')
    const body = 'what do ya want for nothing?'
    expect(await verifyWebhookSignature({ body, signature, verifierToken: 'Jefe' })).toBe(true)
  })

  it.each([null, undefined, '', 'not base64 at all!', 'AAAA', `${'A'.repeat(43)}=`, `${'A'.repeat(400)}=`])(
    'refuses %j without throwing',
    async (signature) => {
      const { body } = fakeDelivery([change], verifierToken)
      expect(await verifyWebhookSignature({ body, signature, verifierToken })).toBe(false)
    },
  )

  it('refuses everything while no verifier token is configured', async () => {
    const { body, signature } = fakeDelivery([change], '')
    expect(await verifyWebhookSignature({ body, signature, verifierToken: '' })).toBe(false)
  })
})

describe('readWebhookEvents', () => {
  it('reads the events of several companies', () => {
    const other: FakeChange = {
      ...change,
      id: 'e2',
      realmId: '47',
      what: 'JournalEntry.Voided',
      entityId: '7',
    }
    expect(readWebhookEvents(fakeDelivery([change, other], verifierToken).body)).toEqual([
      {
        id: 'e1',
        companyId: '46',
        entity: 'salesreceipt',
        entityId: '1001',
        action: 'created',
        time: change.time,
      },
      {
        id: 'e2',
        companyId: '47',
        entity: 'journalentry',
        entityId: '7',
        action: 'voided',
        time: change.time,
      },
    ])
  })

  it('leaves out what it does not understand', () => {
    const [event] = JSON.parse(fakeDelivery([change], verifierToken).body) as object[]
    const strange = [
      { ...event, type: 'qbo.salesreceipt.created.v2' },
      { ...event, specversion: '0.3' },
      { ...event, intuitaccountid: undefined },
      { ...event, intuitentityid: 7 },
      'text',
      null,
    ]
    expect(readWebhookEvents(JSON.stringify([...strange, event]))).toMatchObject([{ id: 'e1' }])
    expect(readWebhookEvents('[]')).toEqual([])
  })

  it.each(['', '{', '{"eventNotifications":[]}', 'null', '7'])('%j is no such delivery', (body) => {
    expect(readWebhookEvents(body)).toBeUndefined()
  })
})
