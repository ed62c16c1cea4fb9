import { existsSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The directory of PostgreSQL's own files inside the database directory, created by `create` if there is none yet.
 *
 * It is created under another name, brought to the disk file by file, and renamed: a crash on the way leaves a
 * directory that is thrown away at the next start, never one that looks complete.
 */
export async function dataDirectory(
  directory: string,
  create: (dataDirectory: string) => Promise<void>,
): Promise<string> {
  const complete = join(directory, 'data')
  if (existsSync(complete)) return complete
  const unfinished = join(directory, 'data.new')
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { mode: 0o700 })
  await create(unfinished)
  await syncTree(unfinished)
  await rename(unfinished, complete)
  await sync(directory)
  return complete
}

async function syncTree(directory: string): Promise<void> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile() || entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
  const waiting = [directory, ...paths].values()
  // Several at a time, and no more: a descriptor each.
  const worker = async (): Promise<void> => {
    for (const path of waiting) await sync(path)
  }
  await Promise.all(Array.from({ length: 8 }, worker))
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
