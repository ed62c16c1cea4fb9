import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runInNewContext } from 'node:vm'
import { build } from 'tsup'
import { expect, it, onTestFinished } from 'vitest'

/** What browsers, workers and Node.js all have. */
const web = {
  AbortController,
  AbortSignal,
  CompressionStream,
  Headers,
  ReadableStream,
  Request,
  Response,
  TextDecoder,
  TextEncoder,
  URL,
  URLSearchParams,
}

it('runs where there is nothing of Node.js', async () => {
  const outDir = await mkdtemp(join(tmpdir(), 'client-'))
  onTestFinished(() => rm(outDir, { recursive: true }))
  await build({
    config: false,
    entry: { client: fileURLToPath(new URL('index.ts', import.meta.url)) },
    format: 'iife',
    globalName: 'client',
    platform: 'browser',
    outDir,
    silent: true,
    noExternal: [/./],
  })
  const script = await readFile(join(outDir, 'client.global.js'), 'utf8')
  expect(script).not.toMatch(/\bnode:|\brequire\(/)

  const asked: string[] = []
  const fetch = (input: string, init: RequestInit) => {
    asked.push(`${init.method} ${input}`)
    return Promise.resolve(Response.json({ value: [{ Id: '1' }] }))
  }
  const told: unknown = await runInNewContext(
    `${script}
    (async () => {
      const options = { baseUrl: 'https://books.example', token: 'abc', fetch, clock: { now: () => 0, sleep: async () => {} } }
      const subscriber = client.createClient(options).subscriber('1')
      for await (const { Id } of subscriber.syncHistory()) return Id
    })()`,
    { ...web, fetch },
  )
  expect([told, asked]).toEqual(['1', ['GET https://books.example/odata/v4/Subscriber_1/SyncHistory']])
})
