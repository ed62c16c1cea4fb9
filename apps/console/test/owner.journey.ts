import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { chromiumPath, examine, openBrowser, visit } from './browser.js'
import { openScene, type Scene } from './scene.js'

const patience = { timeout: 60_000 }

describe.skipIf(!chromiumPath.available)('a new owner', () => {
  let browser: Browser
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await scene?.close()
  })

  it(
    'links plain-text books, maps, starts, syncs and finds everything in the history',
    { timeout: 300_000 },
    async () => {
      const id = '1234'
      await scene.introduce(id)
      const { page, context, complaints } = await visit(browser, [scene.url])
      onTestFinished(() => context.close())

      await page.goto(`${scene.url}/console`)
      await page.getByRole('heading', { name: 'Sign in' }).waitFor()
      await examine(page, 'sign-in')
      await page.getByLabel('Subscriber').fill(id)
      await page.getByRole('button', { name: 'Sign in' }).click()

      await page.getByRole('heading', { name: 'Your books', level: 1 }).waitFor()
      await page.getByText('Plain text').first().waitFor()
      await examine(page, 'integrations')
      await page.getByRole('link', { name: /^Link Plain text/ }).click()
      await page.getByRole('heading', { name: /^Link Plain text/ }).waitFor()
      await examine(page, 'link-plain-text')
      await page.getByRole('button', { name: 'Link now' }).click()
      await page.getByRole('link', { name: 'Go on to the mapping' }).click(patience)

      await acceptSuggestions(page)
      await mapTheRest(page)
      await page.getByText('Everything has a place.').waitFor(patience)
      await examine(page, 'mapping-done')
      await page.getByRole('link', { name: 'Check and start' }).click()

      await page.getByRole('heading', { name: 'Check and start' }).waitFor()
      await examine(page, 'start')
      await page.getByLabel('Start with the sales of').fill(scene.firstDay)
      await page.getByRole('button', { name: 'Start', exact: true }).click()

      await page.getByRole('button', { name: 'Sync now' }).click(patience)
      await page.getByText('Everything is in your books.').waitFor(patience)
      await page
        .getByRole('button', { name: /: all sent$/ })
        .first()
        .waitFor()
      await examine(page, 'overview')

      await page.getByRole('link', { name: 'History', exact: true }).click()
      await page.getByRole('heading', { name: 'History' }).waitFor()
      await page.getByText('Done').first().waitFor()
      await examine(page, 'history')
      await page.getByRole('table').getByRole('link').first().click()
      await page.getByRole('table', { name: 'Packets' }).waitFor()
      await examine(page, 'record')
      await page.getByRole('table', { name: 'Packets' }).getByRole('link').first().click()
      await page.getByRole('heading', { name: /^Packet of/ }).waitFor()
      await page.getByText('The orders behind it').waitFor()
      await page.locator('details summary').first().click()
      await page.getByText('Total').last().waitFor()
      await examine(page, 'packet')

      await page.getByRole('link', { name: 'Settings', exact: true }).click()
      await page.getByRole('heading', { name: 'Settings' }).waitFor()
      await examine(page, 'settings')
      await page.getByRole('button', { name: 'Remove' }).click()
      await page.getByRole('dialog').waitFor()
      await examine(page, 'remove')
      await page.getByRole('button', { name: 'Cancel' }).click()

      await page.setViewportSize({ width: 390, height: 844 })
      for (const section of ['Mapping', 'Overview', 'History']) {
        await page.getByRole('link', { name: section, exact: true }).click()
        await page.getByRole('heading', { level: 1 }).waitFor()
        await page.locator('.lp-loading').first().waitFor({ state: 'detached' })
        await examine(page, `phone-${section.toLowerCase()}`)
        const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
        expect(overflow, `${section} on a phone`).toBe(0)
      }
      expect(complaints).toEqual([])
    },
  )
})

/** Looks at each list and accepts what is suggested. */
async function acceptSuggestions(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'What belongs where' }).waitFor()
  await page.getByRole('combobox').first().waitFor()
  await examine(page, 'mapping')
  for (const list of ['Revenue', 'Taxes', 'Payments']) {
    await page.getByRole('button', { name: new RegExp(`^${list} ·`) }).click()
    const accept = page.getByRole('button', { name: /^Accept \d+ suggestions?$/ })
    if ((await accept.count()) > 0) {
      await accept.click()
      await accept.waitFor({ state: 'detached' })
    }
  }
}

/** What each thing is mapped to that nothing was suggested for, by a word of its target. */
async function mapTheRest(page: Page): Promise<void> {
  const targets = { Revenue: 'Income:Other', Taxes: 'Sales-Tax', Payments: 'Other-Tenders' }
  for (const [list, target] of Object.entries(targets)) {
    await page.getByRole('button', { name: new RegExp(`^${list} ·`) }).click()
    await page.getByRole('button', { name: 'Without a place' }).click()
    for (;;) {
      const inputs = page.getByRole('combobox')
      await page
        .getByText(/Saving…/)
        .first()
        .waitFor({ state: 'detached' })
      if ((await inputs.count()) === 0) break
      const input = inputs.first()
      const name = (await input.getAttribute('aria-label')) ?? ''
      await input.fill(target)
      if (list === 'Revenue') await page.keyboard.press('Enter')
      else await page.getByRole('option', { name: new RegExp(target) }).click()
      await page.getByLabel(name, { exact: true }).waitFor({ state: 'detached' })
    }
    await page.getByRole('button', { name: 'All', exact: true }).click()
  }
}
