import { describe, expect, it } from 'vitest'
import { ordersUrl, origin, page, rawPage, usePlatform, wireOrder } from './service.test-support.js'

const platform = usePlatform()

const at = (second: number) => `2026-03-01T10:30:${String(second).padStart(2, '0')}.000Z`
const orderAt = (id: string, second: number) => wireOrder(id, { LastModifiedTime: at(second) })
const next = (token: string) => `${ordersUrl}?$skiptoken=${token}`

const idsOf = (orders: readonly unknown[]) =>
  orders.map((fed) =>
    fed !== null && typeof fed === 'object' && 'input' in fed ? (fed.input as { id: string }).id : fed,
  )

describe('asking', () => {
  it('names what it needs, sorted, and says how it wants decimals and pages', async () => {
    platform.answer(page([]))
    await platform.pull()
    await platform.pull('2026-03-01T00:00:00.000Z', { pageSize: 50 })
    const [first, second] = platform.seen
    expect(first?.url).toBe(`${ordersUrl}?$expand=Purchaser,Items,Cost,Payments&$orderby=LastModifiedTime`)
    expect(second?.url).toBe(
      `${ordersUrl}?$expand=Purchaser,Items,Cost,Payments&$orderby=LastModifiedTime&$filter=LastModifiedTime ge 2026-03-01T00:00:00.000Z`,
    )
    expect(Object.fromEntries(second?.headers ?? [])).toMatchObject({
      accept: 'application/json;odata.metadata=minimal;IEEE754Compatible=true',
      authorization: 'Bearer the-token',
      'odata-maxversion': '4.0',
      prefer: 'odata.maxpagesize=50',
    })
  })

  it('sends its token by HTTPS or within the machine alone', async () => {
    const { error } = await platform.pull(null, { root: () => 'http://platform.example/odata' })
    expect(String(error)).toContain('must be an https URL')
    expect(platform.seen).toEqual([])
  })

  it('asks for another token when one is refused', async () => {
    platform.answer(() => new Response(null, { status: 401 }), page([wireOrder('a')]))
    let tokens = 0
    const token = () => Promise.resolve(`token-${(tokens += 1)}`)
    const { orders } = await platform.pull(null, { token })
    expect(idsOf(orders)).toEqual(['a'])
    expect(platform.seen.map(({ headers }) => headers.get('authorization'))).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ])
  })

  it('writes neither tokens nor codes into the log', async () => {
    platform.answer(page([], `${ordersUrl}?code=s3cret`), page([]))
    await platform.pull()
    expect(platform.logged).toHaveLength(2)
    expect(platform.logged.join('\n')).not.toMatch(/s3cret|the-token/)
  })
})

