import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { chromiumPath, examine, openBrowser, visit } from './browser.js'
import { type HostPage, openHostPage } from './host-page.js'
import { openScene, type Scene } from './scene.js'

const patience = { timeout: 60_000 }
const id = '9'

/** The files that a browser loads before it shows anything, by what each says that it needs. */
function firstFiles(entry: string): ReadonlySet<string> {
  const dist = fileURLToPath(new URL('../dist/', import.meta.url))
  const found = new Set<string>()
  const follow = (file: string): void => {
    if (found.has(file)) return
    found.add(file)
    const text = readFileSync(file, 'utf8')
    for (const [, path = ''] of text.matchAll(/(?:from|import)\s*"(\.{1,2}\/[^"]+\.js)"/g)) {
      follow(fileURLToPath(new URL(path, `file://${file}`)))
    }
  }
  follow(dist + entry)
  return found
}

it('weighs less than 100 KB before it shows its first page', () => {
  const files = [...firstFiles('ledgerpost-console.js')]
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0)
  process.stdout.write(
    `The embedded console loads ${bytes} bytes of script, gzipped, in ${files.length} files.\n`,
  )
  expect(files.length).toBeGreaterThan(2)
  expect(bytes).toBeLessThan(100_000)
})

describe.skipIf(!chromiumPath.available)('the console in a page of the platform', () => {
  let browser: Browser
  let host: HostPage
  let scene: Scene
  beforeAll(async () => {
    host = await openHostPage()
    scene = await openScene({ consoleOrigins: [host.origin] })
    await scene.introduce(id)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await scene?.close()
    await host?.close()
  })

  /** A page whose platform signs its owner in again whenever the console asks for that. */
  async function showConsole(firstToken: string): Promise<void> {
    const next = await scene.token('MINDBODY Owner', id)
    host.show(`<!doctype html><html lang="en"><title>The platform</title><header><h1>The platform</h1></header>
      <script type="module" src="${scene.url}/console/ledgerpost-console.js"></script>
      <main><ledgerpost-console server="${scene.url}" subscriber="${id}" token="${firstToken}"></ledgerpost-console></main>
      <script>
        let asked = 0
        document.addEventListener('ledgerpost-token-expired', (event) => {
          asked += 1
          document.title = 'asked ' + asked
          event.target.token = '${next}'
        })
      </script></html>`)
  }

  it('shows the books, and goes on by itself when the platform renews the token', async () => {
    await showConsole('not.a.token')
    const { page, context, complaints } = await visit(browser, [scene.url, host.origin])
    onTestFinished(() => context.close())
    await page.goto(host.origin)
    await page.getByRole('link', { name: /^Link Plain text/ }).click(patience)
    expect(await page.title()).toBe('asked 1')
    await page.getByRole('button', { name: 'Link now' }).click()
    await page.getByRole('link', { name: 'Go on to the mapping' }).click(patience)
    await page.getByRole('searchbox', { name: 'Find' }).fill('gift')
    await examine(page, 'embedded')

    await page.evaluate("document.querySelector('ledgerpost-console').token = 'worn.out.token'")
    await page.getByRole('button', { name: /^Accept Liabilities:Gift-Cards/ }).click()
    await page.getByText('Liabilities:Gift-Cards').first().waitFor({ state: 'detached' })
    expect(await page.title()).toBe('asked 2')
    expect(await page.getByRole('searchbox', { name: 'Find' }).inputValue()).toBe('gift')
    expect(await page.getByRole('combobox', { name: /Gift Cards/ }).inputValue()).toBe(
      'Liabilities:Gift-Cards',
    )
    expect(new URL(page.url()).origin).toBe(host.origin)
    expect(complaints).toEqual([])
  })

  it('links Xero from there: what comes back is handed to that page alone', async () => {
    await showConsole(await scene.token('MINDBODY Owner', id))
    const { page, context, complaints } = await visit(browser, [scene.url, host.origin, scene.xero.url])
    onTestFinished(() => context.close())
    await page.goto(host.origin)
    await page.getByRole('link', { name: 'Link Xero' }).click(patience)
    const [popup] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('button', { name: 'Continue to Xero' }).click(),
    ])
    const closed = popup.waitForEvent('close')
    await popup.getByRole('link', { name: /Demo Company/ }).click()
    await page.getByText('Linked to Demo Company (US)').waitFor(patience)
    await closed
    expect(complaints).toEqual([])
  })

  it('is not to be had for pages that the server does not know', async () => {
    const stranger = await openHostPage()
    onTestFinished(() => stranger.close())
    stranger.show(`<!doctype html><script type="module" src="${scene.url}/console/ledgerpost-console.js"></script>
      <ledgerpost-console server="${scene.url}" subscriber="${id}" token="x"></ledgerpost-console>`)
    const page = await browser.newPage()
    onTestFinished(() => page.close())
    const failed = page.waitForEvent('requestfailed')
    await page.goto(stranger.origin)
    expect((await failed).url()).toBe(`${scene.url}/console/ledgerpost-console.js`)
  })
})
