import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { plainText, testSubscriber } from './test-support/platform.test-support.js'
import { bearer, testSecret, testTokens } from './test-support/tokens.test-support.js'

const main = fileURLToPath(new URL('main.ts', import.meta.url))
const patience = 60_000

let root = ''
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'server-'))
})
afterAll(() => rm(root, { recursive: true }))

const running = new Set<ChildProcess>()
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
})

interface Ended {
  readonly code: number | null
  readonly output: string
  readonly errors: string
}

function start(environment: Readonly<Record<string, string>>, ...options: readonly string[]) {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--conditions=@ledgerpost/source', main, ...options],
    { env: { PATH, HOME, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  running.add(child)
  let output = ''
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const ended = once(child, 'close').then(([code]): Ended => {
    running.delete(child)
    return { code: typeof code === 'number' ? code : null, output, errors }
  })
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      const url = /listens on (\S+)\n/.exec(output)?.[1]
      if (url !== undefined) resolve(url)
    })
    void ended.then((end) => reject(new Error(`It ended before it was ready: ${JSON.stringify(end)}`)))
  })
  ready.catch(() => undefined)
  return { child, ready, ended, output: () => output }
}

const environment = () => ({
  PORT: '0',
  LEDGERPOST_DATA_DIRECTORY: join(root, 'data'),
  LEDGERPOST_JWT_SECRET: testSecret,
  LEDGERPOST_JWT_ISSUER: testTokens.issuer,
})

async function call(
  url: string,
  method: string,
  path: string,
  role: Parameters<typeof bearer>[0]['role'],
  json?: unknown,
) {
  return fetch(url + path, {
    method,
    headers: { Authorization: await bearer({ role, subscribers: '*' }), 'Content-Type': 'application/json' },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  })
}

describe('the server as a process', () => {
  it(
    'says where it listens, keeps what it is told over a restart, has its directory to itself and stops when asked',
    async () => {
      const readyFile = join(root, 'ready')
      const first = start(environment(), '--ready-file', readyFile)
      const url = await first.ready
      await expect.poll(() => readFile(readyFile, 'utf8').catch(() => '')).toBe(`${url}\n`)
      expect((await fetch(`${url}/health/ready`)).status).toBe(200)
      expect((await fetch(`${url}${plainText('1', 'Initialize')}`)).status).toBe(401)
      expect(
        (await call(url, 'PUT', '/Subscriber_1', 'MINDBODY Automated System', testSubscriber)).status,
      ).toBe(204)
      expect((await call(url, 'POST', plainText('1', 'Link'), 'MINDBODY Owner')).status).toBe(200)
      expect((await call(url, 'POST', plainText('1', 'Refresh'), 'MINDBODY Owner')).status).toBe(202)

      const second = await start(environment()).ended
      expect(second).toMatchObject({ code: 1, output: '' })
      expect(second.errors).toMatch(/is in use by process \d+/)
      expect(second.errors).not.toMatch(/\n\s+at /)

      first.child.kill('SIGTERM')
      expect(await first.ended).toMatchObject({ code: 0 })

      const third = start(environment())
      const answer = await call(await third.ready, 'GET', plainText('1', 'Initialize'), 'MINDBODY Admin')
      expect(await answer.json()).toMatchObject({ Status: 2 })
      third.child.kill('SIGINT')
      expect(await third.ended).toMatchObject({ code: 0 })
    },
    3 * patience,
  )

  it(
    'gives a developer tokens with --dev-tokens, and one to begin with',
    async () => {
      const data = { PORT: '0', LEDGERPOST_DATA_DIRECTORY: join(root, 'development') }
      const server = start(data, '--dev-tokens')
      const url = await server.ready
      const printed = () => /TOKEN=(\S+)/.exec(server.output())?.[1]
      await expect.poll(printed).toBeDefined()
      const put = {
        method: 'PUT',
        headers: { Authorization: `Bearer ${printed()}`, 'Content-Type': 'application/json' },
        body: JSON.stringify(testSubscriber),
      }
      expect((await fetch(`${url}/Subscriber_1`, put)).status).toBe(204)
      const issued = await fetch(`${url}/dev/token`, { method: 'POST', body: new URLSearchParams() })
      expect(await issued.json()).toMatchObject({ token_type: 'Bearer' })
      server.child.kill('SIGTERM')
      expect(await server.ended).toMatchObject({ code: 0, errors: expect.not.stringContaining('eyJ') })
    },
    2 * patience,
  )

  it(
    'seals what is stored with the current key and ends, with --reseal',
    async () => {
      const data = { ...environment(), LEDGERPOST_DATA_DIRECTORY: join(root, 'resealed') }
      expect(await start(data, '--reseal').ended).toMatchObject({
        code: 0,
        output: 'Sealed with the current key now: 0; before: 0; not: 0.\n',
      })
    },
    2 * patience,
  )

  it.each([
    [{ NODE_ENV: 'production' }, 'NODE_ENV is production'],
    [{ HOST: '0.0.0.0' }, 'others can reach 0.0.0.0 (HOST)'],
  ])(
    'does not start with --dev-tokens and %j, and leaves nothing behind',
    async (change, message) => {
      const directory = join(root, 'refused')
      const { code, errors, output } = await start(
        { PORT: '0', LEDGERPOST_DATA_DIRECTORY: directory, ...change },
        '--dev-tokens',
      ).ended
      expect({ code, output }).toEqual({ code: 1, output: '' })
      expect(errors).toContain(message)
      expect(existsSync(directory)).toBe(false)
    },
    patience,
  )

  it(
    'does not start without a way to check tokens, and says which variable to set',
    async () => {
      const { code, errors, output } = await start({}).ended
      expect({ code, output }).toEqual({ code: 1, output: '' })
      expect(errors).toMatch(/^The server cannot start:\nLEDGERPOST_JWT_SECRET must be set/)
    },
    patience,
  )
})
