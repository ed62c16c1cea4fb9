import type { Piece, Splitter } from '../wire/feed/piece.js'

/** Cuts the text's bytes into chunks of the given sizes; what is left is one more. */
export function chunked(text: string, sizes: readonly number[]): readonly Uint8Array[] {
  const bytes = Buffer.from(text)
  const chunks: Uint8Array[] = []
  let at = 0
  for (const size of sizes) {
    chunks.push(bytes.subarray(at, at + size))
    at += size
  }
  return [...chunks, bytes.subarray(at)]
}

export function splitAll(splitter: Splitter, chunks: readonly Uint8Array[]): readonly Piece[] {
  return [...chunks.flatMap((chunk) => splitter.push(chunk)), ...splitter.end()]
}
