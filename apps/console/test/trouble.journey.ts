import { playStudio, studioConfiguration } from '@ledgerpost/testkit'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { chromiumPath, examine, openBrowser, visit } from './browser.js'
import { feed, openScene, type Scene } from './scene.js'

const patience = { timeout: 60_000 }
const id = '5'
const products = 5000
const orders = 10_000

describe.skipIf(!chromiumPath.available)('an owner in trouble', () => {
  let browser: Browser
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene()
    await scene.introduce(id)
    browser = await openBrowser()
    const owner = await scene.client(id)
    await owner.integration('PlainText').link()
  })
  afterAll(async () => {
    await browser?.close()
    await scene?.close()
  })

  async function open(
    page: Page,
    subscriberId: string,
    route: string,
    role: 'MINDBODY Owner' | 'MINDBODY Admin' = 'MINDBODY Owner',
  ) {
    await page.goto(
      `${scene.url}/console/#token=${await scene.token(role, subscriberId)}&subscriber=${subscriberId}`,
    )
    await page.getByRole('heading', { name: 'Your books', level: 1 }).waitFor()
    await page.goto(`${scene.url}/console/#${route}`)
  }

  it('loses nothing that was chosen while the network was away, and both tabs show it', async () => {
    const { page, context } = await visit(browser, [scene.url])
    onTestFinished(() => context.close())
    await open(page, id, '/PlainText/mapping')
    const choice = page.getByRole('combobox', { name: 'Account for Memberships' })
    await choice.waitFor()
    const unsaved = page.getByRole('table', { name: 'Revenue' }).getByText('Not saved', { exact: true })
    const other = await context.newPage()
    await open(other, id, '/PlainText/mapping')
    await other.getByRole('combobox', { name: 'Account for Memberships' }).waitFor()

    await context.setOffline(true)
    await page.getByText('There is no connection.').waitFor()
    await choice.fill('Sales')
    await page.getByRole('option', { name: 'Income:Sales' }).click()
    await unsaved.waitFor()
    await page.getByText('The server cannot be reached').first().waitFor()
    await examine(page, 'offline')
    await context.setOffline(false)
    await unsaved.waitFor({ state: 'detached' })
    expect(await choice.inputValue()).toBe('Income:Sales')

    const seen = other.getByRole('combobox', { name: 'Account for Memberships' })
    await expect.poll(() => seen.inputValue(), patience).toBe('Income:Sales')
  })

  it('is asked to sign in again, and finds what was typed', async () => {
    const { page, context } = await visit(browser, [scene.url])
    onTestFinished(() => context.close())
    await open(page, id, '/PlainText/mapping')
    await page.getByRole('searchbox').fill('tip')
    // The server takes no token any more until the owner has signed in again.
    let isOver = true
    await context.route('**/AccountingIntegration/**', (route) =>
      isOver
        ? route.fulfill({
            status: 401,
            contentType: 'application/problem+json',
            body: '{"code":"not-signed-in","detail":"The token has expired. Get a new one."}',
          })
        : route.continue(),
    )
    await page.getByRole('button', { name: 'Read the ledger again' }).click()
    await page.getByText('Your sign-in has ended.').waitFor()
    await examine(page, 'expired')
    isOver = false
    await page.getByRole('button', { name: 'Sign in again' }).click()
    await page.getByText('Your sign-in has ended.').waitFor({ state: 'detached' })
    expect(await page.getByRole('searchbox').inputValue()).toBe('tip')
  })

  it('may look and not touch as an admin', async () => {
    const { page, context } = await visit(browser, [scene.url])
    onTestFinished(() => context.close())
    await open(page, id, '/PlainText/mapping', 'MINDBODY Admin')
    await page.getByText('Only the owner can change it.').waitFor()
    expect(await page.getByRole('combobox').first().isDisabled()).toBe(true)
    expect(await page.getByRole('button', { name: /^Accept/ }).count()).toBe(0)
    await examine(page, 'admin')
  })

  it('is told in words about a subscriber that is not there, and about a page that is not', async () => {
    const { page, context, complaints } = await visit(browser, [scene.url])
    onTestFinished(() => context.close())
    await page.goto(
      `${scene.url}/console/#token=${await scene.token('MINDBODY Owner', 'nobody')}&subscriber=nobody`,
    )
    await page.getByText('Your business is not known here yet').waitFor()
    await examine(page, 'unknown-subscriber')
    await page.goto(`${scene.url}/console/#/PlainText/nowhere`)
    await page.getByText('There is no such page here.').waitFor()
    await examine(page, 'not-found')
    expect(complaints).toEqual([])
  })

  it('finds one among 5,000 things to map, by the keyboard alone', async () => {
    const many = 'many'
    await scene.introduce(many)
    const platform = await scene.client(many, 'MINDBODY Automated System')
    const studio = studioConfiguration(many)
    await platform.putConfiguration({
      ...studio,
      RevenueCategories: [
        ...studio.RevenueCategories,
        ...Array.from({ length: products }, (_, index) => ({
          Id: `p${index}`,
          Name: `Product ${index}`,
          Status: 'Active',
        })),
      ],
    })
    await (await scene.client(many)).integration('PlainText').link()
    const { page, context } = await visit(browser, [scene.url])
    onTestFinished(() => context.close())
    await open(page, many, '/PlainText/mapping')
    await page.getByRole('combobox').first().waitFor(patience)
    expect(await page.getByRole('combobox').count()).toBeLessThan(40)
    await examine(page, 'mapping-5000')
    await page.getByRole('searchbox').focus()
    await page.keyboard.type('product 4711')
    const choice = page.getByRole('combobox', { name: 'Account for Product 4711' })
    await choice.waitFor()
    expect(await page.getByRole('combobox').count()).toBe(1)
    for (let tabs = 0; tabs < 6; tabs += 1) {
      await page.keyboard.press('Tab')
      if (await choice.evaluate((input) => input.matches(':focus'))) break
    }
    await page.keyboard.type('retail')
    await page.getByRole('option', { name: 'Income:Retail' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('Saving…').first().waitFor({ state: 'detached' })
    expect(await choice.inputValue()).toBe('Income:Retail')
  })

  it('scrolls and sorts 10,000 packets', { timeout: 600_000 }, async () => {
    const busy = 'busy'
    await scene.introduce(busy)
    const platform = await scene.client(busy, 'MINDBODY Automated System')
    await feed(platform, [...playStudio({ seed: 2, startDate: scene.firstDay, days: 38, orders })])
    const owner = await scene.client(busy)
    const books = owner.integration('PlainText')
    await books.link()
    const { Items } = await books.mappingReview()
    const targets = { 0: 'Liabilities:Tax:Sales-Tax', 1: 'Income:Sales', 2: 'Assets:Bank' }
    await books.save({
      Maps: Items.map(({ MapType, MindbodyId }) => ({
        MapType,
        MapItems: [{ MindbodyId, IntegrationId: targets[MapType] }],
      })),
      SynchronizationPreferences: { SummarizeData: false, StartDate: scene.firstDay },
    })
    const { recordId } = await books.sync()
    await owner.waitForSync(recordId)

    const { page, context, complaints } = await visit(browser, [scene.url])
    onTestFinished(() => context.close())
    await open(page, busy, `/PlainText/history/${recordId}`)
    const table = page.getByRole('table', { name: 'Packets' })
    await table.getByRole('link').first().waitFor(patience)
    const known = async () => Number(await table.getAttribute('data-known'))
    while ((await table.getAttribute('aria-rowcount')) === '-1') {
      const before = await known()
      await table.evaluate((element) => element.scrollTo(0, element.scrollHeight))
      await expect.poll(known, patience).toBeGreaterThan(before)
    }
    expect(await known()).toBeGreaterThan(9000)
    expect(await table.getByRole('row').count()).toBeLessThan(60)
    const sorting = await table.evaluate(async (element) => {
      const times: number[] = []
      for (const name of ['Total', 'Day', 'Paid by']) {
        const button = [...element.querySelectorAll('button')].find(({ textContent }) => textContent === name)
        const start = performance.now()
        button?.click()
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
        times.push(Math.round(performance.now() - start))
      }
      return times
    })
    process.stdout.write(
      `Sorting ${await known()} packets took ${sorting.join(', ')} ms until they were shown.\n`,
    )
    await examine(page, 'record-10000')
    expect(complaints).toEqual([])
  })
})
