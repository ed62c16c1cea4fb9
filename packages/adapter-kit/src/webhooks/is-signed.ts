/** Bytes in a SHA-256. */
const length = 32

/**
 * Whether a signature is the base64 of the HMAC-SHA256 (RFC 2104) of a body under a key. Web Crypto compares the two in a
 * time that does not tell how far they agree.
 */
export async function isSigned(body: Uint8Array, signature: string, key: string): Promise<boolean> {
  const claimed = bytesOf(signature)
  if (claimed?.byteLength !== length || key === '') return false
  const hmac = { name: 'HMAC', hash: 'SHA-256' }
  const imported = await crypto.subtle.importKey('raw', new TextEncoder().encode(key), hmac, false, [
    'verify',
  ])
  return crypto.subtle.verify(hmac, imported, claimed, Uint8Array.from(body))
}

/** Undefined for what is not base64. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(base64.trim()), (character) => character.charCodeAt(0))
  } catch {
    return undefined
  }
}
