import { createHmac } from 'node:crypto'

/** What changed, as a CloudEvent tells it. */
export interface FakeChange {
  readonly id: string
  readonly realmId: string
  /** `salesreceipt.created` */
  readonly what: string
  readonly entityId: string
  readonly time: string
}

/** A delivery as Intuit makes it: one body about changes in any companies, and the header `intuit-signature` to it. */
export function fakeDelivery(
  changes: readonly FakeChange[],
  verifierToken: string,
): { readonly body: string; readonly signature: string } {
  const body = JSON.stringify(
    changes.map(({ id, realmId, what, entityId, time }) => ({
      specversion: '1.0',
      id,
      source: 'intuit.fake',
      type: `qbo.${what}.v1`,
      datacontenttype: 'application/json',
      time,
      intuitentityid: entityId,
      intuitaccountid: realmId,
      data: {},
    })),
  )
  return { body, signature: createHmac('sha256', verifierToken).update(body).digest('base64') }
}
