import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPlainTextAdapter } from '@ledgerpost/adapter-plain-text'
import { createStore, type Database } from '@ledgerpost/postgres'
import { openTestDatabase, probeTestServer } from '@ledgerpost/postgres/testing'
import { requirement } from '@ledgerpost/testkit'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ComposedServer, composeServer, type ServerOptions } from './compose.js'
import { type RunningServer, serve } from './serve.js'
import { configure, feed, plainText, sale } from './test-support/platform.test-support.js'
import { wayTo } from './test-support/cut-off.test-support.js'
import type { TestRequest, TestServer } from './test-support/server.test-support.js'
import { bearer, testTokens } from './test-support/tokens.test-support.js'

const postgres = await requirement('a PostgreSQL server', probeTestServer)
const secretKey = new Uint8Array(32).fill(7)

let database: Database
let booksDirectory = ''
const running: RunningServer[] = []

beforeEach(async () => {
  database = await openTestDatabase({ kind: 'server', poolSize: 20 })
  booksDirectory = await mkdtemp(join(tmpdir(), 'books-'))
})

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()))
  await database.close()
  await rm(booksDirectory, { recursive: true })
})

/** One of several servers on the same database and books. */
function compose(options: Partial<ServerOptions> = {}): Promise<ComposedServer> {
  return composeServer({
    database,
    adapters: [createPlainTextAdapter({ rootDirectory: booksDirectory })],
    requestsPerMinute: 0,
    tokens: testTokens,
    secretKey,
    workerName: randomUUID(),
    ...options,
  })
}

async function listen(server: ComposedServer, run = server.run): Promise<RunningServer> {
  const listening = await serve({ ...server, run }, { port: 0, hostname: '127.0.0.1' })
  running.push(listening)
  return listening
}

/** Doing no jobs until the test says so. */
const idle = () => Promise.resolve()

async function call(url: string, method: string, path: string, request: TestRequest = {}): Promise<Response> {
  const { role = 'MINDBODY Owner', json } = request
  return fetch(url + path, {
    method,
    headers: { Authorization: await bearer({ role, subscribers: '*' }), 'Content-Type': 'application/json' },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  })
}

/** The server as the helpers of tests want it. */
function asTestServer(server: ComposedServer): TestServer {
  return {
    booksDirectory,
    store: createStore(database),
    fetch: async (request) => server.app.fetch(request),
    async request(method, path, { role = 'MINDBODY Owner', json } = {}) {
      return server.app.request(path, {
        method,
        headers: {
          Authorization: await bearer({ role, subscribers: '*' }),
          'Content-Type': 'application/json',
        },
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      })
    },
    runJobs: () => server.worker.runDueJobs(new AbortController().signal),
    close: () => server.close(),
  }
}

/** Jobs that are not done. */
async function jobs(): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int4 as n from job where kind = 'sync'`.execute(
    database.kysely,
  )
  return rows[0]?.n ?? -1
}

describe.skipIf(!postgres.available)('two servers on one database', () => {
  it('make one record and one job of fifty calls for a sync at once', async () => {
    const [one, other] = [await compose(), await compose()]
    await configure(asTestServer(one), '1')
    const urls = [(await listen(one, idle)).url, (await listen(other, idle)).url]
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => call(urls[index % 2] ?? '', 'POST', plainText('1', 'Sync'))),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(202))
    const records = answers.map(({ headers }) => new URL(headers.get('Location') ?? '').pathname)
    expect(new Set(records).size).toBe(1)
    expect(await jobs()).toBe(1)
    const history = await one.engine.syncHistory('1', { before: null, limit: 100 })
    expect(history).toMatchObject([{ record: { status: 'Queued' } }])
  })

  it('do each job once between them, and each order is in the books once', async () => {
    const [one, other] = [await compose(), await compose()]
    const subscribers = Array.from({ length: 8 }, (_, index) => `s${index}`)
    for (const id of subscribers) {
      await configure(asTestServer(one), id)
      await feed(asTestServer(one), id, [sale('1'), sale('2')])
    }
    const urls = [(await listen(one)).url, (await listen(other)).url]
    const asked = subscribers.map((id, index) => call(urls[index % 2] ?? '', 'POST', plainText(id, 'Sync')))
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(subscribers.map(() => 202))
    await expect.poll(jobs, { timeout: 40_000, interval: 200 }).toBe(0)
    for (const id of subscribers) {
      const history = await one.engine.syncHistory(id, { before: null, limit: 100 })
      expect(history).toMatchObject([{ record: { status: 'Success' }, packetCounts: { Sent: 2 } }])
      // Begun once, by one of them.
      expect(history[0]?.states.map(({ status }) => status)).toEqual(['Queued', 'InProgress', 'Success'])
    }
  })

  it('share the roles: one answers, the other works, and both tell how they are', async () => {
    const front = await compose({ roles: ['api'] })
    const back = await compose({ roles: ['worker', 'scheduler'] })
    await configure(asTestServer(front), '1')
    const urls = { front: (await listen(front)).url, back: (await listen(back)).url }
    expect((await call(urls.front, 'POST', plainText('1', 'Sync'))).status).toBe(202)
    await expect.poll(jobs, { timeout: 40_000, interval: 200 }).toBe(0)
    expect((await fetch(`${urls.back}/health/ready`)).status).toBe(200)
    expect((await call(urls.back, 'GET', plainText('1', 'Initialize'))).status).toBe(404)
    expect((await fetch(`${urls.back}/openapi.json`)).status).toBe(404)
    back.drain()
    expect((await fetch(`${urls.back}/health/ready`)).status).toBe(503)
    expect((await fetch(`${urls.front}/health/ready`)).status).toBe(200)
  })

  it('say 503 while the database is away, and what is repeated afterwards is done once', async () => {
    if (!postgres.available) return
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(database.kysely)
    const direct = new URL(postgres.value)
    const way = await wayTo(direct.hostname, Number(direct.port || 5432))
    const url = new URL(direct)
    url.host = `127.0.0.1:${way.port}`
    url.pathname = rows[0]?.name ?? ''
    const server = await compose({ database: { kind: 'server', url: url.href } })
    await configure(asTestServer(server), '1')
    const listening = await listen(server)
    const send = async () => [
      await call(listening.url, 'POST', '/Subscriber_1/Orders', {
        role: 'MINDBODY Automated System',
        json: [sale('1')],
      }),
      await call(listening.url, 'POST', plainText('1', 'Sync')),
    ]
    await way.cut()
    for (const answer of await send()) {
      expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '5'])
    }
    expect((await fetch(`${listening.url}/health/ready`)).status).toBe(503)
    expect((await fetch(`${listening.url}/health/live`)).status).toBe(200)
    await way.mend()
    expect((await send()).map(({ status }) => status)).toEqual([200, 202])
    await expect.poll(jobs, { timeout: 40_000, interval: 200 }).toBe(0)
    const history = await server.engine.syncHistory('1', { before: null, limit: 100 })
    expect(history).toMatchObject([{ record: { status: 'Success' }, packetCounts: { Sent: 1 } }])
    await listening.stop()
    await way.cut()
  })
})
