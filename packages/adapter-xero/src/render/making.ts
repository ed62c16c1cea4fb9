import { byteLength } from '@ledgerpost/adapter-kit'
import type { IntegratorConfiguration, MappedLine, MappedPacket } from '@ledgerpost/core'
import type { XeroExtension } from '../configuration/extension.js'
import type { XeroLimits } from '../limits.js'
import { condensed } from './line-items.js'

/** What the documents of one packet are made from. */
export interface Making {
  readonly packet: MappedPacket
  readonly configuration: IntegratorConfiguration
  readonly extension: XeroExtension
  readonly limits: XeroLimits
}

/** The packet's title, after the day it belongs to where the document bears another. */
export function titleOf({ title, businessDate, documentDate }: MappedPacket): string {
  return businessDate === documentDate ? title : `${businessDate}: ${title}`
}

/** Bytes that a call has besides its only element. */
const envelope = 100
/** And that an element has besides the descriptions of its lines, and one of those at most for every character. */
const head = 10_000
const line = 4000
const bytesOfCharacter = 6

/** What is made of lines, or of lines joined by account and tax if it would be too large for a call. */
export function fitting<Element>(
  lines: readonly MappedLine[],
  { batchBytes, descriptionLength }: XeroLimits,
  elementOf: (lines: readonly MappedLine[]) => Element,
): { readonly lines: readonly MappedLine[]; readonly element: Element } {
  const element = elementOf(lines)
  // Few lines fit in any case, and are not written a second time to see it.
  const most = head + lines.length * (line + descriptionLength * bytesOfCharacter)
  if (most <= batchBytes - envelope) return { lines, element }
  if (byteLength(JSON.stringify(element)) <= batchBytes - envelope) return { lines, element }
  const joined = condensed(lines)
  return { lines: joined, element: elementOf(joined) }
}
