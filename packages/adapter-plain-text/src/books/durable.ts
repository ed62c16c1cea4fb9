import type { FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { FileSystem } from './file-system.js'

/** Replaces a file: readers and a crash see the old text or the new one, never a mixture. On disk when it resolves. */
export async function writeAtomically(
  fileSystem: FileSystem,
  path: string,
  text: string | Uint8Array,
): Promise<void> {
  const temporary = `${path}.tmp`
  const handle = await fileSystem.open(temporary, 'w')
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await fileSystem.rename(temporary, path)
  await syncDirectory(fileSystem, dirname(path))
}

/**
 * Appends to a file, which must exist. On disk when it resolves; when it rejects, what was written is taken back
 * if the file system lets us, so that a full disk does not leave half an entry.
 */
export async function appendDurably(fileSystem: FileSystem, path: string, text: string): Promise<void> {
  const handle = await fileSystem.open(path, 'a')
  try {
    const { size } = await handle.stat()
    try {
      await handle.appendFile(text)
      await handle.sync()
    } catch (error) {
      await takeBack(handle, size, size + Buffer.byteLength(text), error)
      throw error
    }
  } finally {
    await handle.close()
  }
}

async function takeBack(handle: FileHandle, before: number, atMost: number, cause: unknown): Promise<void> {
  try {
    const { size } = await handle.stat()
    if (size > atMost) return
    await handle.truncate(before)
    await handle.sync()
  } catch (error) {
    throw new AggregateError([cause, error], `${messageOf(cause)}, then ${messageOf(error)}`, {
      cause: error,
    })
  }
}

/** Makes new and renamed files of the directory survive a power failure. */
export async function syncDirectory(fileSystem: FileSystem, path: string): Promise<void> {
  const handle = await fileSystem.open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
