import { createHash } from 'node:crypto'

const maximumLength = 150

/**
 * A folder name for a subscriber: different for different ids, on file systems that ignore case as well, and never
 * a path. Lower-case letters, digits and hyphens stand for themselves, every other byte (UTF-8) is `_` and two
 * hexadecimal digits; a long one is cut and ends in `__` and the id's SHA-256.
 */
export function folderName(subscriberId: string): string {
  const name = [...Buffer.from(subscriberId, 'utf8')].map(encodeByte).join('')
  if (name === '') return '_'
  if (name.length <= maximumLength) return name
  return `${name.slice(0, maximumLength - 66)}__${createHash('sha256').update(subscriberId).digest('hex')}`
}

function encodeByte(byte: number): string {
  const character = String.fromCharCode(byte)
  return /[a-z0-9-]/.test(character) ? character : `_${byte.toString(16).padStart(2, '0')}`
}
