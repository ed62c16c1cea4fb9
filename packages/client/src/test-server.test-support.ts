import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPlainTextAdapter } from '@ledgerpost/adapter-plain-text'
import { openTestDatabase } from '@ledgerpost/postgres/testing'
import { type ComposedServer, composeServer, type Role } from '@ledgerpost/server'
import { SignJWT } from 'jose'
import type { Clock } from './clock.js'
import type { Fetch } from './transport.js'

const secret = 'only tests share this secret of theirs'
const tokens = { key: { secret }, issuer: 'ledgerpost-tests', audience: 'ledgerpost' }

export interface TestServer {
  readonly server: ComposedServer
  /** Calls it without a network. */
  readonly fetch: Fetch
  /** A clock on which whoever sleeps finds the due jobs done. */
  readonly clock: Clock & { readonly slept: readonly number[] }
  close(): Promise<void>
}

/** A whole server on a database in memory. */
export async function startTestServer(): Promise<TestServer> {
  const books = await mkdtemp(join(tmpdir(), 'client-'))
  const database = await openTestDatabase()
  const server = await composeServer({
    database,
    adapters: [createPlainTextAdapter({ rootDirectory: books })],
    tokens,
    secretKey: randomBytes(32),
    workerName: 'worker',
  })
  const slept: number[] = []
  const longest = 300_000
  return {
    server,
    fetch: async (input, init) => server.app.fetch(new Request(input, init)),
    clock: {
      slept,
      now: () => Date.now(),
      async sleep(milliseconds, signal) {
        if (milliseconds > longest) await ended(signal)
        slept.push(milliseconds)
        await server.worker.runDueJobs(new AbortController().signal)
      },
    },
    async close() {
      await server.close()
      await database.close()
      await rm(books, { recursive: true })
    },
  }
}

/** A timeout that is not reached. */
function ended(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}

export function tokenOf(role: Role): () => Promise<string> {
  return () =>
    new SignJWT({ name: 'uname', role, subscribers: '*' })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject('5000')
      .setIssuer(tokens.issuer)
      .setAudience(tokens.audience)
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(secret))
}
