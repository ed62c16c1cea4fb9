import { type FileState, type FileSystem, stateOf } from './file-system.js'
import { scanHandle } from './scan-file.js'

/** Where the entries of a month's journal begin, by reference. */
export interface MonthIndex {
  readonly starts: Map<string, number>
  /** The file's state when it was read. */
  readonly state: FileState
  /** The last entry's reference. */
  readonly lastReference: string | null
  readonly isTerminated: boolean
  /** Whether it holds a torn entry or its last seal lacks the line's end. */
  readonly needsMending: boolean
  /** References of entries that were edited after they were sealed. */
  readonly edited: readonly string[]
}

/**
 * Reads a month's file; null if there is none. The file is synchronised first: what an earlier process wrote
 * but did not live to see on disk counts as there only from then on.
 */
export async function readMonth(fileSystem: FileSystem, path: string): Promise<MonthIndex | null> {
  const state = await stateOf(fileSystem, path)
  if (state === null) return null
  const handle = await fileSystem.open(path, 'r')
  try {
    await handle.sync()
    const starts = new Map<string, number>()
    const edited: string[] = []
    let lastReference: string | null = null
    let needsMending = false
    let isTerminated = true
    for await (const piece of scanHandle(handle)) {
      if (piece.kind === 'torn') needsMending = true
      else if (piece.kind === 'entry') {
        if (!starts.has(piece.reference)) starts.set(piece.reference, piece.start)
        if (!piece.isIntact) edited.push(piece.reference)
        lastReference = piece.reference
      } else {
        isTerminated = piece.isTerminated
        needsMending ||= piece.endsSealed && !piece.isTerminated
      }
    }
    return { starts, state, lastReference, isTerminated, needsMending, edited }
  } finally {
    await handle.close()
  }
}
