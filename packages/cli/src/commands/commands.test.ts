import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { introduce, startServer, testCli, type TestCli, type TestServer } from '../test-cli.test-support.js'

const day = new Date().toISOString().slice(0, 10)

function order(id: string, method = '2', amount = '20.00'): string {
  return JSON.stringify({
    Id: id,
    Type: 'Sale',
    OrderDate: `${day}T10:00:00`,
    LocationId: '1',
    Items: [{ Id: '1', RevenueCategoryId: '7', NetAmount: amount, Total: amount }],
    Cost: { Total: amount },
    Payments: [{ Id: '1', PaymentMethodId: method, Amount: amount }],
    LastModifiedTime: new Date().toISOString(),
  })
}

let server: TestServer
let cli: TestCli
const file = (name: string) => join(server.directory, name)

const shellOf = (id: string, options: Parameters<typeof testCli>[1] = {}) =>
  testCli({ LEDGERPOST_URL: server.url, LEDGERPOST_SUBSCRIBER: id }, options)

beforeAll(async () => {
  server = await startServer()
  await introduce(server, '1')
  cli = shellOf('1')
}, 60_000)
afterAll(() => server.close())

describe('from nothing to booked', () => {
  it('doctor finds all well', async () => {
    const { code, output } = await cli('doctor')
    expect([code, output]).toEqual([0, expect.stringContaining('All is well.')])
    expect(output).toContain('✓ Ledgers    1 adapter: PlainText (Available)')
  })

  it('platform tells about a subscriber', async () => {
    await writeFile(file('new.json'), '{"Region":"US","TimeZone":"UTC","Currency":"USD"}')
    const other = shellOf('2')
    expect(await other('history')).toMatchObject({
      code: 5,
      messages: expect.stringContaining('Next: ledgerpost platform subscriber <file>'),
    })
    const told = await other('platform', 'subscriber', file('new.json'))
    expect([told.code, told.output]).toEqual([0, expect.stringContaining('knows the subscriber of 2')])
    expect(await other('platform', 'configuration', file('new.json'))).toMatchObject({
      code: 5,
      messages: expect.stringContaining('RevenueCategories'),
    })
    await writeFile(file('new.json'), '{')
    expect(await other('platform', 'subscriber', file('new.json'))).toMatchObject({
      code: 5,
      messages: expect.stringContaining('is not JSON'),
    })
  })

  it('map names the command that is missing', async () => {
    expect(await cli('map', 'show')).toEqual({
      code: 5,
      output: '',
      messages: 'Subscriber 1 has no ledger linked yet.\nNext: ledgerpost link\n',
    })
  })

  it('orders push tells of each order that was rejected, by its line', async () => {
    await writeFile(
      file('orders.ndjson'),
      `${order('a')}\n\n{"Id":"bad"}\n${order('b', '2', '1.50')}\nno json\n`,
    )
    const { code, output, messages } = await cli('orders', 'push', file('orders.ndjson'))
    expect(code).toBe(1)
    expect(output).toContain('4 orders: 2 accepted, 0 unchanged, 0 older than what is known, 2 rejected.')
    expect(output).toMatch(/! line 3, order bad: /)
    expect(output).toMatch(/! line 5, order \?: /)
    expect(messages).toContain('100 %  4 orders')
    await writeFile(file('orders.ndjson.gz'), gzipSync(`${order('c')}\n`))
    const packed = await cli('orders', 'push', file('orders.ndjson.gz'), '--json')
    expect(JSON.parse(packed.output)).toEqual({
      Accepted: 1,
      Unchanged: 0,
      Stale: 0,
      Rejected: 0,
      Errors: [],
    })
    const piped = await shellOf('1', { input: `${order('d')}\n` })('orders', 'push', '-')
    expect(piped).toMatchObject({ code: 0, output: expect.stringContaining('1 order: 1 accepted') })
  })

  it.each([
    ['a list', '[1]', "jq -c '.[]'"],
    ['nothing', null, 'cannot be read: ENOENT'],
  ])('orders push refuses %s', async (_what, content, said) => {
    if (content !== null) await writeFile(file('other'), content)
    const { code, messages } = await cli('orders', 'push', file(content === null ? 'nowhere' : 'other'))
    expect([code, messages]).toEqual([5, expect.stringContaining(said)])
  })

  it('link links what needs no consent, and says what is next', async () => {
    expect(await cli('link')).toEqual({
      code: 0,
      output: expect.stringContaining('Linked: Plain-text books of 1 (PlainText), Initialized.'),
      messages: 'Next: ledgerpost map suggest\n',
    })
  })

  it('map shows, suggests and sets', async () => {
    const shown = await cli('map', 'show', '--open')
    expect(shown.code).toBe(1)
    expect(shown.output).toMatch(/7 +Services +– +Income:Services 0\.\d\d +61\.50 USD/)
    expect(shown.output).toContain('0.00 USD of 61.50 USD (0.0 %)')
    const picky = await cli('map', 'suggest', '--accept', '--min-score', '0.7')
    expect(picky).toMatchObject({ code: 1, output: expect.stringContaining('1 without a suggestion') })
    const set = await cli('map', 'set', 'tax', 'none', 'none')
    expect(set.output).toContain('The integration is Configured; 0 left to map.')
    expect(await cli('map', 'show')).toMatchObject({ code: 0, output: expect.stringContaining('(100.0 %)') })
  })

  it('map set says what is wrong with a target', async () => {
    const broken = await cli('map', 'set', 'category', '7', 'Income:Nowhere')
    expect(broken).toMatchObject({
      code: 1,
      output: expect.stringContaining("'Income:Nowhere' does not exist"),
    })
    const here = await cli('map', 'set', 'category', '7', 'Income:Services', '--json')
    expect(JSON.parse(here.output)).toMatchObject({ Problem: null, Status: 3 })
    expect(await cli('map', 'set', 'colour', '7', 'x')).toMatchObject({
      code: 2,
      messages: expect.stringContaining('it is tax, category, payment'),
    })
  })

  it('preferences are shown and changed', async () => {
    const changed = await cli('preferences', '--summarize', '--start-date', day, '--sync-time', '04:30')
    expect(changed.output).toContain(`Booked from ${day} on.\nA sync begins every day at 04:30.`)
    const shown = await cli('preferences', '--no-sync-time', '--json')
    expect(JSON.parse(shown.output)).toEqual({
      Status: 3,
      SynchronizationPreferences: { SummarizeData: true, StartDate: day },
    })
  })

  it('sync waits and tells, and history and packet show what came of it', async () => {
    const synced = await cli('sync', '--watch')
    expect([synced.code, synced.output]).toEqual([0, expect.stringContaining('Packets: 1 sent, 0 held')])
    expect(synced.messages).toContain('1 of 1 packet in the ledger')
    const history = JSON.parse((await cli('history', '--json')).output) as { readonly Id: string }[]
    const record = history[0]?.Id ?? ''
    expect((await cli('history')).output).toContain(record)
    const { Packets } = JSON.parse((await cli('history', record, '--json')).output) as {
      readonly Packets: readonly { readonly Id: string }[]
    }
    const packet = Packets[0]?.Id ?? ''
    expect((await cli('history', record)).output).toContain(packet)
    for (const words of [[packet], [packet, '--record', record]]) {
      const { code, output } = await cli('packet', 'show', ...words)
      expect([code, output]).toEqual([
        0,
        expect.stringContaining(`Packet ${packet} of ${day}: 61.50 USD, Sent`),
      ])
      expect(output).toMatch(/Journal LP-\w+: 61\.50 USD, Accepted/)
    }
    expect(await cli('packet', 'show', 'none')).toMatchObject({
      code: 5,
      messages: expect.stringContaining('None of the newest 50 syncs has a packet none'),
    })
  })

  it('what is held is told with its reason, and sent once it is mapped', async () => {
    const push = await shellOf('1', { input: `${order('e', 'new')}\n` })('orders', 'push', '-')
    expect(push.code).toBe(0)
    const held = await cli('sync', '--watch')
    expect(held).toMatchObject({ code: 1, output: expect.stringContaining('1 held') })
    const record = /Sync (\S+):/.exec(held.output)?.[1] ?? ''
    expect(held.messages).toContain(`Next: ledgerpost history ${record} --open`)
    const open = await cli('history', record, '--open')
    expect(open.output).toMatch(/! 1 packet Held: .*new/)
    expect(open.messages).toContain(`--record ${record}`)
    await cli('map', 'set', 'payment', 'new', 'Assets:Bank')
    // It leaves no mark of its own when it begins; a look at the packets tells when it has ended.
    expect(await cli('resync')).toMatchObject({ code: 0 })
    const sent = async () => (await cli('history', record)).output.includes('1 sent, 0 held')
    while (!(await sent())) continue
    expect(await cli('resync', record, '--watch')).toMatchObject({
      code: 0,
      output: expect.stringContaining('1 sent'),
    })
    expect(await cli('resync')).toMatchObject({
      code: 5,
      messages: expect.stringContaining('has anything to send again'),
    })
  })

  it('sync does not wait longer than it was told', async () => {
    let now = 0
    const hasty = shellOf('1', {
      now: () => (now += 3_600_000),
      // A server on which no sync ever ends.
      async fetch(address, init) {
        const response = await fetch(address, init)
        const text = await response.text()
        return new Response(text.replaceAll('"Status":"Success"', '"Status":"InProgress"'), response)
      },
    })
    expect(await hasty('sync', '--watch', '--timeout', '1')).toMatchObject({
      code: 6,
      messages: expect.stringContaining('The sync is not done after 1 s.'),
    })
    expect((await cli('sync', '--watch')).code).toBe(0)
  })
})

