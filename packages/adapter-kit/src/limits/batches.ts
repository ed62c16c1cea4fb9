export interface BatchLimits {
  readonly maximumCount: number
  /** Including what surrounds the elements. */
  readonly maximumBytes: number
}

/**
 * Cuts elements into consecutive batches that stay within a count and a number of bytes. An element that is too
 * large by itself makes a batch of its own.
 * @param bytesOf an element's size, its separator included
 * @param overhead bytes that every batch has besides its elements
 */
export function batchesOf<T>(
  elements: readonly T[],
  limits: BatchLimits,
  bytesOf: (element: T) => number,
  overhead = 0,
): T[][] {
  const batches: T[][] = []
  let batch: T[] = []
  let bytes = overhead
  for (const element of elements) {
    const size = bytesOf(element)
    if (batch.length > 0 && (batch.length === limits.maximumCount || bytes + size > limits.maximumBytes)) {
      batches.push(batch)
      batch = []
      bytes = overhead
    }
    batch.push(element)
    bytes += size
  }
  if (batch.length > 0) batches.push(batch)
  return batches
}

const encoder = new TextEncoder()

/** How many bytes a text has in UTF-8. */
export function byteLength(text: string): number {
  return encoder.encode(text).byteLength
}
