import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { LedgerpostError } from '@ledgerpost/core'
import type { SecretBox } from '@ledgerpost/engine'

const algorithm = 'aes-256-gcm'
const version = 'v1'
const nonceBytes = 12
const tagBytes = 16

/** What was sealed cannot be opened: another key, another context, or somebody changed it. */
export class SecretUnreadable extends LedgerpostError {
  override readonly name = 'SecretUnreadable'

  constructor(why: string, cause?: unknown) {
    super({
      code: 'secret-unreadable',
      message: `A stored secret cannot be opened: ${why}. Start the server with the key it was sealed with (LEDGERPOST_SECRET_KEY, secret.key or LEDGERPOST_SECRET_KEYS_OLD), or link the ledger again.`,
      cause,
    })
  }
}

/**
 * Seals texts with AES-256-GCM (NIST SP 800-38D): `v1.<key id>.<nonce, ciphertext and tag in base64url>`. The header
 * and the context are authenticated with it.
 * @param key 32 random bytes
 * @param olderKeys keys that may still open what was sealed with them
 */
export function createSecretBox(key: Uint8Array, olderKeys: readonly Uint8Array[] = []): SecretBox {
  const keys = new Map([...olderKeys, key].map((each) => [keyIdOf(each), each]))
  const keyId = keyIdOf(key)
  return {
    isCurrent: (sealed) => sealed.startsWith(`${version}.${keyId}.`),
    seal(plain, context) {
      const nonce = randomBytes(nonceBytes)
      const header = `${version}.${keyId}`
      const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes })
      cipher.setAAD(associatedData(header, context))
      const sealed = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return `${header}.${sealed.toString('base64url')}`
    },
    open(sealed, context) {
      const [foundVersion, foundKeyId = '', payload = ''] = sealed.split('.')
      if (foundVersion !== version) throw new SecretUnreadable('it is not of a form that this server knows')
      const found = keys.get(foundKeyId)
      if (!found)
        throw new SecretUnreadable(
          `it was sealed with the key ${foundKeyId.slice(0, 16)}, which this server does not have`,
        )
      const bytes = Buffer.from(payload, 'base64url')
      if (bytes.length < nonceBytes + tagBytes) throw new SecretUnreadable('it is too short')
      const decipher = createDecipheriv(algorithm, found, bytes.subarray(0, nonceBytes), {
        authTagLength: tagBytes,
      })
      decipher.setAAD(associatedData(`${foundVersion}.${foundKeyId}`, context))
      decipher.setAuthTag(bytes.subarray(-tagBytes))
      try {
        const opened = [decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]
        return Buffer.concat(opened).toString('utf8')
      } catch (error) {
        throw new SecretUnreadable('it was changed, or belongs to something else', error)
      }
    },
  }
}

/** Tells keys apart without telling anything about them. */
function keyIdOf(key: Uint8Array): string {
  if (key.length !== 32) throw new RangeError(`A secret key has 32 bytes, not ${key.length}.`)
  return createHash('sha256').update('ledgerpost key id').update(key).digest('hex').slice(0, 8)
}

function associatedData(header: string, context: string): Buffer {
  return Buffer.from(JSON.stringify([header, context]), 'utf8')
}
