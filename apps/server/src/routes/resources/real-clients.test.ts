import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { OData } from '@odata/client'
import { FetchClient } from '@odata2ts/http-client-fetch'
import { o } from 'odata'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveTestServer } from '../../test-support/listening.test-support.js'
import { configure, feed, sale, sync } from '../../test-support/platform.test-support.js'
import { startTestServer, type TestServer } from '../../test-support/server.test-support.js'
import { bearer } from '../../test-support/tokens.test-support.js'

/** Clients of OData that others wrote, over a real connection. */

const run = promisify(execFile)
const sending = {
  cache: 'no-store',
  credentials: 'omit',
  mode: 'cors',
  redirect: 'error',
  referrerPolicy: 'no-referrer',
} as const
const ids = Array.from({ length: 130 }, (_, index) => `o${String(index).padStart(3, '0')}`)
let server: TestServer
let listening: Awaited<ReturnType<typeof serveTestServer>>
let url: string
let headers: { readonly Authorization: string }
let recordId: string

beforeAll(async () => {
  server = await startTestServer()
  await configure(server, '1')
  await feed(
    server,
    '1',
    ids.map((id, index) => sale(id, { OrderDate: `2026-03-0${1 + (index % 9)}T12:00:00` })),
  )
  recordId = (await sync(server, '1')).split("'")[1] ?? ''
  listening = await serveTestServer(server)
  url = `${listening.url}/odata/v4/Subscriber_1`
  headers = { Authorization: await bearer({ role: 'MINDBODY Owner', subscribers: ['1'] }) }
})
afterAll(async () => {
  await listening.stop()
  await server.close()
})

interface Page {
  readonly value: readonly Record<string, unknown>[]
  readonly '@odata.nextLink'?: string
}

describe('odata (o.js)', () => {
  const client = () => o(`${url}/`, { headers })

  it('reads Orders with select, expand, filter and order', async () => {
    const orders: unknown = await client().get('Orders').query({
      $select: 'Id,OrderDate',
      $expand: 'Items($select=Id,Total),Cost',
      $filter: "startswith(Id,'o00') and Cost/Total gt 10",
      $orderby: 'Id desc',
      $top: 2,
    })
    expect(orders).toEqual([
      {
        '@odata.etag': expect.any(String),
        Id: 'o009',
        OrderDate: '2026-03-01T12:00:00.000-05:00',
        Items: [{ Id: '1', Total: 10.8 }],
        Cost: { NetAmount: 10, Discount: 0, TaxAmount: 0.8, Total: 10.8 },
      },
      expect.objectContaining({ Id: 'o008' }),
    ])
  })

  it('pages by the next link', async () => {
    const seen: string[] = []
    let response = (await client().get('Orders').fetch({ $select: 'Id' })) as Response
    for (;;) {
      const page = (await response.json()) as Page
      seen.push(...page.value.map(({ Id }) => String(Id)))
      const next = page['@odata.nextLink']
      if (next === undefined) break
      response = (await o(next, { headers }).get('').fetch()) as Response
    }
    expect(new Set(seen)).toEqual(new Set(ids))
    expect(seen).toHaveLength(ids.length)
  })

  it('reads Configuration and SyncHistory', async () => {
    expect(
      await client().get("Configuration('1')").query({ $expand: 'TaxRates,PaymentMethods' }),
    ).toMatchObject({
      Id: '1',
      TaxRates: [{ Id: '01:01', Value: 0.08 }],
    })
    const packets: unknown = await client()
      .get(`SyncHistory('${recordId}')/Packets`)
      .query({ $filter: "Status eq 'Sent' and Total ge 10.8", $top: 3, $expand: 'States', $count: true })
    expect(packets).toHaveLength(3)
    expect(packets).toMatchObject([{ Status: 'Sent', Total: 10.8, States: expect.any(Array) }, {}, {}])
  })
})

describe('@odata/client', () => {
  const client = () => OData.New4({ serviceEndpoint: `${url}/`, commonHeaders: headers })

  it('reads Orders with what it writes of filters and parameters', async () => {
    const filter = OData.newFilter().property('Id').in(['o007', 'o005'])
    const found = await client()
      .getEntitySet('Orders')
      .query(
        OData.newOptions()
          .filter(filter)
          .select(['Id', 'Type'])
          .expand(['Payments'])
          .orderby('Id', 'desc')
          .top(5)
          .count(true),
      )
    expect(found).toMatchObject([
      { Id: 'o007', Type: 'Sale', Payments: [{ PaymentMethodId: '1', Amount: 10.8 }] },
      { Id: 'o005' },
    ])
  })

  it('reads one order, the number of them, Configuration and SyncHistory', async () => {
    expect(await client().getEntitySet('Orders').retrieve('o003')).toMatchObject({ Id: 'o003' })
    expect(await client().getEntitySet('Orders').count()).toBe(ids.length)
    expect(await client().getEntitySet('Configuration').query()).toMatchObject([{ Id: '1' }])
    expect(await client().getEntitySet('SyncHistory').query()).toMatchObject([
      { Id: recordId, Status: 'Success' },
    ])
  })
})

