import { isRecord, type JsonRecord, textMember } from '@ledgerpost/adapter-kit'

/** Something that changed in a company's books. */
export interface WebhookEvent {
  /** The event's own id, by which a repeated delivery is known. */
  readonly id: string
  /** The company; a delivery may be about several. */
  readonly companyId: string
  /** In lower case: `salesreceipt`. */
  readonly entity: string
  readonly entityId: string
  /** In lower case: `created`, `updated`, `deleted`, `voided`, `merged`. */
  readonly action: string
  /** ISO 8601, as it was sent. */
  readonly time: string
}

/**
 * The events of a delivery in the CloudEvents format, the only one since 2026-07-31 (blogs.intuit.com/2025/11/12). Verify its
 * signature first. Events that are not understood are left out; they come in any order, and again.
 * @param body the JSON that was delivered
 * @returns undefined if it is not such a delivery at all
 */
export function readWebhookEvents(body: string): readonly WebhookEvent[] | undefined {
  try {
    const events: unknown = JSON.parse(body)
    return Array.isArray(events)
      ? events.filter(isRecord).flatMap((event) => eventOf(event) ?? [])
      : undefined
  } catch {
    return undefined
  }
}

/** `qbo.salesreceipt.created.v1` */
const typeForm = /^qbo\.([a-z]+)\.([a-z]+)\.v1$/i

function eventOf(event: JsonRecord): WebhookEvent | undefined {
  const type = typeForm.exec(textMember(event, 'type') ?? '')
  const [id, time] = [textMember(event, 'id'), textMember(event, 'time')]
  const [entityId, companyId] = [textMember(event, 'intuitentityid'), textMember(event, 'intuitaccountid')]
  const isVersion = textMember(event, 'specversion') === '1.0'
  if (!type || !isVersion || !id || !time || !entityId || !companyId) return undefined
  const [, entity = '', action = ''] = type
  return { id, companyId, entity: entity.toLowerCase(), entityId, action: action.toLowerCase(), time }
}
