import { type EntityType } from '../model/structured-type.js'
import { primitivesOf } from '../model/members.js'
import { type IdentityPlan } from '../plan/plan.js'
import { type Found, textIn } from './found.js'
import { plainText } from './write-value.js'

/** The weak ETag of an entity: the texts of the properties that its type names, joined by commas. */
export function etagOf({ type, etag }: IdentityPlan, found: Found): string | undefined {
  if (etag.length === 0) return undefined
  const texts = etagTexts(type, etag, found)
  // RFC 9110, 8.8.3: visible ASCII without quotes. The percent sign must then stand for itself too.
  return `W/"${texts.join(',').replaceAll(/[^\x21\x23\x24\x26-\x7e]+/gu, encodeURIComponent)}"`
}

/** Whether an `If-None-Match` has the tag; compared weakly, as RFC 9110 wants it there. */
export function matchesAny(header: string, etag: string): boolean {
  if (header.trim() === '*') return true
  const opaque = etag.replace(/^W\//, '')
  return [...header.matchAll(/"[^"]*"/g)].some(([tag]) => tag === opaque)
}

function etagTexts(type: EntityType, places: readonly number[], found: Found): readonly string[] {
  return primitivesOf(type, type.etag ?? []).map((property, at) => {
    const text = textIn(found, places[at] ?? -1)
    return text === null ? '' : plainText(property.type, text)
  })
}
