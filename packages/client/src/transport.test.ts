import { fc, test } from '@fast-check/vitest'
import { VirtualClock } from '@ledgerpost/testkit'
import { describe, expect, it } from 'vitest'
import { waitBeforeRetry } from './retry.js'
import { scriptedFetch } from './scripted-fetch.test-support.js'
import { type ClientOptions, createTransport } from './transport.js'

const answer = (status: number, retryAfter?: string | number) =>
  Response.json(
    { title: 'No', status, code: 'some-code', detail: 'Not now.' },
    { status, headers: retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) } },
  )

function start(answers: readonly (Response | Error)[], options: Partial<ClientOptions> = {}) {
  const clock = new VirtualClock()
  const started = clock.now()
  const { fetch, asked } = scriptedFetch(...answers)
  const transport = createTransport({
    baseUrl: 'https://books.example/api/',
    token: 'abc',
    fetch,
    clock,
    random: () => 0,
    ...options,
  })
  return { transport, asked, clock, waited: () => clock.now() - started }
}

describe('a request', () => {
  it('goes below the base address, with the token, and asks for JSON', async () => {
    const { transport, asked } = start([new Response('{}')])
    await transport.send({ method: 'GET', path: '/Subscriber_1' })
    const [request] = asked
    expect([request?.url, request?.redirect]).toEqual(['https://books.example/api/Subscriber_1', 'error'])
    expect(request?.headers.get('Authorization')).toBe('Bearer abc')
    expect(request?.headers.get('Accept')).toBe('application/json')
  })

  it('asks for the token each time', async () => {
    let count = 0
    const token = async () => `token-${(count += 1)}`
    const { transport, asked, clock } = start([answer(503, 1), new Response('{}')], { token })
    await clock.runUntil(transport.send({ method: 'GET', path: '/' }))
    expect(asked.map(({ headers }) => headers.get('Authorization'))).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ])
  })

  it('cannot be made to send its token elsewhere', async () => {
    const { transport, asked } = start([new Response('{}')])
    await transport.send({ method: 'POST', path: '/x', headers: { Authorization: 'Basic x' }, body: '{}' })
    expect(asked[0]?.headers.get('Authorization')).toBe('Bearer abc')
  })
})

describe('a request that is sent again', () => {
  it.each([
    ['GET', answer(429, 7), 7000],
    ['GET', answer(503, 'Thu, 01 Jan 2026 00:00:20 GMT'), 20_000],
    ['GET', answer(502), 250],
    ['GET', answer(504), 250],
    ['GET', new TypeError('fetch failed'), 250],
    ['POST', answer(429, 3), 3000],
    ['PUT', answer(503, 0), 0],
    ['DELETE', answer(503, 2), 2000],
  ] as const)('is a %s after %o', async (method, first, wait) => {
    const { transport, asked, clock, waited } = start([first, new Response('{}')])
    const response = await clock.runUntil(transport.send({ method, path: '/' }))
    expect([response.status, asked.length, waited()]).toEqual([200, 2, wait])
  })

  it.each([
    ['GET', answer(500), 'some-code'],
    ['GET', answer(404), 'some-code'],
    ['GET', answer(503, 61), 'some-code'],
    ['GET', new RangeError('odd'), undefined],
    ['POST', answer(503), 'some-code'],
    ['POST', answer(502, 1), 'some-code'],
    ['POST', new TypeError('fetch failed'), undefined],
  ] as const)('is not a %s after %o', async (method, first, code) => {
    const { transport, asked, waited } = start([first])
    const error: unknown = await transport.send({ method, path: '/' }).catch((thrown: unknown) => thrown)
    expect(code === undefined ? error : (error as { code: string }).code).toBe(code ?? first)
    expect([asked.length, waited()]).toEqual([1, 0])
  })

  it('is not one that cannot be repeated, nor a stream', async () => {
    for (const request of [
      { method: 'GET', path: '/', isRepeatable: false },
      { method: 'POST', path: '/', body: new ReadableStream<Uint8Array>() },
    ] as const) {
      const { transport, asked } = start([answer(503, 1)])
      await expect(transport.send(request)).rejects.toMatchObject({ status: 503, retryAfter: 1000 })
      expect(asked).toHaveLength(1)
    }
  })

  it('is given up after as many times as it may be repeated', async () => {
    const { transport, asked, clock, waited } = start(
      Array.from({ length: 4 }, () => answer(502)),
      { retries: 3 },
    )
    await expect(clock.runUntil(transport.send({ method: 'GET', path: '/' }))).rejects.toMatchObject({
      status: 502,
    })
    expect([asked.length, waited()]).toEqual([4, 250 + 500 + 1000])
  })

  it('is not once its signal is aborted', async () => {
    const stop = new AbortController()
    const { transport, asked, clock } = start([answer(503, 30)])
    const sent = transport.send({ method: 'GET', path: '/', signal: stop.signal })
    sent.catch(() => undefined)
    await clock.advance(1000)
    stop.abort(new Error('enough'))
    await expect(sent).rejects.toThrow('enough')
    expect([asked.length, clock.sleeping]).toEqual([1, 0])
  })
})

describe('the wait before a repetition', () => {
  test.prop([
    fc.constantFrom('GET', 'POST'),
    fc.nat(9),
    fc.constantFrom(200, 400, 429, 500, 502, 503, 504),
    fc.option(fc.nat(200), { nil: undefined }),
    fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  ])(
    'never is shorter than the server asks, nor longer than a minute',
    (method, done, status, asked, random) => {
      const rules = { retries: 8, longestWait: 60_000, clock: new VirtualClock(), random: () => random }
      const wait = waitBeforeRetry(method, done, { response: answer(status, asked) }, rules)
      if (wait === null) return
      expect(done).toBeLessThan(8)
      expect(wait).toBeGreaterThanOrEqual((asked ?? 0) * 1000)
      expect(wait).toBeLessThanOrEqual(60_000)
    },
  )
})
