import { IntegratorError, type TokenSource } from '@ledgerpost/core'
import {
  type Fault,
  fakeFetch,
  type FetchHandler,
  scriptedFaults,
  VirtualClock,
  withFaults,
} from '@ledgerpost/testkit'
import { describe, expect, it } from 'vitest'
import { createGate } from '../limits/gate.js'
import { createHttp, type HttpRequest } from './http.js'
import { json, put, scene } from './http-scene.test-support.js'

const get: HttpRequest = { method: 'GET', path: '/things', query: { where: 'a==1', absent: undefined } }

function tokensOf(...tokens: string[]): TokenSource & { asked: (string | undefined)[] } {
  const asked: (string | undefined)[] = []
  return {
    asked,
    accessToken: async (rejected) => {
      asked.push(rejected)
      const index = rejected === undefined ? 0 : tokens.indexOf(rejected) + 1
      return tokens[index] ?? tokens.at(-1) ?? ''
    },
  }
}

describe('createHttp', () => {
  it('sends what it is asked to', async () => {
    const { ask, seen } = scene({ options: { headers: { 'x-tenant': 't' } } })
    expect(await ask(get)).toMatchObject({ kind: 'json', status: 200, body: { ok: true } })
    expect(await ask(put)).toMatchObject({ kind: 'json', status: 200 })
    expect(seen.map(({ method, url, body }) => [method, url, body])).toEqual([
      ['GET', 'https://api.example.com/v2/things?where=a%3D%3D1', ''],
      ['PUT', 'https://api.example.com/v2/things', '{"a":1}'],
    ])
  })

  describe('bodies', () => {
    it.each<[string, () => Response, object]>([
      ['empty', () => new Response(null, { status: 204 }), { problem: 'empty', status: 204 }],
      [
        'a login page',
        () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
        { problem: 'not-json' },
      ],
      ['text', () => new Response('Not now'), { problem: 'not-json', excerpt: 'Not now' }],
      [
        'half a document',
        () => new Response('{"a":', { headers: { 'content-type': 'application/json' } }),
        { problem: 'malformed' },
      ],
      [
        'NaN',
        () => new Response('{"a":NaN}', { headers: { 'content-type': 'application/json' } }),
        { problem: 'malformed' },
      ],
      ['too much', () => new Response('"' + 'x'.repeat(2000)), { problem: 'too-large' }],
    ])('%s cannot be read', async (_name, answer, expected) => {
      const { ask } = scene({ handler: async () => answer(), options: { limits: { maximumBytes: 1000 } } })
      expect(await ask(put)).toMatchObject({ kind: 'unreadable', ...expected })
    })

    it('stops reading a body that never ends', async () => {
      let pulled = 0
      const endless = new ReadableStream<Uint8Array>({
        pull(controller) {
          pulled += 1
          controller.enqueue(new Uint8Array(100))
        },
      })
      const { ask } = scene({
        handler: async () => new Response(endless),
        options: { limits: { maximumBytes: 1000 } },
      })
      expect(await ask(put)).toMatchObject({ kind: 'unreadable', problem: 'too-large' })
      expect(pulled).toBeLessThan(20)
    })

    it('knows the status of an answer whose body breaks off or never comes', async () => {
      const broken = scene({ faults: [{ kind: 'truncate', bytes: 4, end: 'abrupt' }] })
      expect(await broken.ask(put)).toMatchObject({ kind: 'unreadable', status: 200, problem: 'cut-off' })
      const silent = scene({ handler: async () => new Response(new ReadableStream({}), { status: 400 }) })
      expect(await silent.ask(put)).toMatchObject({ kind: 'unreadable', status: 400, problem: 'cut-off' })
      expect(silent.clock.now()).toBe(30_000)
    })

    it('reads JSON that is labelled as text', async () => {
      const { ask } = scene({ handler: async () => new Response('[1]') })
      expect(await ask(put)).toMatchObject({ kind: 'json', body: [1] })
    })
  })

  describe('lost answers', () => {
    it.each(['drop', 'reset'] as const)('a %s is lost, and a PUT is not repeated', async (kind) => {
      const { ask, seen } = scene({ faults: [{ kind, when: 'after' }] })
      expect(await ask(put)).toMatchObject({ kind: 'lost' })
      expect(seen).toHaveLength(1)
    })

    it('silence is lost when the time is up', async () => {
      const { ask, clock, seen } = scene({ faults: [{ kind: 'silence', when: 'after' }] })
      expect(await ask(put)).toMatchObject({
        kind: 'lost',
        message: expect.stringContaining('longer than 20000 ms'),
      })
      expect([clock.now(), seen.length, clock.sleeping]).toEqual([20_000, 1, 0])
    })

    it('a refused connection was never sent', async () => {
      const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
      const { ask } = scene({
        options: { fetch: () => Promise.reject(new TypeError('fetch failed', { cause: refused })) },
      })
      expect(await ask(put)).toMatchObject({ kind: 'not-sent', reason: { kind: 'transient' } })
    })

    it('a fetch that ignores its signal does not hold anybody up', async () => {
      const { ask } = scene({ options: { fetch: () => new Promise(() => undefined) } })
      expect(await ask(put)).toMatchObject({ kind: 'lost' })
    })

    it('what was stopped before it began was never sent', async () => {
      const stop = new AbortController()
      const { ask, seen } = scene({ options: { signal: stop.signal } })
      stop.abort(new Error('draining'))
      expect(await ask(put)).toMatchObject({ kind: 'not-sent', reason: { kind: 'transient' } })
      expect(seen).toHaveLength(0)
    })
  })

  describe('repeating', () => {
    const unwell: Fault = { kind: 'answer', when: 'before', status: 503, body: 'later' }

    it('repeats a GET with growing delays', async () => {
      const { ask, clock, seen } = scene({ faults: [{ kind: 'reset', when: 'before' }, unwell] })
      expect(await ask(get)).toMatchObject({ kind: 'json' })
      expect([seen.length, clock.now()]).toEqual([1, 1500])
    })

    it('gives up after the attempts allowed', async () => {
      const { ask } = scene({ faults: [unwell, unwell, unwell, unwell] })
      expect(await ask(get)).toMatchObject({ kind: 'unreadable', status: 503 })
    })

    it.each(['PUT', 'POST', 'PATCH', 'DELETE'] as const)('never repeats a %s', async (method) => {
      const { ask } = scene({ faults: [unwell] })
      expect(await ask({ ...put, method })).toMatchObject({ kind: 'unreadable', status: 503 })
    })

    it('waits as long as it is asked to, unless that is too long', async () => {
      const limited = (after: string): Fault => ({
        kind: 'answer',
        when: 'before',
        status: 429,
        headers: { 'retry-after': after },
      })
      const short = scene({ faults: [limited('7')] })
      expect(await short.ask(get)).toMatchObject({ kind: 'json' })
      expect(short.clock.now()).toBe(7000)
      const long = scene({ faults: [limited('3600')] })
      expect(await long.ask(get)).toMatchObject({ status: 429 })
    })

    it('does not repeat a refusal', async () => {
      const { ask, seen } = scene({ handler: async () => json({ error: 'no' }, { status: 400 }) })
      expect(await ask(get)).toMatchObject({ kind: 'json', status: 400 })
      expect(seen).toHaveLength(1)
    })
  })

  describe('tokens', () => {
    const guarded: FetchHandler = async (request) =>
      request.headers.get('authorization') === 'Bearer good'
        ? json({ ok: true })
        : json({ Title: 'Unauthorized' }, { status: 401 })

    it('asks for another token once when one is refused, and sends the same bytes', async () => {
      const tokens = tokensOf('stale', 'good')
      const { ask, seen } = scene({ handler: guarded, options: { tokens } })
      expect(await ask(put)).toMatchObject({ kind: 'json', status: 200 })
      expect(tokens.asked).toEqual([undefined, 'stale'])
      expect(seen.map(({ token, body }) => [token, body])).toEqual([
        ['Bearer stale', put.body],
        ['Bearer good', put.body],
      ])
    })

    it('asks only once', async () => {
      const { ask, seen } = scene({ handler: guarded, options: { tokens: tokensOf('a', 'b', 'c') } })
      expect(await ask(put)).toMatchObject({ status: 401 })
      expect(seen).toHaveLength(2)
    })

    it('does not repeat with the token that was refused', async () => {
      const { ask, seen } = scene({ handler: guarded, options: { tokens: tokensOf('only') } })
      expect(await ask(put)).toMatchObject({ status: 401 })
      expect(seen).toHaveLength(1)
    })

    it.each([
      ['reauthorise', 'reauthorise'],
      ['invalid', 'transient'],
    ] as const)('sends nothing when there is no token (%s)', async (kind, expected) => {
      const tokens: TokenSource = {
        accessToken: () => Promise.reject(new IntegratorError({ kind, message: 'gone' })),
      }
      const { ask, seen } = scene({ options: { tokens } })
      expect(await ask(put)).toEqual({ kind: 'not-sent', reason: { kind: expected, message: 'gone' } })
      expect(seen).toHaveLength(0)
    })

    it('that are waited for by a caller who stops are no error', async () => {
      const stop = new AbortController()
      stop.abort(new Error('drained'))
      const tokens: TokenSource = { accessToken: () => Promise.reject(stop.signal.reason) }
      const { ask } = scene({ options: { tokens, signal: stop.signal } })
      expect(await ask(put)).toMatchObject({ kind: 'not-sent', reason: { kind: 'transient' } })
    })

    it('keeps tokens out of the log', async () => {
      const { ask, logged } = scene({
        handler: guarded,
        options: { tokens: tokensOf('secret-token', 'good') },
      })
      await ask({ ...get, query: { access_token: 'secret-token' } })
      expect(logged).toHaveLength(2)
      expect(logged.join('')).not.toContain('secret-token')
    })
  })

  it('closes the gate for everybody when the integrator asks for a pause', async () => {
    const clock = new VirtualClock(0)
    const gate = createGate(clock, { concurrency: 5, count: 60, span: 60_000, burst: 5, longestWait: 60_000 })
    const script = scriptedFaults([
      { fault: { kind: 'answer', when: 'before', status: 429, headers: { 'retry-after': '30' } } },
    ])
    const { ask } = scene({
      options: { clock, gate, fetch: fakeFetch(withFaults(async () => json({}), script, clock)) },
    })
    expect(await ask(put)).toMatchObject({ status: 429 })
    const second = createHttp({
      fetch: fakeFetch(async () => json({})),
      clock,
      gate,
      logger: {
        debug: () => undefined,
        info: () => undefined,
        warn: () => undefined,
        error: () => undefined,
      },
      baseUrl: 'https://api.example.com',
    }).request(put)
    expect(await clock.runUntil(second)).toMatchObject({ kind: 'json' })
    expect(clock.now()).toBe(30_000)
  })

  it('does not follow redirects', async () => {
    const modes: unknown[] = []
    const { ask } = scene({
      options: {
        fetch: async (_url, init) => {
          modes.push(init?.redirect)
          return new Response(null, { status: 302, headers: { location: 'https://elsewhere.example' } })
        },
      },
    })
    expect(await ask(put)).toMatchObject({ kind: 'unreadable', status: 302, problem: 'empty' })
    expect(modes).toEqual(['manual'])
  })
})
