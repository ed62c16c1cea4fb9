import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPlainTextAdapter } from '@ledgerpost/adapter-plain-text'
import type { Store } from '@ledgerpost/engine'
import { createStore } from '@ledgerpost/postgres'
import { openTestDatabase } from '@ledgerpost/postgres/testing'
import type { Role } from '../auth/principal.js'
import { composeServer, type ServerOptions } from '../compose.js'
import { bearer, testTokens } from './tokens.test-support.js'

export interface TestRequest {
  readonly role?: Role
  readonly subscribers?: readonly string[] | '*'
  /** Sent as JSON. */
  readonly json?: unknown
  /** Sent as it is. */
  readonly body?: string | Uint8Array
  readonly headers?: Readonly<Record<string, string>>
}

export interface TestServer {
  /** What it does with a request as it is. */
  fetch(request: Request): Promise<Response>
  request(method: string, path: string, request?: TestRequest): Promise<Response>
  /** Does all jobs that are due. */
  runJobs(): Promise<number>
  readonly booksDirectory: string
  /** What the server keeps, for tests to look at. */
  readonly store: Store
  close(): Promise<void>
}

/** A whole server on a database in memory and books in a directory that goes away, called without a network. */
export async function startTestServer(
  options: Partial<
    Pick<
      ServerOptions,
      | 'adapters'
      | 'logger'
      | 'clock'
      | 'fetch'
      | 'newId'
      | 'availability'
      | 'orderSource'
      | 'developmentTokens'
      | 'publicUrl'
      | 'requestsPerMinute'
      | 'tracing'
      | 'consoleOrigins'
    >
  > = {},
): Promise<TestServer> {
  const booksDirectory = await mkdtemp(join(tmpdir(), 'books-'))
  const plainText = createPlainTextAdapter({ rootDirectory: booksDirectory })
  const database = await openTestDatabase()
  const server = await composeServer({
    database,
    // Suites ask more often than anybody.
    requestsPerMinute: 0,
    ...options,
    adapters: [plainText, ...(options.adapters ?? [])],
    tokens: testTokens,
    secretKey: randomBytes(32),
    workerName: 'worker',
  })
  return {
    booksDirectory,
    store: createStore(database),
    fetch: async (request) => server.app.fetch(request),
    async request(method, path, request = {}) {
      const { role = 'MINDBODY Owner', subscribers = '*', json, body } = request
      return server.app.request(path, {
        method,
        headers: {
          Authorization: await bearer({ role, subscribers }),
          ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...request.headers,
        },
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
        ...(body === undefined ? {} : { body }),
      })
    },
    runJobs: () => server.worker.runDueJobs(new AbortController().signal),
    async close() {
      await server.close()
      await database.close()
      await rm(booksDirectory, { recursive: true })
    },
  }
}
