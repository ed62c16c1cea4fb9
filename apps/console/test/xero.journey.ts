import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { chromiumPath, examine, openBrowser, picture, pictureFailure, visit, type Visit } from './browser.js'
import { openScene, type Scene } from './scene.js'

const patience = { timeout: 60_000 }
const id = '77'

describe.skipIf(!chromiumPath.available)('an owner with Xero', () => {
  let browser: Browser
  let scene: Scene
  let visited: Visit
  beforeAll(async () => {
    scene = await openScene()
    browser = await openBrowser()
    await scene.introduce(id)
    visited = await visit(browser, [scene.url, scene.xero.url])
  })
  afterAll(async () => {
    await browser?.close()
    await scene?.close()
  })

  afterEach(({ task }) => pictureFailure(visited.page, task))

  const open = async (page: Page, route = '') =>
    page.goto(
      `${scene.url}/console/#token=${await scene.token('MINDBODY Owner', id)}&subscriber=${id}${route}`,
    )

  it('agrees in a window of its own, declines once, and chooses the organisation', async () => {
    const { page, context, complaints } = visited
    await open(page)
    await page.getByRole('heading', { name: 'Your books', level: 1 }).waitFor()
    expect(page.url()).not.toContain('token')
    await page.getByRole('link', { name: 'Link Xero' }).click()
    await page.getByRole('heading', { name: 'Link Xero' }).waitFor()
    await examine(page, 'link-xero')

    const declining = await popupOf(page, () =>
      page.getByRole('button', { name: 'Continue to Xero' }).click(),
    )
    await declining.getByRole('heading', { name: 'A fake Xero' }).waitFor()
    await examine(page, 'link-waiting')
    await declining.getByRole('link', { name: 'Cancel' }).click()
    await page.getByText('You did not agree at Xero').waitFor(patience)
    await examine(page, 'link-declined')

    const agreeing = await popupOf(page, () => page.getByRole('button', { name: 'Continue to Xero' }).click())
    const closed = agreeing.waitForEvent('close')
    await agreeing.getByRole('link', { name: /Two Coasts Studio LLC/ }).click()
    await page.getByText('Linked to Two Coasts Studio LLC').waitFor(patience)
    await closed
    await examine(page, 'linked')
    expect(context.pages()).toHaveLength(1)
    expect(complaints).toEqual([])
  })

  it('maps with suggestions, starts and syncs; everything sold is in Xero', async () => {
    const { page, complaints } = visited
    await page.getByRole('link', { name: 'Go on to the mapping' }).click()
    await page.getByRole('combobox').first().waitFor()
    await examine(page, 'mapping-xero')
    await picture(page, 'console-mapping')
    for (const list of ['Revenue', 'Taxes', 'Payments']) {
      await page.getByRole('button', { name: new RegExp(`^${list} ·`) }).click()
      const accept = page.getByRole('button', { name: /^Accept \d+ suggestions?$/ })
      if ((await accept.count()) > 0) await accept.click()
      await accept.waitFor({ state: 'detached' })
    }
    await finishMapping(page)
    await page.getByRole('link', { name: 'Check and start' }).click(patience)
    await page.getByLabel('Start with the sales of').fill(scene.firstDay)
    await page.getByRole('button', { name: 'Start', exact: true }).click()
    await page.getByRole('button', { name: 'Sync now' }).click(patience)
    await page.getByText('Everything is in your books.').waitFor({ timeout: 120_000 })
    const sold = await page.locator('.lp-chart .lp-legend strong').allTextContents()
    expect(new Set(sold).size).toBe(1)
    await picture(page, 'console-overview')
    expect(complaints).toEqual([])
  })

  it('finds the entry in Xero from the order, and the order from the entry', async () => {
    const { page } = visited
    await page.getByRole('link', { name: 'See what was sent' }).click()
    await page.getByRole('table', { name: 'Packets' }).getByRole('link').first().click()
    const entry = page.getByRole('link', { name: /^Open .* in the ledger/ }).first()
    expect(await entry.getAttribute('href')).toMatch(/^https:\/\/go\.xero\.com\//)
    await examine(page, 'packet-xero')
  })

  it('is told why something is held, maps it, and sees it go', async () => {
    const { page, complaints } = visited
    const platform = await scene.client(id, 'MINDBODY Automated System')
    const today = new Date().toISOString().slice(0, 10)
    await platform.feedOrders([
      {
        Id: 'workshop-1',
        Type: 'Sale',
        OrderDate: `${today}T09:00:00`,
        LocationId: '1',
        Items: [
          {
            Id: '1',
            Description: 'Breathing workshop',
            RevenueCategoryId: 'Workshops',
            NetAmount: '45.00',
            Total: '45.00',
          },
        ],
        Cost: { Total: '45.00' },
        Payments: [{ PaymentMethodId: await cashOf(scene), Amount: '45.00' }],
        LastModifiedTime: new Date().toISOString(),
      },
    ])
    await page.getByRole('link', { name: 'Overview', exact: true }).click()
    await page.getByRole('button', { name: 'Sync now' }).click(patience)
    await page.getByText('Some of it is not in your books yet.').waitFor(patience)
    await examine(page, 'overview-held')
    await page.getByRole('link', { name: 'See what is held' }).click()
    await page.getByRole('button', { name: 'Held', exact: true }).click()
    await page.getByRole('table', { name: 'Packets' }).getByRole('link').first().click()
    await page.getByText('Something in it has no place yet').waitFor()
    await examine(page, 'packet-held')
    await picture(page, 'console-held')
    await page.getByRole('link', { name: 'Go to the mapping' }).click()
    await page.getByRole('button', { name: 'Without a place' }).click()
    await page.getByRole('combobox', { name: 'Account for Workshops' }).fill('serv')
    await page.getByRole('option', { name: /Services/ }).click()
    await page.getByText('Everything has a place.').waitFor(patience)
    await page.goBack()
    await page.getByRole('button', { name: 'Send again what is not in the books' }).click()
    await page.getByText('Sent', { exact: true }).first().waitFor(patience)
    await examine(page, 'packet-repaired')
    expect(complaints).toEqual([])
  })

  it('links again when Xero has dropped the link, and goes on', async () => {
    const { page, complaints } = visited
    scene.xero.identity.tokens.revokeAll()
    scene.xero.identity.connections.disconnectAll()
    await page.getByRole('link', { name: 'Mapping', exact: true }).click()
    await page.getByRole('button', { name: 'Read the ledger again' }).click()
    await page.getByText('Your ledger does not accept the link any more').waitFor({ timeout: 90_000 })
    await examine(page, 'mapping-error')
    await page.getByRole('link', { name: 'Overview', exact: true }).click()
    await page.getByRole('heading', { name: 'Xero', level: 1 }).waitFor()
    await examine(page, 'overview-error')
    await page.getByRole('link', { name: 'Link again' }).click()
    const agreeing = await popupOf(page, () => page.getByRole('button', { name: 'Continue to Xero' }).click())
    await agreeing.getByRole('link', { name: /Two Coasts Studio LLC/ }).click()
    await page.getByText('Linked to Two Coasts Studio LLC').waitFor(patience)
    await page.getByRole('link', { name: 'Overview', exact: true }).click()
    await page.getByRole('link', { name: 'Check and start' }).click(patience)
    await page.getByRole('button', { name: 'Start', exact: true }).click(patience)
    await page.getByRole('button', { name: 'Sync now' }).click(patience)
    await page.getByText('There was nothing new to send.').waitFor(patience)
    expect(complaints).toEqual([])
  })

  it('may leave the page for the consent page where windows are not allowed', async () => {
    const { page, context, complaints } = await visit(browser, [scene.url, scene.xero.url])
    onTestFinished(() => context.close())
    await page.addInitScript('window.open = () => null')
    await open(page)
    await page.getByRole('heading', { name: 'Your books', level: 1 }).waitFor()
    await page.goto(`${scene.url}/console/#/Xero/link`)
    await page.getByRole('button', { name: 'Continue to Xero' }).click()
    await page.getByText('Your browser did not open the window.').waitFor()
    await examine(page, 'link-blocked')
    await page.getByRole('button', { name: 'Go there in this window' }).click()
    await page.getByRole('link', { name: /Two Coasts Studio LLC/ }).click()
    await page.getByText('Linked to Two Coasts Studio LLC').waitFor(patience)
    expect(page.url()).toContain('/console/#/Xero/link')
    expect(complaints).toEqual([])
  })

  it('links nothing when nobody waits for what came back', async () => {
    const { page, context } = await visit(browser, [scene.url, scene.xero.url])
    onTestFinished(() => context.close())
    await page.goto(`${scene.url}/console/linked?code=somebody-elses&state=unknown`)
    await page.getByText('No page here waits for this link').waitFor()
    expect(page.url()).not.toContain('code')
    await examine(page, 'linked-nobody')
  })
})

async function popupOf(page: Page, begin: () => Promise<void>): Promise<Page> {
  const [popup] = await Promise.all([page.waitForEvent('popup'), begin()])
  return popup
}

/** Nothing fits these by its name. */
async function finishMapping(page: Page): Promise<void> {
  const targets = { Revenue: 'Sales', Taxes: '', Payments: 'Checking' }
  for (const [list, target] of Object.entries(targets)) {
    await page.getByRole('button', { name: new RegExp(`^${list} ·`) }).click()
    await page.getByRole('button', { name: 'Without a place' }).click()
    for (;;) {
      await page.getByText('Saving…').first().waitFor({ state: 'detached' })
      const input = page.getByRole('combobox').first()
      if ((await input.count()) === 0) break
      const name = (await input.getAttribute('aria-label')) ?? ''
      await input.fill(list === 'Taxes' ? taxFor(name) : target)
      await page.keyboard.press('Enter')
      await page.getByLabel(name, { exact: true }).waitFor({ state: 'detached' })
    }
    await page.getByRole('button', { name: 'All', exact: true }).click()
  }
}

/** The fake's Xero has a rate for each place's taxes together. */
function taxFor(name: string): string {
  if (!/sales/.test(name) || !/district/.test(name)) return 'Exempt Sales'
  return /East/.test(name) ? 'East sales and district' : 'West sales and district'
}

async function cashOf(scene: Scene): Promise<string> {
  const owner = await scene.client(id)
  const { MindbodyConfiguration } = await owner.integration('Xero').initialize()
  return MindbodyConfiguration.PaymentMethods.find(({ Name }) => Name === 'Cash')?.Id ?? ''
}
