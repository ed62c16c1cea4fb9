import { isSigned } from '@ledgerpost/adapter-kit'

/** One delivery of Intuit's webhooks. */
export interface WebhookDelivery {
  /** The request's body as it came, byte for byte. */
  readonly body: string | Uint8Array
  /** The header `intuit-signature`: base64 of HMAC-SHA256 over the body. */
  readonly signature: string | null | undefined
  /** The verifier token of the app at developer.intuit.com. */
  readonly verifierToken: string
}

/**
 * Whether a delivery comes from Intuit (developer.intuit.com, webhooks, validate the notification). Compared by Web Crypto,
 * in a time that does not depend on where signatures differ. Never throws: what is no signature is none.
 */
export function verifyWebhookSignature({
  body,
  signature,
  verifierToken,
}: WebhookDelivery): Promise<boolean> {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  return isSigned(bytes, signature ?? '', verifierToken)
}
