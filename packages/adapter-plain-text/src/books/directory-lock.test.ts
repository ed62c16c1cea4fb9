import { spawnSync } from 'node:child_process'
import * as promises from 'node:fs/promises'
import { access, readFile, unlink, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { Clock } from '@ledgerpost/core'
import { systemClock } from '@ledgerpost/testkit'
import { describe, expect, it } from 'vitest'
import { temporaryRoot } from '../test-books.test-support.js'
import { type LockEnvironment, withLock } from './directory-lock.js'
import { createTurns } from './turns.js'

function environment(clock: Clock = systemClock): LockEnvironment {
  return { fileSystem: promises, clock, signal: new AbortController().signal, turns: createTurns() }
}

/** A clock whose sleeps pass at once, counted. */
function hurried(): Clock & { sleeps: number } {
  const clock = {
    sleeps: 0,
    now: () => Date.now(),
    sleep: async () => {
      clock.sleeps += 1
      await Promise.resolve()
    },
  }
  return clock
}

const exited = spawnSync(process.execPath, ['-e', '']).pid
const began = readFile(`/proc/${process.pid}/stat`, 'utf8').then(
  () => true,
  () => false,
)

function holder(overrides: Record<string, unknown>): string {
  return JSON.stringify({ host: hostname(), process: process.pid, began: null, token: 'other', ...overrides })
}

describe('withLock', () => {
  it('lets one at a time in, within a process and between them', async () => {
    const directory = await temporaryRoot()
    const others = [environment(), environment(), environment()]
    let [inside, most, count] = [0, 0, 0]
    const work = async () => {
      inside += 1
      most = Math.max(most, inside)
      await readFile(join(directory, '.lock'))
      inside -= 1
      count += 1
    }
    const calls = others.flatMap((other) => [1, 2, 3, 4].map(() => withLock(other, directory, work)))
    await Promise.all(calls)
    expect([most, count]).toEqual([1, 12])
    await expect(access(join(directory, '.lock'))).rejects.toThrow('ENOENT')
  })

  it('needs no clock within a process', async () => {
    const directory = await temporaryRoot()
    const clock = { now: () => 0, sleep: () => Promise.reject(new Error('slept')) }
    const one = environment(clock)
    const works = [1, 2, 3].map((number) => withLock(one, directory, () => Promise.resolve(number)))
    expect(await Promise.all(works)).toEqual([1, 2, 3])
  })

  it('goes on after work that failed', async () => {
    const directory = await temporaryRoot()
    const one = environment()
    const failing = withLock(one, directory, () => Promise.reject(new Error('full')))
    const next = withLock(one, directory, () => Promise.resolve('done'))
    await expect(failing).rejects.toThrow('full')
    expect(await next).toBe('done')
  })

  it.each([
    ['whose process has ended', { process: exited }],
    ['whose process number is used again', { began: '1' }],
  ])('takes over a lock %s', async (_case, overrides) => {
    if ('began' in overrides && !(await began)) return
    const directory = await temporaryRoot()
    await writeFile(join(directory, '.lock'), holder(overrides))
    expect(await withLock(environment(hurried()), directory, () => Promise.resolve('in'))).toBe('in')
  })

  it.each([
    ['of another machine', holder({ host: 'elsewhere.invalid' })],
    ['that is unreadable', '{"host":'],
  ])('takes over a lock %s only when it is old', async (_case, text) => {
    const directory = await temporaryRoot()
    const path = join(directory, '.lock')
    await writeFile(path, text)
    const clock = hurried()
    const enter = () => withLock(environment(clock), directory, () => Promise.resolve('in'))
    await expect(enter()).rejects.toMatchObject({ reason: { kind: 'transient' } })
    expect(clock.sleeps).toBe(400)
    expect(await readFile(path, 'utf8')).toBe(text)
    const longAgo = new Date(Date.now() - 11 * 60_000)
    await utimes(path, longAgo, longAgo)
    expect(await enter()).toBe('in')
  })

  it('waits for a lock whose process lives, however old', async () => {
    const directory = await temporaryRoot()
    const path = join(directory, '.lock')
    await writeFile(path, holder({}))
    await utimes(path, new Date(0), new Date(0))
    const clock = hurried()
    clock.sleep = async () => {
      clock.sleeps += 1
      if (clock.sleeps === 5) await unlink(path)
    }
    expect(await withLock(environment(clock), directory, () => Promise.resolve('in'))).toBe('in')
    expect(clock.sleeps).toBe(5)
  })

  it('notices that it lost the lock, and leaves the new one alone', async () => {
    const directory = await temporaryRoot()
    const path = join(directory, '.lock')
    const work = withLock(environment(), directory, async (assertHeld) => {
      await assertHeld()
      await writeFile(path, holder({}))
      await assertHeld()
    })
    await expect(work).rejects.toThrow('taken over')
    expect(await readFile(path, 'utf8')).toBe(holder({}))
  })

  it('stops at the signal', async () => {
    const directory = await temporaryRoot()
    const controller = new AbortController()
    const work = withLock({ ...environment(), signal: controller.signal }, directory, async (assertHeld) => {
      controller.abort(new Error('draining'))
      await assertHeld()
    })
    await expect(work).rejects.toThrow('draining')
  })
})
