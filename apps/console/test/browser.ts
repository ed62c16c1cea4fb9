import { execFileSync } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { requirement } from '@ledgerpost/testkit'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'

/** Where pictures of every page land; it is not kept. */
const pictures = fileURLToPath(new URL('../pictures/', import.meta.url))
const kept = fileURLToPath(new URL('../../../docs/images/', import.meta.url))
const keepsPictures = process.env['LEDGERPOST_KEEP_PICTURES'] === '1'

export const chromiumPath = await requirement('chromium', () =>
  execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).trim(),
)

export async function openBrowser(): Promise<Browser> {
  await mkdir(pictures, { recursive: true })
  return chromium.launch({
    executablePath: chromiumPath.available ? chromiumPath.value : '',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

export interface Visit {
  readonly page: Page
  readonly context: BrowserContext
  /** What the browser complained about, and what it asked others for. */
  readonly complaints: string[]
}

/** Opens a page that notes every complaint and every request to anybody but the servers of the scene. */
export async function visit(browser: Browser, origins: readonly string[]): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: 'en-US' })
  const complaints: string[] = []
  context.on('page', (page) => watch(page, origins, complaints))
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  return { page, context, complaints }
}

function watch(page: Page, origins: readonly string[], complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(`${error.message} ${error.stack ?? ''}`))
  page.on('console', (message) => {
    // What the server refuses is shown in words; the browser notes it as well.
    const isAnswer = /Failed to load resource/.test(message.text())
    if (!isAnswer && ['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('request', (request) => {
    const url = request.url()
    if (/^(about|data|blob):/.test(url) || origins.some((origin) => url.startsWith(`${origin}/`))) return
    complaints.push(`asked ${url}`)
  })
}

/** Holds a page against axe in both colours, and takes a picture of each. */
export async function examine(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page }).analyze()
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
    expect.soft(found, `${name}, ${colorScheme}`).toEqual([])
    await page.screenshot({ path: `${pictures}${name}-${colorScheme}.png`, fullPage: true })
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

/** Takes a picture of what a test failed on. */
export async function pictureFailure(
  page: Page,
  task: { readonly name: string; readonly result?: { readonly state: string } },
): Promise<void> {
  if (task.result?.state !== 'fail' || page.isClosed()) return
  await page.screenshot({ path: `${pictures}failed-${task.name.replaceAll(/\W+/g, '-')}.png` })
}

/** Keeps a picture for the documentation, where that was asked for. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!keepsPictures) return
  await mkdir(kept, { recursive: true })
  await page.screenshot({ path: `${kept}${name}.png` })
}
