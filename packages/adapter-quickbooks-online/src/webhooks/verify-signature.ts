/** One delivery of Intuit's webhooks. */
export interface WebhookDelivery {
  /** The request's body as it came, byte for byte. */
  readonly body: string | Uint8Array
  /** The header `intuit-signature`: base64 of HMAC-SHA256 over the body. */
  readonly signature: string | null | undefined
  /** The verifier token of the app at developer.intuit.com. */
  readonly verifierToken: string
}

const encoder = new TextEncoder()
const algorithm = { name: 'HMAC', hash: 'SHA-256' }

/**
 * Whether a delivery comes from Intuit (developer.intuit.com, webhooks, validate the notification). Compared by Web Crypto,
 * in a time that does not depend on where signatures differ. Never throws: what is no signature is none.
 */
export async function verifyWebhookSignature(delivery: WebhookDelivery): Promise<boolean> {
  const signature = bytesOf(delivery.signature ?? '')
  if (!signature || delivery.verifierToken === '') return false
  const secret = encoder.encode(delivery.verifierToken)
  const key = await crypto.subtle.importKey('raw', secret, algorithm, false, ['verify'])
  const body =
    typeof delivery.body === 'string' ? encoder.encode(delivery.body) : Uint8Array.from(delivery.body)
  return crypto.subtle.verify(algorithm, key, signature, body)
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9+/]{43}=$/.test(base64)) return undefined
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}
