import { execFileSync } from 'node:child_process'
import { requirement } from '@ledgerpost/testkit'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { serveTestServer } from '../../test-support/listening.test-support.js'
import { plainText } from '../../test-support/platform.test-support.js'
import { startTestServer, type TestServer } from '../../test-support/server.test-support.js'
import { bearer } from '../../test-support/tokens.test-support.js'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const withoutToken = { headers: { Authorization: '' } }
const addresses = ['/openapi.json', '/reference', '/reference/start.js', '/reference/scalar.js']

describe('the reference', () => {
  it.each(addresses)('is for everyone, and kept by those that have it: %s', async (path) => {
    const first = await server.request('GET', path, withoutToken)
    expect(first.status).toBe(200)
    expect(first.headers.get('Cache-Control')).toBe('public, max-age=300')
    expect((await first.text()).length).toBeGreaterThan(100)
    const etag = first.headers.get('ETag') ?? ''
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await server.request('GET', path, { headers: { 'If-None-Match': known } })
      expect([known, again.status, await again.text()]).toEqual([known, 304, ''])
    }
    const other = await server.request('GET', path, { headers: { 'If-None-Match': '"other"' } })
    expect(other.status).toBe(200)
  })

  it('lets the page load nothing from elsewhere', async () => {
    const response = await server.request('GET', '/reference', withoutToken)
    const policy = response.headers.get('Content-Security-Policy') ?? ''
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';/)
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval|script-src[^;]*unsafe/)
    expect(await response.text()).not.toMatch(/https?:|<script>/)
  })
})

const browserPath = await requirement('chromium', () =>
  execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).trim(),
)

describe.skipIf(!browserPath.available)('the reference in a browser', () => {
  it(
    'shows what there is and tries calls with a token, and asks nobody else for anything',
    { timeout: 180_000 },
    async () => {
      const listening = await serveTestServer(server)
      onTestFinished(() => listening.stop())
      const browser = await chromium.launch({
        executablePath: browserPath.available ? browserPath.value : '',
        args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
      })
      onTestFinished(() => browser.close())
      const page = await browser.newPage({ viewport: { width: 1400, height: 900 } })
      page.setDefaultTimeout(120_000)
      const asked: string[] = []
      const complaints: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
      })
      page.on('pageerror', (error) => complaints.push(error.message))

      await page.goto(`${listening.url}/reference`)
      await page
        .getByPlaceholder('Token')
        .first()
        .fill((await bearer(platform)).replace('Bearer ', ''))
      await page.getByText('Tell about a subscriber').first().click()
      await page
        .getByRole('button', { name: /Test Request/ })
        .first()
        .click()
      const [answer] = await Promise.all([
        page.waitForResponse((response) => response.url().includes('/Subscriber_')),
        page.getByRole('button', { name: /^Send/ }).first().click(),
      ])

      expect([answer.request().method(), answer.url(), answer.status()]).toEqual([
        'PUT',
        `${listening.url}/Subscriber_1234`,
        204,
      ])
      const told = await server.request('GET', plainText('1234', 'Initialize'))
      expect(told.status).toBe(200)
      expect(
        asked.filter((url) => !/^(data|blob):/.test(url) && !url.startsWith(`${listening.url}/`)),
      ).toEqual([])
      expect(complaints).toEqual([])
    },
  )
})

const platform = { role: 'MINDBODY Automated System', subscribers: '*' } as const
