import type * as promises from 'node:fs/promises'

/** The operations that books are kept with. Another implementation than `node:fs/promises` is for injecting faults. */
export type FileSystem = Pick<
  typeof promises,
  'mkdir' | 'open' | 'readdir' | 'readFile' | 'rename' | 'stat' | 'unlink'
>

/** Whether an operation failed with the code, such as ENOENT. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

/** A file's text, or null if there is no such file. */
export async function readText(fileSystem: FileSystem, path: string): Promise<string | null> {
  try {
    return await fileSystem.readFile(path, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
}

/** What tells one state of a file from another. */
export interface FileState {
  readonly size: number
  /** Nanoseconds. */
  readonly modified: bigint
}

/** The state of a file, or null if there is no such file. */
export async function stateOf(fileSystem: FileSystem, path: string): Promise<FileState | null> {
  try {
    const { size, mtimeNs } = await fileSystem.stat(path, { bigint: true })
    return { size: Number(size), modified: mtimeNs }
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
}

export function isSameState(one: FileState | null, other: FileState | null): boolean {
  return one?.size === other?.size && one?.modified === other?.modified
}
