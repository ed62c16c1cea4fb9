import { isRecord, isSigned, type JsonRecord, recordMember, textMember } from '@ledgerpost/adapter-kit'

/** What Xero sent, as it arrived. */
export interface XeroWebhookRequest {
  /** The raw body, before anybody read it as JSON. */
  readonly body: Uint8Array
  /** The header `x-xero-signature`; null if there is none. */
  readonly signature: string | null
}

/** Something that changed at Xero. All texts are Xero's own. */
export interface XeroWebhookEvent {
  /** `INVOICE`, `CREDITNOTE`, `CONTACT`, `SUBSCRIPTION`, or whatever else Xero comes up with. There is none for payments. */
  readonly category: string
  /** `CREATE`, `UPDATE` or another. */
  readonly type: string
  /** The id of what changed; what it is now has to be asked for. */
  readonly resourceId: string
  readonly resourceUrl: string | null
  /** The organisation, or the app for events of the category SUBSCRIPTION. */
  readonly tenantId: string
  /** `ORGANISATION`, `APPLICATION` or another. */
  readonly tenantType: string | null
  /** `2026-03-01T01:15:39.902`, UTC without saying so. */
  readonly occurredAt: string | null
  /** What some categories tell besides (of a credit note, its Type and Status). */
  readonly data: JsonRecord | null
}

/**
 * What is to be answered, with an empty body, without cookies and within five seconds: Xero repeats what is answered
 * otherwise, and after 24 hours of that sends no more.
 */
export type XeroWebhookAnswer =
  /** It is not from Xero. */
  | { readonly status: 401 }
  | {
      readonly status: 200
      /** None in a probe of the intent to receive. */
      readonly events: readonly XeroWebhookEvent[]
      /** How many events were not understood; a body that is none of Xero's counts as one. */
      readonly unread: number
    }

/**
 * Reads a webhook of Xero's (developer.xero.com/documentation/webhooks/configuring-your-server, xero-webhooks.yaml 16.1.0).
 * Right signatures are answered with 200 and wrong ones with 401, which is also how a probe of the intent to receive wants
 * it. Events of unknown categories and types are handed on as they are. Keeps nothing and calls nobody.
 * @param key the webhook's signing key, from developer.xero.com
 */
export async function receiveXeroWebhook(
  { body, signature }: XeroWebhookRequest,
  key: string,
): Promise<XeroWebhookAnswer> {
  if (signature === null || !(await isSigned(body, signature, key))) return { status: 401 }
  const told = parsed(body)
  if (!isRecord(told) || !Array.isArray(told['events'])) return { status: 200, events: [], unread: 1 }
  const events = told['events'].flatMap((event: unknown) => eventOf(event) ?? [])
  return { status: 200, events, unread: told['events'].length - events.length }
}

function eventOf(event: unknown): XeroWebhookEvent | undefined {
  if (!isRecord(event)) return undefined
  const [category, type] = [textMember(event, 'eventCategory'), textMember(event, 'eventType')]
  const [resourceId, tenantId] = [textMember(event, 'resourceId'), textMember(event, 'tenantId')]
  if (category === undefined || type === undefined || resourceId === undefined || tenantId === undefined)
    return undefined
  return {
    category,
    type,
    resourceId,
    resourceUrl: textMember(event, 'resourceUrl') ?? null,
    tenantId,
    tenantType: textMember(event, 'tenantType') ?? null,
    occurredAt: textMember(event, 'eventDateUtc') ?? null,
    data: recordMember(event, 'data') ?? null,
  }
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return undefined
  }
}
