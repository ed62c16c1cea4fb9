import type { FileHandle } from 'node:fs/promises'
import { EntryScanner, type Piece } from '../journal/entry-scanner.js'
import type { FileSystem } from './file-system.js'

const largeChunk = 256 * 1024

/** The pieces of an open file from a byte on, read in chunks: memory does not grow with the file. */
export async function* scanHandle(
  handle: FileHandle,
  start = 0,
  chunkSize = largeChunk,
): AsyncGenerator<Piece> {
  const scanner = new EntryScanner(start)
  for (let position = start; ;) {
    const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(chunkSize), 0, chunkSize, position)
    if (bytesRead === 0) break
    position += bytesRead
    yield* scanner.feed(buffer.subarray(0, bytesRead))
  }
  yield* scanner.finish()
}

/** The pieces of a file. */
export async function* scanFile(fileSystem: FileSystem, path: string): AsyncGenerator<Piece> {
  const handle = await fileSystem.open(path, 'r')
  try {
    yield* scanHandle(handle)
  } finally {
    await handle.close()
  }
}
