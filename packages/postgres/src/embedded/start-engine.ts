import { fsyncSync } from 'node:fs'
import { MemoryFS } from '@electric-sql/pglite'
import { StoreUnavailable } from '../errors/store-unavailable.js'
import { DurableFileSystem } from './durable-file-system.js'
import { Engine, type EngineOptions } from './engine.js'
import { durableStart, engineSettings, memoryStart } from './engine-settings.js'

/** Brings a file to the disk. */
export type Sync = (descriptor: number) => void

/**
 * Starts an engine on PostgreSQL's files in `directory`, which it makes if there are none.
 *
 * @throws StoreUnavailable when it does not start, or does not sync what it commits.
 */
export async function startDurably(
  description: string,
  directory: string,
  sync: Sync = fsyncSync,
): Promise<Engine> {
  let syncs = 0
  const fs = new DurableFileSystem(directory, (descriptor) => {
    sync(descriptor)
    syncs += 1
  })
  const engine = await start({ description, fs, startParams: durableStart })
  const before = syncs
  await engine.query("select pg_logical_emit_message(true, 'ledgerpost', 'start')")
  if (syncs > before) return engine
  await engine.close()
  throw new StoreUnavailable(description, 'failed', 'none', new Error('a commit was not brought to the disk'))
}

/** Starts an engine without a disk, empty or from a dump of another. */
export function startInMemory(description: string, dump?: Blob): Promise<Engine> {
  const loadDataDir = dump === undefined ? {} : { loadDataDir: dump }
  return start({ description, fs: new MemoryFS(), startParams: memoryStart, ...loadDataDir })
}

async function start(options: EngineOptions): Promise<Engine> {
  const output: string[] = []
  const onStderr = (line: string): boolean => {
    output.push(line)
    return true
  }
  const engine = new Engine({ ...engineSettings, ...options, onStderr })
  try {
    await engine.waitReady
  } catch (cause) {
    const said = output.length === 0 ? '' : `; PostgreSQL said: ${output.slice(-5).join(' ')}`
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new StoreUnavailable(options.description, 'failed', 'none', new Error(`${why}${said}`, { cause }))
  }
  output.length = 0
  return engine
}
