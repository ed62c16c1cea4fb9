import { limits } from '../../limits.js'
import { Refusal } from '../problem.js'

const printable = /^[\u0020-\u007E]+$/

/** A string of RFC 9651, section 3.3.3, without parameters. */
const quoted = /^"((?:[\u0020-\u0021\u0023-\u005B\u005D-\u007E]|\\["\\])*)"$/

/**
 * The key of an Idempotency-Key header, undefined without one. The draft of the IETF (httpapi-idempotency-key-header)
 * has it in quotation marks and clients mostly send it bare: both are the same key.
 * @throws Refusal
 */
export function idempotencyKeyOf(header: string | undefined): string | undefined {
  if (header === undefined) return undefined
  const text = header.trim()
  const key = text.startsWith('"') ? quoted.exec(text)?.[1]?.replace(/\\(["\\])/g, '$1') : text
  if (key !== undefined && key.length <= limits.keyCharacters && printable.test(key)) return key
  throw new Refusal(
    'idempotency-key-malformed',
    `The Idempotency-Key must have 1 to ${limits.keyCharacters} printable ASCII characters, bare or in quotation marks. Nothing was done; send another, such as a UUID.`,
  )
}
