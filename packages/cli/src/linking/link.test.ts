import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type StartedFakeXero, startFakeXero } from '@ledgerpost/adapter-xero/fake'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asker, introduce, startServer, testCli, type TestServer } from '../test-cli.test-support.js'

let xero: StartedFakeXero
let server: TestServer
beforeAll(async () => {
  xero = await startFakeXero({ rateLimits: false })
  server = await startServer({
    XERO_CLIENT_ID: xero.app.clientId,
    XERO_CLIENT_SECRET: xero.app.clientSecret,
    XERO_API_URL: xero.url,
    XERO_IDENTITY_URL: xero.url,
  })
  for (const id of ['1', '2', '3', '4']) await introduce(server, id)
}, 60_000)
afterAll(async () => {
  await server.close()
  await xero.close()
})

const shellOf = (id: string, options: Parameters<typeof testCli>[1] = {}) =>
  testCli({ LEDGERPOST_URL: server.url, LEDGERPOST_SUBSCRIBER: id }, options)

/** The consent page gives its consent at once; answers where it sends the browser to. */
async function returnOf(url: string): Promise<string> {
  const response = await fetch(url, { redirect: 'manual' })
  return response.headers.get('location') ?? ''
}

const linked = /Linked: .+ \(Xero\), Initialized\./

describe('linking by consent', () => {
  it('opens the browser and waits for it to come back to this machine', async () => {
    const pages: string[] = []
    const ask = asker(['Xero'])
    const cli = shellOf('1', {
      ask,
      async openPage(url) {
        const back = await returnOf(url)
        const lost = await fetch(new URL('/elsewhere', back))
        const page = await fetch(back)
        pages.push(String(lost.status), String(page.status), await page.text())
      },
    })
    const { code, output, messages } = await cli('link')
    expect([code, output]).toEqual([0, expect.stringMatching(linked)])
    expect(messages).toContain('Give your consent here:')
    expect(messages).toContain('Next: ledgerpost map suggest')
    expect(pages).toEqual(['404', '200', expect.stringContaining('Back to the terminal')])
    expect(ask.asked).toEqual(['Which ledger? Xero|PlainText', expect.stringContaining('paste the address')])
  })

  it('takes the address that somebody pastes', async () => {
    const ask = asker([])
    let opened = ''
    const cli = shellOf('2', {
      ask: { ...ask, text: async () => returnOf(opened) },
      openPage(url) {
        opened = url
        return Promise.resolve()
      },
    })
    const { code, output } = await cli('link', '--type', 'xero', '--paste')
    expect([code, output]).toEqual([0, expect.stringMatching(linked)])
  })

  it('is finished later where nobody can be asked', async () => {
    const cli = shellOf('3')
    const begun = await cli('link', '--type', 'Xero', '--redirect-uri', 'https://console.example/linked')
    expect([begun.code, begun.messages]).toEqual([5, expect.stringContaining('link --callback')])
    const url = /https?:\S+authorize\S+/.exec(begun.messages)?.[0] ?? ''
    const back = await returnOf(url)
    expect(await cli('link', '--type', 'Xero', '--callback', back, '--json')).toMatchObject({
      code: 0,
      output: expect.stringContaining('"Status": 2'),
    })
    const nonsense = await cli('link', '--type', 'Xero', '--callback', 'https://console.example/')
    expect([nonsense.code, nonsense.messages]).toEqual([2, expect.stringContaining('state=')])
  })

  it('is called off by an interrupt', async () => {
    const interrupt = new AbortController()
    const cli = shellOf('4', {
      signal: interrupt.signal,
      ask: asker([]),
      openPage() {
        interrupt.abort()
        return Promise.resolve()
      },
    })
    expect(await cli('link', '--type', 'Xero')).toMatchObject({
      code: 130,
      messages: expect.stringContaining('the ledger is not linked'),
    })
  })

  it('asks which of several linked ledgers is meant', async () => {
    await shellOf('1')('link', '--type', 'PlainText')
    expect(await shellOf('1')('map', 'show')).toMatchObject({
      code: 2,
      messages: expect.stringContaining('--type Xero or --type PlainText'),
    })
    const ask = asker(['PlainText'])
    expect((await shellOf('1', { ask })('map', 'show')).output).toContain('is mapped')
    expect(ask.asked[0]).toContain('Which ledger?')
  })
})

describe('settings', () => {
  it('come from a file and from the command line, and the server says what is wrong with them', async () => {
    const file = join(server.directory, 'settings.json')
    await writeFile(file, '{"currency":"EUR"}')
    const cli = shellOf('4')
    expect(
      await cli('link', '--type', 'PlainText', '--settings', file, '--set', 'currency=nothing'),
    ).toMatchObject({
      code: 5,
      messages: expect.stringContaining('Settings.currency'),
    })
    expect(await cli('link', '--type', 'PlainText', '--set', 'colour')).toMatchObject({ code: 2 })
    await writeFile(file, '[]')
    expect(await cli('link', '--type', 'PlainText', '--settings', file)).toMatchObject({ code: 5 })
    expect((await cli('link', '--type', 'PlainText', '--set', 'currency=EUR')).code).toBe(0)
  })
})