describe('pages', () => {
  it('are followed to the end, with the latest modification of each as its watermark', async () => {
    platform.answer(
      page([orderAt('a', 1), orderAt('b', 1)], next('1')),
      page([orderAt('c', 2)], '?$skiptoken=2'),
      page([], next('3')),
      page([orderAt('d', 5)]),
    )
    const { orders, watermarks, error } = await platform.pull()
    expect(error).toBeUndefined()
    expect(idsOf(orders)).toEqual(['a', 'b', 'c', 'd'])
    expect(watermarks).toEqual([at(1), at(2), at(2), at(5)])
    expect(platform.seen.map(({ url }) => url).slice(1)).toEqual([next('1'), next('2'), next('3')])
  })

  it('are followed by the service’s own words, whatever is in them', async () => {
    const link = `${origin}/elsewhere/Orders?%24skiptoken=a%2Bb%3D&x=%20y`
    let followed = ''
    platform.answer(page([orderAt('a', 1)], link), (request) => {
      followed = request.url
      return page([])()
    })
    await platform.pull()
    expect(followed).toBe(link)
  })

  it.each([
    ['https://evil.example/Orders', 'https://evil.example'],
    ['http://platform.example/Orders', 'http://platform.example'],
    ['https://platform.example:444/Orders', 'https://platform.example:444'],
    ['//evil.example/Orders', 'https://evil.example'],
    ['javascript:alert(1)', 'where the token must not go'],
    ['https://', 'no address'],
  ])('are not followed to %s', async (link, told) => {
    platform.answer(page([orderAt('a', 1)], link))
    const { orders, error } = await platform.pull()
    expect(error).toMatchObject({ code: 'order-source-unusable', message: expect.stringContaining(told) })
    expect(orders).toEqual([])
    expect(platform.seen).toHaveLength(1)
  })

  it('are not followed to what is no text', async () => {
    platform.answer(rawPage('{"value":[],"@odata.nextLink":7}'))
    expect((await platform.pull()).error).toMatchObject({ code: 'order-source-unusable' })
  })

  it('that lead to themselves end the pull', async () => {
    platform.answer(page([orderAt('a', 1)], next('1')))
    const { error } = await platform.pull()
    expect(error).toMatchObject({ code: 'order-source-unusable', message: expect.stringContaining('circle') })
    expect(platform.seen.length).toBeLessThan(4)
  })

  it('that come again under ever new links end the pull', async () => {
    let count = 0
    platform.answer(() => page([orderAt('a', 1)], next(String((count += 1))))())
    expect((await platform.pull()).error).toMatchObject({ message: expect.stringContaining('circle') })
    expect(count).toBe(2)
  })

  it('that lead back to an earlier one end the pull', async () => {
    const times = Array.from({ length: 7 }, (_, index) => page([orderAt('a', 1)], next(String(index))))
    let count = 0
    platform.answer(() => {
      count += 1
      return page([orderAt(`o${count}`, 1)], next(String(count % times.length)))()
    })
    expect((await platform.pull()).error).toMatchObject({ message: expect.stringContaining('circle') })
    expect(count).toBeLessThan(40)
  })

  it('that are empty without end end the pull', async () => {
    let count = 0
    platform.answer(() => page([], next(String((count += 1))))())
    expect((await platform.pull()).error).toMatchObject({ message: expect.stringContaining('circle') })
    expect(count).toBe(1001)
  })

  it('that are not sorted end the pull, and the watermark goes back to where it began', async () => {
    platform.answer(page([orderAt('a', 5)], next('1')), page([orderAt('b', 7), orderAt('c', 6)], next('2')))
    const since = '2026-02-01T00:00:00.000Z'
    const { orders, watermarks, error } = await platform.pull(since)
    expect(error).toMatchObject({
      code: 'order-source-unusable',
      message: expect.stringContaining('not sorted'),
    })
    expect(idsOf(orders)).toEqual(['a', 'b', 'c'])
    expect(watermarks).toEqual([at(5), since])
    platform.answer(page([orderAt('a', 5), orderAt('b', 4)]))
    expect((await platform.pull()).watermarks).toEqual(['1970-01-01T00:00:00.000Z'])
  })

  it('are sorted by the moment, however it is spelled', async () => {
    const times = [
      '2026-03-01T10:30:00+02:00',
      '2026-03-01T08:30:00.0000001Z',
      'never',
      '2026-03-01T04:00:00-05:00',
    ]
    platform.answer(page(times.map((time, index) => wireOrder(String(index), { LastModifiedTime: time }))))
    const { watermarks, error } = await platform.pull()
    expect(error).toBeUndefined()
    expect(watermarks).toEqual(['2026-03-01T09:00:00.000Z'])
  })

  it('are asked for smaller while they are too large, and then refused', async () => {
    const large = page([wireOrder('a', { Purchaser: { Id: 'x'.repeat(5000) } })])
    platform.answer(large, large, page([wireOrder('b')]))
    const limits = { maximumBytes: 3000 }
    expect(idsOf((await platform.pull(null, { limits })).orders)).toEqual(['b'])
    expect(platform.seen.map(({ headers }) => headers.get('prefer'))).toEqual([
      'odata.maxpagesize=500',
      'odata.maxpagesize=125',
      'odata.maxpagesize=32',
    ])
    platform.answer(large)
    const { error } = await platform.pull(null, { limits, pageSize: 2 })
    expect(error).toMatchObject({
      code: 'order-source-unusable',
      message: expect.stringContaining('too large even with a single order'),
    })
  })
})
