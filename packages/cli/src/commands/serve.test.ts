import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))
const patience = 120_000

let root = ''
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'serve-'))
})
afterAll(() => rm(root, { recursive: true }))

const running = new Set<ChildProcess>()
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
})

/** The command in a process of its own, as a shell starts it. */
function start(...words: readonly string[]) {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--conditions=@ledgerpost/source', main, ...words],
    { env: { PATH, HOME }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  running.add(child)
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = once(child, 'close').then(([code]): unknown => {
    running.delete(child)
    return code
  })
  const url = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /listens on (\S+)\n/.exec(said)?.[1]
      if (found !== undefined) resolve(found)
    })
    void ended.then((code) => reject(new Error(`It ended with ${String(code)} before it was ready: ${said}`)))
  })
  url.catch(() => undefined)
  return { child, url, ended, said: () => said }
}

describe('serve', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'runs the server, and ends with it at %s',
    async (signal) => {
      const data = join(root, signal)
      const { child, url, ended } = start('serve', '--dev-tokens', '--port', '0', '--data', data)
      expect((await fetch(`${await url}/health/ready`)).status).toBe(200)
      expect((await fetch(`${await url}/dev/token`, { method: 'POST' })).status).toBe(200)
      child.kill(signal)
      expect(await ended).toBe(0)
      await expect(fetch(`${await url}/health/live`)).rejects.toThrow('fetch failed')
    },
    patience,
  )

  it(
    'says what the server says when it cannot start',
    async () => {
      const { ended, said } = start('serve', '--data', join(root, 'none'))
      expect(await ended).toBe(1)
      expect(said()).toContain('LEDGERPOST_JWT_SECRET')
    },
    patience,
  )
})
