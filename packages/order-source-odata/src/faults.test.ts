import { describe, expect, it } from 'vitest'
import { ordersUrl, page, rawPage, usePlatform, wireOrder } from './service.test-support.js'

const platform = usePlatform()
const status =
  (code: number, body: string | null = null, headers: Record<string, string> = {}) =>
  () =>
    new Response(body, { status: code, headers })
const odataError = JSON.stringify({
  error: { code: 'x', message: "The property 'LastModifiedTime' cannot be used in $filter; Bearer abcdef." },
})
const json = { 'content-type': 'application/json' }

describe('a service that does not answer with orders', () => {
  it.each([
    ['refuses the token', status(401), 'unauthorised', /does not accept the token.*status 401/],
    ['refuses access', status(403, odataError, json), 'unauthorised', /status 403: The property/],
    [
      'does not know the address',
      status(404),
      'not-found',
      /nothing at https:\/\/platform\.example\/odata\/v4\/Subscriber_7\/Orders, where the orders of subscriber 7/,
    ],
    ['has it no more', status(410), 'not-found', /status 410/],
    [
      'cannot filter or sort',
      status(400, odataError, json),
      'unsupported',
      /cannot be used in \$filter; Bearer \[redacted\]\)\. Ledgerpost needs \$expand, \$filter and \$orderby/,
    ],
    ['has not made it yet', status(501), 'unsupported', /status 501/],
    ['does not take the request', status(406), 'unsupported', /status 406/],
    [
      'redirects',
      status(302, null, { location: 'https://login.example/' }),
      'unusable',
      /redirects to another address/,
    ],
    [
      'answers a page to sign in at',
      rawPage('<!DOCTYPE html><html></html>', 'text/html'),
      'unusable',
      /something other than JSON/,
    ],
    ['answers a text', rawPage('Hello', 'text/plain'), 'unusable', /something other than JSON/],
    ['answers JSON that is no page', rawPage('{"orders":[]}'), 'unusable', /no list of values/],
    ['answers a list', rawPage('[]'), 'unusable', /no list of values/],
    ['answers null', rawPage('null'), 'unusable', /no list of values/],
    ['answers without content', status(204), 'unusable', /status 204/],
    ['cuts its JSON', rawPage('{"value":[{"Id":"a"'), 'garbled', /not whole/],
    ['sends nothing', rawPage(''), 'garbled', /not whole/],
    ['is overloaded', status(503), 'unavailable', /cannot answer now \(status 503\)/],
    ['fails', status(500, odataError, json), 'unavailable', /status 500/],
  ] as const)('%s', async (_what, answer, fault, message) => {
    platform.answer(answer)
    const { orders, error } = await platform.pull()
    expect(orders).toEqual([])
    expect(error).toMatchObject({
      name: 'OrderSourceError',
      code: `order-source-${fault}`,
      message: expect.stringMatching(message),
      isRetryable: fault === 'garbled' || fault === 'unavailable',
    })
  })

  it('is asked again at once for what passes, and not for what does not', async () => {
    platform.answer(status(503), status(500), page([wireOrder('a')]))
    expect((await platform.pull()).orders).toHaveLength(1)
    expect(platform.waits()).toEqual([500, 1000])
    platform.answer(status(400))
    await platform.pull()
    expect(platform.seen).toHaveLength(4)
  })

  it.each([
    [429, '120', 120_000],
    [503, '7', 7000],
    [429, undefined, undefined],
  ])('says with %i and Retry-After %s how long to wait', async (code, header, retryAfter) => {
    platform.answer(status(code, null, header === undefined ? {} : { 'retry-after': header }))
    expect((await platform.pull()).error).toMatchObject({ fault: 'unavailable', retryAfter })
  })

  it('waits itself when it is not long', async () => {
    platform.answer(status(429, null, { 'retry-after': '3' }), page([]))
    expect((await platform.pull()).error).toBeUndefined()
    expect(platform.waits()).toEqual([3000])
  })

  it('is unavailable when nobody listens', async () => {
    platform.answer(() => Response.error())
    expect((await platform.pull()).error).toMatchObject({
      fault: 'unavailable',
      message: expect.stringContaining('platform.example'),
    })
    expect(platform.seen).toHaveLength(3)
  })

  it('is unavailable when it breaks off in the middle of a page', async () => {
    platform.answer(() => {
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          controller.enqueue(new TextEncoder().encode('{"value":['))
          controller.error(new Error('reset'))
        },
      })
      return new Response(body, { headers: json })
    })
    expect((await platform.pull()).error).toMatchObject({ fault: 'unavailable' })
  })

  it('is unavailable when it takes too long', async () => {
    platform.answer(() => {
      setImmediate(() => void platform.runOutOfTime())
      return new Promise<Response>(() => undefined)
    })
    expect((await platform.pull()).error).toMatchObject({ fault: 'unavailable' })
    expect(platform.seen).toHaveLength(3)
  })

  it('in the middle of a pull leaves what came before, with its watermark', async () => {
    platform.answer(page([wireOrder('a')], `${ordersUrl}?$skiptoken=1`), status(404))
    const { orders, watermarks, error } = await platform.pull()
    expect(orders).toHaveLength(1)
    expect(watermarks).toEqual(['2026-03-01T10:30:00.000Z'])
    expect(error).toMatchObject({ fault: 'not-found' })
  })
})

describe('whoever pulls', () => {
  it('can stop, before and between requests and while one is under way', async () => {
    const reason = new Error('The server stops.')
    const stopped = AbortSignal.abort(reason)
    platform.answer(page([]))
    expect((await platform.pull(null, {}, stopped)).error).toBe(reason)
    expect(platform.seen).toEqual([])
    const stop = new AbortController()
    platform.answer(() => {
      stop.abort(reason)
      return new Promise<Response>(() => undefined)
    })
    expect((await platform.pull(null, {}, stop.signal)).error).toBe(reason)
    expect(platform.seen).toHaveLength(1)
  })

  it('is told what its own tokens run into', async () => {
    const { error } = await platform.pull(null, { token: () => Promise.reject(new Error('no token today')) })
    expect(error).toMatchObject({ message: 'no token today' })
  })
})