describe('maps in a file', () => {
  it('come back as they were, and only what differs is told', async () => {
    const path = file('maps.json')
    expect((await cli('map', 'export', path)).output).toContain(`4 map items written to ${path}.`)
    const text = await readFile(path, 'utf8')
    expect((await cli('map', 'export')).output).toBe(text)
    expect(await cli('map', 'import', path)).toMatchObject({
      code: 0,
      output: '0 changes saved; the integration is Configured.\n',
    })
    await writeFile(
      path,
      text.replace('Income:Services', 'Income:Gone').replace('Assets:Bank', 'Assets:Cash'),
    )
    const dry = await cli('map', 'import', path, '--dry-run')
    expect(dry.output).toContain('~ category 7: Income:Services → Income:Gone')
    expect(dry.output).toContain('2 changes would be made; nothing was saved.')
    const saved = await cli('map', 'import', path)
    expect(saved.code).toBe(1)
    expect(saved.output).toContain('~ payment new: Assets:Bank → Assets:Cash')
    expect(saved.output).toContain("! 7 was not saved: nothing at the ledger by the id 'Income:Gone' serves.")
    expect(saved.output).toContain('1 change saved')
  })

  it.each([
    ['{', 'is not JSON'],
    ['{"Maps":[{"MapType":"Nothing","MapItems":[]}]}', 'Maps.0.MapType'],
  ])('are refused where they are none: %s', async (content, said) => {
    await writeFile(file('wrong.json'), content)
    const { code, messages } = await cli('map', 'import', file('wrong.json'))
    expect([code, messages]).toEqual([5, expect.stringContaining(said)])
  })
})
