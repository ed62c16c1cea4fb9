import { openingStart, sealPattern } from '../journal/marks.js'
import { type FileSystem, hasCode } from './file-system.js'

const tailSize = 64 * 1024

/** What the end of a file of ours tells without reading the rest. */
export interface Tail {
  /** The reference in the last seal; null if there is none in the tail. */
  readonly lastReference: string | null
  /** Whether the whole file must be looked at: it may end in a torn entry. */
  readonly isSuspicious: boolean
}

/** Reads the end of a file; null if there is none. */
export async function readTail(fileSystem: FileSystem, path: string): Promise<Tail | null> {
  try {
    const handle = await fileSystem.open(path, 'r')
    try {
      const { size } = await handle.stat()
      const length = Math.min(size, tailSize)
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, size - length)
      return judge(buffer.toString('latin1', 0, bytesRead), length === size)
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
}

function judge(text: string, isWhole: boolean): Tail {
  const lines = text.split('\n')
  const last = lines.findLastIndex((line) => sealPattern.test(line))
  const lastReference = last < 0 ? null : (sealPattern.exec(lines[last] ?? '')?.[1] ?? null)
  const after = lines.slice(last + 1)
  const isSuspicious =
    text.includes('\0') ||
    (text !== '' && !text.endsWith('\n')) ||
    (last < 0 && !isWhole) ||
    after.some((line) => line.startsWith(openingStart))
  return { lastReference, isSuspicious }
}
