import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { consolePolicy, consoleRoutes } from './console-routes.js'

let directory: string
let ask: (path: string, headers?: Record<string, string>) => Promise<Response>

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'console-'))
  await mkdir(join(directory, 'assets'))
  const files = {
    'index.html': '<p>page</p>',
    'linked.html': '<p>linked</p>',
    'ledgerpost-console.js': 'element()',
    'assets/page-abc.js': 'page()'.repeat(100),
    'assets/notes.txt': 'not served',
  }
  for (const [name, content] of Object.entries(files)) await writeFile(join(directory, name), content)
  await writeFile(join(directory, '..', 'outside.js'), 'secret')
  const routes = consoleRoutes({ origins: ['https://a.example'], developmentTokens: false, directory })
  const { Hono } = await import('hono')
  const app = new Hono({ strict: false }).route('/console', routes)
  ask = async (path, headers = {}) => app.request(path, { headers })
})
afterAll(() => rm(directory, { recursive: true }))

describe('the console', () => {
  it('may load and ask its own server alone, and is asked for anew each time', async () => {
    for (const path of ['/console/', '/console/linked']) {
      const page = await ask(path)
      expect([path, page.status, page.headers.get('Content-Type')]).toEqual([
        path,
        200,
        'text/html; charset=utf-8',
      ])
      expect(page.headers.get('Content-Security-Policy')).toBe(consolePolicy)
      expect(page.headers.get('Cache-Control')).toBe('no-cache')
    }
    expect(consolePolicy).not.toMatch(/unsafe|https?:|\*|data:/)
  })

  it('is asked for with the slash that its parts are relative to', async () => {
    const { status, headers } = await ask('/console')
    expect([status, headers.get('Location')]).toEqual([302, 'console/'])
  })

  it('keeps what has a hash in its name for ever, and the element for minutes', async () => {
    expect((await ask('/console/assets/page-abc.js')).headers.get('Cache-Control')).toMatch(/immutable/)
    expect((await ask('/console/ledgerpost-console.js')).headers.get('Cache-Control')).toBe(
      'public, max-age=300',
    )
  })

  it('is sent compressed to those that take that, under an ETag of its own', async () => {
    const plain = await ask('/console/assets/page-abc.js', { 'Accept-Encoding': 'gzip;q=0, br' })
    const zipped = await ask('/console/assets/page-abc.js', { 'Accept-Encoding': 'br, gzip' })
    expect([plain.headers.get('Content-Encoding'), zipped.headers.get('Content-Encoding')]).toEqual([
      null,
      'gzip',
    ])
    const bytes = new Uint8Array(await zipped.arrayBuffer())
    expect(gunzipSync(bytes).toString()).toBe(await plain.text())
    expect(bytes.length).toBeLessThan(100)
    expect(zipped.headers.get('ETag')).not.toBe(plain.headers.get('ETag'))
    expect(zipped.headers.get('Vary')).toBe('Accept-Encoding')
    const known = { 'Accept-Encoding': 'gzip', 'If-None-Match': zipped.headers.get('ETag') ?? '' }
    expect((await ask('/console/assets/page-abc.js', known)).status).toBe(304)
  })

  it.each([
    '/console/../outside.js',
    '/console/%2e%2e/outside.js',
    '/console/assets/..%2f..%2foutside.js',
    '/console/assets/notes.txt',
    '/console/index.html/x',
  ])('has nothing at %s', async (path) => expect((await ask(path)).status).toBe(404))

  it('tells the page what it must know before anybody has signed in', async () => {
    const told: unknown = await (await ask('/console/settings.json')).json()
    expect(told).toEqual({ developmentTokens: false, origins: ['https://a.example'] })
  })
})

it('says how to build the console where it was not built', async () => {
  const empty = join(directory, 'nowhere')
  await mkdir(empty)
  const routes = consoleRoutes({ origins: [], developmentTokens: false, directory: empty })
  const response = await routes.request('/')
  expect([response.status, await response.text()]).toEqual([
    503,
    expect.stringContaining('npm run build --workspace apps/console'),
  ])
})
