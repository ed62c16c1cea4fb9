import { randomUUID } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { startInMemory } from '../embedded/start-engine.js'

/**
 * PostgreSQL's files without a table. They take seconds to make, so a copy is kept among the temporary files for
 * every process.
 */
export async function emptyDump(): Promise<Blob> {
  const path = `${await templatePath()}.tar.gz`
  const kept = await readFile(path).catch(() => undefined)
  if (kept !== undefined) return tarOf(gunzipSync(kept))
  const engine = await startInMemory('The empty test database')
  try {
    const made = Buffer.from(await (await engine.dumpDataDir('none')).arrayBuffer())
    // Renamed, since another process may be reading or making it.
    const unfinished = `${path}.${randomUUID()}`
    await writeFile(unfinished, gzipSync(made, { level: 1 }), { mode: 0o600 })
    await rename(unfinished, path)
    return tarOf(made)
  } finally {
    await engine.close()
  }
}

/** Where what is made from this version of the engine may be kept, for this user. */
export async function templatePath(): Promise<string> {
  return join(tmpdir(), `ledgerpost-${userInfo().uid}-pglite-${await engineVersion()}`)
}

function tarOf(content: Buffer): Blob {
  return new Blob([content], { type: 'application/x-tar' })
}

async function engineVersion(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite')
  const manifest: unknown = JSON.parse(await readFile(join(dirname(entry), '..', 'package.json'), 'utf8'))
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest)
    return String(manifest.version)
  throw new Error(`The manifest of PGlite beside ${entry} names no version.`)
}
