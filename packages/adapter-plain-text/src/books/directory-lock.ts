import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { type Clock, IntegratorError } from '@ledgerpost/core'
import { type FileSystem, hasCode, readText, stateOf } from './file-system.js'
import { hasEnded, ourselves, readHolder } from './lock-holder.js'
import type { Turns } from './turns.js'

/** A lock is held for the moments of one append; one from elsewhere that is this old was left by a crash. */
const abandonedAfter = 10 * 60_000
const pause = 25
const attempts = 400

/** Rejects when the lock was lost or the work is to stop: to be awaited right before books are written to. */
export type AssertHeld = () => Promise<void>

export interface LockEnvironment {
  readonly fileSystem: FileSystem
  readonly clock: Clock
  readonly signal: AbortSignal
  readonly turns: Turns
}

/**
 * Lets one process at a time write in a directory, through a file `.lock` that says who holds it. A lock whose
 * holder has ended is taken over: on this machine at once, from another one (or if it is unreadable) after ten minutes.
 * @throws IntegratorError when others hold the lock for more than ten seconds
 */
export async function withLock<Result>(
  environment: LockEnvironment,
  directory: string,
  work: (assertHeld: AssertHeld) => Promise<Result>,
): Promise<Result> {
  return await environment.turns(directory, async () => {
    const { fileSystem, signal } = environment
    const path = join(directory, '.lock')
    const mine = JSON.stringify(await ourselves(randomUUID()))
    await acquire(environment, path, mine)
    try {
      return await work(async () => {
        signal.throwIfAborted()
        if ((await readText(fileSystem, path)) !== mine) throw lost(directory)
      })
    } finally {
      if ((await readText(fileSystem, path)) === mine) await fileSystem.unlink(path)
    }
  })
}

async function acquire(environment: LockEnvironment, path: string, mine: string): Promise<void> {
  const { clock, signal } = environment
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    signal.throwIfAborted()
    if (await create(environment, path, mine)) return
    if (!(await removeAbandoned(environment, path))) await clock.sleep(pause, signal)
  }
  throw new IntegratorError({
    kind: 'transient',
    message:
      `The books are locked by another process (${path}). It is tried again by itself; if no other process writes ` +
      'to these books, remove that file.',
  })
}

async function create({ fileSystem }: LockEnvironment, path: string, text: string): Promise<boolean> {
  try {
    const handle = await fileSystem.open(path, 'wx')
    try {
      await handle.writeFile(text)
    } catch (error) {
      await fileSystem.unlink(path)
      throw error
    } finally {
      await handle.close()
    }
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  }
}

/** Removes a lock left by a crash. A second file lets one process at a time do so, lest it remove the next one's. */
async function removeAbandoned(environment: LockEnvironment, path: string): Promise<boolean> {
  const { fileSystem } = environment
  if (!(await isAbandoned(environment, path))) return false
  const guard = `${path}.removal`
  if (!(await create(environment, guard, ''))) {
    if (await isOld(environment, guard)) await remove(fileSystem, guard)
    return false
  }
  try {
    if (!(await isAbandoned(environment, path))) return false
    await remove(fileSystem, path)
    return true
  } finally {
    await remove(fileSystem, guard)
  }
}

async function isAbandoned(environment: LockEnvironment, path: string): Promise<boolean> {
  const text = await readText(environment.fileSystem, path)
  if (text === null) return false
  const holder = readHolder(text)
  return (holder !== undefined && (await hasEnded(holder))) || (await isOld(environment, path, holder?.host))
}

/** Whether a lock whose holder cannot be asked has grown old; one of this machine is never too old. */
async function isOld({ fileSystem, clock }: LockEnvironment, path: string, host?: string): Promise<boolean> {
  if (host === (await ourselves('')).host) return false
  const state = await stateOf(fileSystem, path)
  return state !== null && clock.now() - Number(state.modified / 1_000_000n) > abandonedAfter
}

async function remove(fileSystem: FileSystem, path: string): Promise<void> {
  try {
    await fileSystem.unlink(path)
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error
  }
}

function lost(directory: string): IntegratorError {
  return new IntegratorError({
    kind: 'transient',
    message: `The lock on ${directory} was taken over by another process; nothing more is written. It is tried again by itself.`,
  })
}