describe('a client that odata2ts generates from $metadata', () => {
  const packageDirectory = fileURLToPath(new URL('../../..', import.meta.url))
  let directory: string
  let service: GeneratedService

  beforeAll(async () => {
    directory = await mkdtemp(join(packageDirectory, 'test', 'generated-'))
    const metadata = join(directory, 'metadata.xml')
    await writeFile(metadata, await (await fetch(`${url}/$metadata`, { headers })).text())
    await writeFile(
      join(directory, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: { target: 'ES2022', module: 'ES2022', moduleResolution: 'node' } }),
    )
    const generator = createRequire(import.meta.url).resolve('@odata2ts/odata2ts/lib/run-cli.js')
    const output = join(directory, 'client')
    const options = ['-s', metadata, '-o', output, '-m', 'service', '-e', 'js', '-name', 'Books']
    await run(process.execPath, [generator, ...options, '-t', join(directory, 'tsconfig.json')], {
      cwd: directory,
    })
    const generated = (await import(/* @vite-ignore */ join(output, 'BooksService.js'))) as GeneratedModule
    service = new generated.BooksService(new FetchClient({ ...sending, headers: { ...headers } }), url)
  })
  afterAll(() => rm(directory, { recursive: true, force: true }))

  it('reads Orders with its typed query', async () => {
    const { data } = await service
      .Orders()
      .query((builder, order) =>
        builder
          .select('Id', 'Type', 'OrderDate')
          .expand('Items', 'Purchaser')
          .filter(order.Id.startsWith('o01'), order.OrderDate.ge('2026-03-01T00:00:00Z'))
          .orderBy(order.Id.desc())
          .top(2)
          .count(),
      )
    expect(data).toMatchObject({
      '@odata.count': 10,
      value: [
        { Id: 'o019', Type: 'Sale', Items: [{ Taxes: [{ TaxRateId: '01:01' }] }], Purchaser: { Id: '7' } },
        { Id: 'o018' },
      ],
    })
  })

  it('reads contained entities by their path', async () => {
    const { data } = await service.Orders('o001').Items('1').query()
    expect(data).toMatchObject({ Id: '1', Total: 10.8 })
    const { data: cost } = await service.Orders('o001').Cost().query()
    expect(cost).toMatchObject({ Total: 10.8 })
  })

  it('reads Configuration and SyncHistory', async () => {
    const { data: rates } = await service.Configuration('1').TaxRates().query()
    expect(rates).toMatchObject({ value: [{ Id: '01:01' }] })
    const { data: history } = await service.SyncHistory().query((builder) => builder.expand('States').top(1))
    expect(history).toMatchObject({ value: [{ Id: recordId, States: [{ Status: 'Queued' }, {}, {}] }] })
    const { data: packets } = await service
      .SyncHistory(recordId)
      .Packets()
      .query((builder) => builder.count().top(1))
    expect(packets).toMatchObject({ '@odata.count': ids.length })
  })
})

interface Answer {
  readonly data: unknown
}

interface Builder {
  select(...names: string[]): Builder
  expand(...names: string[]): Builder
  filter(...conditions: unknown[]): Builder
  orderBy(...orders: unknown[]): Builder
  top(count: number): Builder
  count(): Builder
}

interface Path {
  startsWith(text: string): unknown
  ge(value: string): unknown
  desc(): unknown
}

type Query = (
  build?: (builder: Builder, members: Record<'Id' | 'OrderDate', Path>) => unknown,
) => Promise<Answer>

/** As far as it is used here. */
interface GeneratedService {
  Orders(): { query: Query }
  Orders(id: string): { Items(id: string): { query: Query }; Cost(): { query: Query } }
  Configuration(id: string): { TaxRates(): { query: Query } }
  SyncHistory(): { query: Query }
  SyncHistory(id: string): { Packets(): { query: Query } }
}

interface GeneratedModule {
  readonly BooksService: new (client: FetchClient, url: string) => GeneratedService
}
