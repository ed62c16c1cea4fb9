import { isRecord } from '@ledgerpost/adapter-kit'
import { OrderSourceError } from '@ledgerpost/core'
import { CycleDetector } from './cycle-detector.js'
import { nextLinkOf, type PageReader } from './page-reader.js'
import { unusable } from './unusable.js'

/** Elements of one collection of an order, beyond what core reads; further pages are not asked for. */
const mostElements = 100_000
const deepest = 16

type Completed =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: string }

/**
 * An order of which a service sent only the first items, with a next link for the rest (`Items@odata.nextLink`, OData
 * JSON Format 4.0 section 8.3), with all of them; any other as it is.
 * @param base what next links are relative to
 */
export async function collectionsCompleted(
  order: unknown,
  base: URL,
  reader: PageReader,
): Promise<Completed> {
  try {
    return { ok: true, value: await completed(order, base, reader, 0) }
  } catch (error) {
    // The order went away between two requests, or this part of it never was there.
    if (!(error instanceof OrderSourceError) || error.fault !== 'not-found') throw error
    const id = isRecord(order) ? String(order['Id']).slice(0, 100) : ''
    return { ok: false, problem: `Order ${id} was sent in parts, and one of them does not exist.` }
  }
}

async function completed(value: unknown, base: URL, reader: PageReader, depth: number): Promise<unknown> {
  if (typeof value !== 'object' || value === null || depth > deepest) return value
  if (Array.isArray(value)) {
    const elements: unknown[] = []
    for (const element of value) elements.push(await completed(element, base, reader, depth + 1))
    return elements
  }
  const members: [string, unknown][] = []
  for (const [name, member] of Object.entries(value)) {
    const link = nextLinkOf(value, name)
    const all = link === undefined ? member : await withRest(member, link, base, reader)
    members.push([name, await completed(all, base, reader, depth + 1)])
  }
  return Object.fromEntries(members)
}

async function withRest(first: unknown, link: string, base: URL, reader: PageReader): Promise<unknown> {
  const elements: unknown[] = Array.isArray(first) ? [...first] : []
  const links = new CycleDetector()
  let url: URL | null = reader.resolve(link, base)
  while (url !== null && elements.length <= mostElements) {
    if (links.hasSeen(url.href)) throw unusable('sends items of an order whose next links lead in a circle')
    const page = await reader.read(url)
    elements.push(...page.values)
    url = page.next
  }
  return elements
}
