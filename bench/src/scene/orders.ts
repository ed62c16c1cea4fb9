import { playStudio, type WireOrder } from '@ledgerpost/testkit'

/** The orders of a studio, so many, the same for the same seed: each once, as it was first sent. */
export function* firstRevisions(count: number, seed: number): Generator<WireOrder> {
  const seen = new Set<string>()
  for (const order of playStudio({ seed, orders: count })) {
    if (seen.has(order.Id)) continue
    seen.add(order.Id)
    yield order
  }
}

/** The same as bytes of NDJSON, one order a line. */
export function orderLines(count: number, seed: number): Buffer {
  const lines: string[] = []
  for (const order of firstRevisions(count, seed)) lines.push(`${JSON.stringify(order)}\n`)
  return Buffer.from(lines.join(''))
}

/** In pieces of the size in which a socket delivers them. */
export function* chunksOf(bytes: Buffer, size = 65_536): Generator<Buffer> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
}
