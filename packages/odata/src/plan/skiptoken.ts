import { faultOfText } from '../sql/parameter-of.js'
import { type SortKey, type SortTerm } from '../sql/order.js'
import { ODataRequestError } from '../request-error.js'

const version = 1

/**
 * Makes a `$skiptoken` of the last row's key. It carries a checksum over the key and the order, so that a token of
 * another order or with a slip in it is noticed. It is no secret: whoever makes one up learns nothing that a filter
 * would not tell.
 */
export function writeSkiptoken(terms: readonly SortTerm[], key: SortKey): string {
  return toBase64Url(JSON.stringify([version, checksum(terms, key), ...key]))
}

/** @throws ODataRequestError if it is not one that {@link writeSkiptoken} made for this order */
export function readSkiptoken(terms: readonly SortTerm[], token: string): SortKey {
  const content = parse(token)
  const [found, sum, ...key] = content
  const isKey = key.every((each) => each === null || typeof each === 'string')
  if (found === version && key.length === terms.length && isKey && sum === checksum(terms, key)) {
    const fits = terms.every(({ type, isNullable }, at) => {
      const text = key[at] ?? null
      return text === null ? isNullable : faultOfText(type, text) === undefined
    })
    if (fits) return key
  }
  throw new ODataRequestError({
    code: 'odata-skiptoken',
    message: 'The $skiptoken is not one that was given out for this query. Follow @odata.nextLink as it is.',
    target: '$skiptoken',
  })
}

function parse(token: string): readonly unknown[] {
  const text = fromBase64Url(token)
  if (text === undefined) return []
  try {
    const content: unknown = JSON.parse(text)
    return Array.isArray(content) ? content : []
  } catch {
    return []
  }
}

/** FNV-1a over the UTF-16 code units, in two lanes of 32 bits. */
function checksum(terms: readonly SortTerm[], key: SortKey): string {
  const order = terms.map(({ name, direction, type }) => `${name} ${direction} ${type}`)
  const text = JSON.stringify([order, key])
  let one = 0x811c9dc5
  let other = 0x01000193
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    one = Math.imul(one ^ unit, 0x01000193) >>> 0
    other = Math.imul(other ^ (unit + at), 0x85ebca6b) >>> 0
  }
  return one.toString(36) + other.toString(36)
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

function toBase64Url(text: string): string {
  const bytes = new TextEncoder().encode(text)
  let result = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [one = 0, two = 0, three = 0] = bytes.subarray(at, at + 3)
    const bits = (one << 16) | (two << 8) | three
    const letters = [18, 12, 6, 0].map((shift) => alphabet.charAt((bits >> shift) & 63)).join('')
    result += letters.slice(0, Math.min(bytes.length - at, 3) + 1)
  }
  return result
}

/** Undefined if the text is not what {@link toBase64Url} writes. */
function fromBase64Url(text: string): string | undefined {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return undefined
  const bytes: number[] = []
  for (let at = 0; at < text.length; at += 4) {
    const letters = text.slice(at, at + 4)
    const bits = Array.from(letters.padEnd(4, 'A')).reduce(
      (all, each) => (all << 6) | alphabet.indexOf(each),
      0,
    )
    bytes.push(...[bits >> 16, (bits >> 8) & 255, bits & 255].slice(0, letters.length - 1))
  }
  try {
    const decoded = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes))
    return toBase64Url(decoded) === text ? decoded : undefined
  } catch {
    return undefined
  }
}
