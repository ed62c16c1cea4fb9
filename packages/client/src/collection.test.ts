import { describe, expect, it } from 'vitest'
import { createClient } from './client.js'
import type { CollectionOptions } from './collection.js'
import { scriptedFetch } from './scripted-fetch.test-support.js'

const base = 'https://books.example/api'

const page = (value: readonly unknown[], next?: string) =>
  Response.json({ value, ...(next === undefined ? {} : { '@odata.nextLink': next }) })

function start(...answers: readonly Response[]) {
  const { fetch, asked } = scriptedFetch(...answers)
  return { asked, subscriber: createClient({ baseUrl: base, token: 'abc', fetch }).subscriber("a/b'c") }
}

async function all<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const list: Item[] = []
  for await (const item of items) list.push(item)
  return list
}

describe('a collection', () => {
  it('is read page by page, where the server says that the next one is', async () => {
    const { subscriber, asked } = start(
      page([{ Id: '1' }], `${base}/next?$skiptoken=x`),
      page([], 'relative?$skiptoken=y'),
      page([{ Id: '2' }]),
    )
    expect(await all(subscriber.orders())).toEqual([{ Id: '1' }, { Id: '2' }])
    expect(asked.map(({ url }) => url)).toEqual([
      `${base}/odata/v4/Subscriber_a%2Fb'c/Orders`,
      `${base}/next?$skiptoken=x`,
      `${base}/relative?$skiptoken=y`,
    ])
  })

  it('is read only as far as it is wanted', async () => {
    const { subscriber, asked } = start(page([1, 2], `${base}/next`))
    for await (const item of subscriber.configuration()) {
      expect(item).toBe(1)
      break
    }
    expect(asked).toHaveLength(1)
  })

  it.each<[CollectionOptions, string]>([
    [{}, ''],
    [{ select: 'Id,Type' }, '?$select=Id%2CType'],
    [
      { filter: "Id eq 'a&b' and Total gt 1", orderby: 'OrderDate desc', expand: 'Items($top=1)', top: 5 },
      "?$expand=Items(%24top%3D1)&$filter=Id%20eq%20'a%26b'%20and%20Total%20gt%201&$orderby=OrderDate%20desc&$top=5",
    ],
  ])('is asked for with %j', async (options, query) => {
    const { subscriber, asked } = start(page([]))
    await all(subscriber.syncHistory(options))
    expect(new URL(asked[0]?.url ?? '').search).toBe(new URL(`${base}${query}`).search)
    expect(asked[0]?.headers.has('Prefer')).toBe(false)
  })

  it('says how many the server should send at a time', async () => {
    const { subscriber, asked } = start(page([], `${base}/next`), page([]))
    await all(subscriber.packets("it's", { pageSize: 7 }))
    expect(asked.map(({ headers }) => headers.get('Prefer'))).toEqual(Array(2).fill('odata.maxpagesize=7'))
    expect(asked[0]?.url).toContain("/SyncHistory('it''s')/Packets")
  })

  it.each(['https://elsewhere.example/next', 'http://books.example/api/next', '//elsewhere.example/x'])(
    'does not lead to another server: %s',
    async (next) => {
      const { subscriber, asked } = start(page([], next))
      await expect(all(subscriber.exclusions('1'))).rejects.toThrow(
        'but the token is for https://books.example',
      )
      expect(asked).toHaveLength(1)
    },
  )

  it('does not go round in a circle', async () => {
    const { subscriber } = start(page([], `${base}/odata/v4/Subscriber_a%2Fb'c/Orders`))
    await expect(all(subscriber.orders())).rejects.toThrow('is said to be the same page')
  })
})
