import { spawn } from 'node:child_process'
import { mkdir, readdir } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { directoryForTest } from '../../test/support.js'
import { DatabaseDirectoryInUse } from '../errors/database-directory-in-use.js'
import { type DirectoryLock, lockDirectory } from './directory-lock.js'

const program = `
  import { lockDirectory } from ${JSON.stringify(new URL('directory-lock.ts', import.meta.url).href)}
  const lock = await lockDirectory(process.argv[1])
  process.stdout.write('locked')
  setInterval(() => lock, 60_000)
`

/** A process that locks the directory and holds it until it is killed. */
async function holderOf(directory: string) {
  const parameters = [
    '--import',
    'tsx',
    '--conditions=@ledgerpost/source',
    '--input-type=module',
    '-e',
    program,
  ]
  const holder = spawn(process.execPath, [...parameters, directory], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void holder.kill('SIGKILL'))
  await new Promise((resolve, reject) => {
    holder.stdout.once('data', resolve)
    holder.once('exit', () => reject(new Error('The holder ended before it had the lock')))
  })
  const gone = new Promise((resolve) => {
    holder.once('exit', resolve)
  })
  return { pid: holder.pid, kill: (signal: NodeJS.Signals) => holder.kill(signal), gone }
}

describe('the lock of a database directory', () => {
  it('is held by one until it is released', async () => {
    const directory = await directoryForTest()
    const lock = await lockDirectory(directory)
    const second = lockDirectory(directory)
    await expect(second).rejects.toBeInstanceOf(DatabaseDirectoryInUse)
    await expect(second).rejects.toMatchObject({ directory, holder: { pid: process.pid, host: hostname() } })
    await lock.release()
    await lock.release()
    await (await lockDirectory(directory)).release()
  })

  it('goes to exactly one of many, again and again', async () => {
    const directory = await directoryForTest()
    for (let round = 0; round < 20; round += 1) {
      const tries = await Promise.allSettled(Array.from({ length: 12 }, () => lockDirectory(directory)))
      const won = tries.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
      const refusals = tries.flatMap((result) =>
        result.status === 'rejected' ? [result.reason as unknown] : [],
      )
      expect(won).toHaveLength(1)
      expect(refusals.every((reason) => reason instanceof DatabaseDirectoryInUse)).toBe(true)
      await Promise.all(won.map((lock: DirectoryLock) => lock.release()))
    }
    expect((await readdir(directory)).toSorted()).toEqual(['lock.20', 'owner.json'])
  })

  it('is never held by two, while they come and go', async () => {
    const directory = await directoryForTest()
    let holders = 0
    let most = 0
    const visit = async (): Promise<void> => {
      const lock = await lockDirectory(directory).catch((error: unknown) => {
        if (error instanceof DatabaseDirectoryInUse) return undefined
        throw error
      })
      if (lock === undefined) return
      holders += 1
      most = Math.max(most, holders)
      await Promise.resolve()
      holders -= 1
      await lock.release()
    }
    const visitor = async (): Promise<void> => {
      for (let visits = 0; visits < 100; visits += 1) await visit()
    }
    await Promise.all(Array.from({ length: 8 }, visitor))
    expect(most).toBe(1)
  })

  it('does not go to one whose look is out of date', async () => {
    const directory = await directoryForTest()
    let isFirst = true
    let later: DirectoryLock | undefined
    const overtaken = lockDirectory(directory, async () => {
      if (!isFirst) return
      isFirst = false
      await (await lockDirectory(directory)).release()
      later = await lockDirectory(directory)
    })
    await expect(overtaken).rejects.toBeInstanceOf(DatabaseDirectoryInUse)
    await later?.release()
    await (await lockDirectory(directory)).release()
  })

  it('is held by a process that lives, stopped or not, and free once it is killed', async () => {
    const directory = await directoryForTest()
    const holder = await holderOf(directory)
    await expect(lockDirectory(directory)).rejects.toMatchObject({ holder: { pid: holder.pid } })
    holder.kill('SIGSTOP')
    await expect(lockDirectory(directory)).rejects.toBeInstanceOf(DatabaseDirectoryInUse)
    holder.kill('SIGKILL')
    await holder.gone
    await (await lockDirectory(directory)).release()
  })

  it.runIf(process.platform === 'linux')('has room for long paths', async () => {
    const directory = join(await directoryForTest(), 'x'.repeat(120), 'y'.repeat(120))
    await mkdir(directory, { recursive: true })
    const lock = await lockDirectory(directory)
    await expect(lockDirectory(directory)).rejects.toBeInstanceOf(DatabaseDirectoryInUse)
    await lock.release()
    await (await lockDirectory(directory)).release()
  })
})
