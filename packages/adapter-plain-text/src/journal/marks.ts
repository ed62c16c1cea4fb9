import { createHash } from 'node:crypto'

/*
 * Every entry of ours stands between an opening line and a seal line, both of them comments in all three programs:
 *
 *     ; ledgerpost entry LP-0123456789abcdef
 *     2026-03-01 * (LP-0123456789abcdef) Order 1041
 *     ...
 *     ; ledgerpost seal LP-0123456789abcdef 5feceb66ffc86f38d952786c6d696c79
 */
export const openingStart = '; ledgerpost entry '
export const openingPattern = /^; ledgerpost entry ([A-Za-z0-9-]{1,64})\s*$/
export const sealPattern = /^; ledgerpost seal ([A-Za-z0-9-]{1,64}) ([0-9a-f]{32})\s*$/

const referencePattern = /^[A-Za-z0-9-]{1,64}$/

/** Puts an entry's lines between its marks. */
export function sealEntry(reference: string, lines: string): string {
  if (!referencePattern.test(reference)) {
    throw new RangeError(
      `'${reference}' cannot be a reference: it must be 1 to 64 letters, digits and hyphens (documentReference makes such).`,
    )
  }
  const content = `${openingStart}${reference}\n${lines}`
  return `${content}; ledgerpost seal ${reference} ${checksum(content)}\n`
}

/** 128 bits of the SHA-256 of an entry from its opening line up to its seal line, in hexadecimal. */
export function checksum(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 32)
}
