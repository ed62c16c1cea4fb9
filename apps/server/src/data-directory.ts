import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { LedgerpostError } from '@ledgerpost/core'

/** Where a server keeps its things on disk. */
export interface DataDirectory {
  /** The embedded database. */
  readonly database: string
  /** The plain-text books. */
  readonly books: string
  /** 32 random bytes in hexadecimal, readable by their owner alone. */
  readonly secretKeyFile: string
}

export function dataDirectory(path: string): DataDirectory {
  return {
    database: join(path, 'database'),
    books: join(path, 'books'),
    secretKeyFile: join(path, 'secret.key'),
  }
}

/** Reads 32 bytes from 64 hexadecimal digits; undefined if the text is something else. */
export function readSecretKey(text: string): Uint8Array | undefined {
  return /^[0-9a-fA-F]{64}$/.test(text.trim()) ? Buffer.from(text.trim(), 'hex') : undefined
}

/** The key in the file, which is made with random bytes if there is none. */
export async function secretKeyOf(path: string, file: string): Promise<Uint8Array> {
  await mkdir(path, { recursive: true, mode: 0o700 })
  const text = (await readIfThere(file)) ?? (await create(file))
  const key = readSecretKey(text)
  if (key) return key
  throw new LedgerpostError({
    code: 'secret-key-damaged',
    message: `${file} does not hold 64 hexadecimal digits. Restore it from your backup: without it, stored grants of integrators cannot be opened and ledgers have to be linked again.`,
  })
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return undefined
    throw error
  }
}

/** Written aside and then linked, so that the file is there whole or not at all, and of two starters one wins. */
async function create(file: string): Promise<string> {
  const aside = `${file}.${randomBytes(8).toString('hex')}`
  const handle = await open(aside, 'wx', 0o600)
  try {
    await handle.writeFile(`${randomBytes(32).toString('hex')}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  try {
    await link(aside, file)
  } catch (error) {
    if (!isFileError(error, 'EEXIST')) throw error
  } finally {
    await unlink(aside)
  }
  return readFile(file, 'utf8')
}

function isFileError(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
