import { http } from 'msw'
import { setupServer } from 'msw/node'
import { afterEach, describe, expect, it } from 'vitest'
import { VirtualClock } from '../../clock/virtual-clock.js'
import type { Fault } from '../faults/fault.js'
import { scriptedFaults } from '../faults/fault-script.js'
import { withFaults } from '../faults/with-faults.js'
import { fakeFetch } from './fake-fetch.js'
import type { FetchHandler } from './fetch-handler.js'
import { mswHandlers } from './msw-handlers.js'
import { serveFake } from './serve-fake.js'

const closers: (() => unknown)[] = []
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()))
})

interface Hosted {
  readonly url: string
  readonly fetch: typeof fetch
}

/** The ways in which a fake can be reached; each must behave the same. */
const hosts: Record<string, (handler: FetchHandler) => Promise<Hosted>> = {
  'HTTP server': async (handler) => {
    const served = await serveFake(handler)
    closers.push(() => served.close())
    return { url: served.url, fetch }
  },
  msw: async (handler) => {
    const server = setupServer(...mswHandlers(http, handler, ['https://api.example.com/v2/']))
    server.listen({ onUnhandledRequest: 'error' })
    closers.push(() => server.close())
    return { url: 'https://api.example.com/v2', fetch }
  },
  'fake fetch': async (handler) => ({ url: 'https://api.example.com', fetch: fakeFetch(handler) }),
}

const answer = JSON.stringify({ ok: true, text: 'x'.repeat(100) })

/** A fake that counts its effects, struck by a fault on its first request. */
function counting(...faults: Fault[]) {
  const effects: string[] = []
  const handler: FetchHandler = async (request) => {
    effects.push(`${request.method} ${await request.text()}`)
    return new Response(answer, { status: 201, headers: { 'content-type': 'application/json' } })
  }
  const script = scriptedFaults(faults.map((fault, index) => ({ nth: index + 1, fault })))
  return { effects, handler: withFaults(handler, script, new VirtualClock()) }
}

const post = { method: 'POST', body: 'invoice' }

describe.each(Object.entries(hosts))('a fake behind %s', (_name, host) => {
  it('answers', async () => {
    const fake = counting()
    const { url, fetch } = await host(fake.handler)
    const response = await fetch(`${url}/things?page=2`, post)
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      201,
      'application/json',
      answer,
    ])
    expect(fake.effects).toEqual(['POST invoice'])
  })

  it.each(['drop', 'reset'] as const)(
    'breaks the connection by %s, before and after the effect',
    async (kind) => {
      const fake = counting({ kind, when: 'before' }, { kind, when: 'after' })
      const { url, fetch } = await host(fake.handler)
      await expect(fetch(`${url}/things`, post)).rejects.toThrow(TypeError)
      expect(fake.effects).toHaveLength(0)
      await expect(fetch(`${url}/things`, post)).rejects.toThrow(TypeError)
      expect(fake.effects).toHaveLength(1)
      expect((await fetch(`${url}/things`, post)).status).toBe(201)
    },
  )

  it('answers something else, before and after the effect', async () => {
    const fake = counting(
      { kind: 'answer', when: 'before', status: 429, headers: { 'retry-after': '7' } },
      { kind: 'answer', when: 'after', status: 503, body: 'later' },
    )
    const { url, fetch } = await host(fake.handler)
    const limited = await fetch(`${url}/things`, post)
    expect([limited.status, limited.headers.get('retry-after'), fake.effects.length]).toEqual([429, '7', 0])
    const broken = await fetch(`${url}/things`, post)
    expect([broken.status, await broken.text(), fake.effects.length]).toEqual([503, 'later', 1])
  })

  it('answers a login page', async () => {
    const { url, fetch } = await host(counting({ kind: 'html', when: 'after' }).handler)
    const page = await fetch(`${url}/things`, post)
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(await page.text()).toMatch(/^<!DOCTYPE html>/)
  })

  it('cuts the body, cleanly', async () => {
    const { url, fetch } = await host(counting({ kind: 'truncate', bytes: 10, end: 'clean' }).handler)
    const response = await fetch(`${url}/things`, post)
    expect([response.status, await response.text()]).toEqual([201, answer.slice(0, 10)])
  })

  it.each([0, 10])('cuts the body abruptly after %i bytes', async (bytes) => {
    const fake = counting({ kind: 'truncate', bytes, end: 'abrupt' })
    const { url, fetch } = await host(fake.handler)
    const response = await fetch(`${url}/things`, post)
    expect([response.status, fake.effects.length]).toEqual([201, 1])
    await expect(response.text()).rejects.toThrow(Error)
  })

  it.each(['before', 'after'] as const)(
    'never answers, %s the effect, until the caller gives up',
    async (when) => {
      const fake = counting({ kind: 'silence', when })
      let arrived: () => void = () => undefined
      const struck = new Promise<void>((resolve) => {
        arrived = resolve
      })
      const { url, fetch } = await host((request) => {
        const answered = fake.handler(request)
        setImmediate(arrived)
        return answered
      })
      const patience = new AbortController()
      const call = fetch(`${url}/things`, { ...post, signal: patience.signal })
      await struck
      patience.abort()
      await expect(call).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
      expect(fake.effects).toHaveLength(when === 'after' ? 1 : 0)
    },
  )

  it.each([
    ['before', 60_000],
    ['after', 0],
  ] as const)('delays by the clock, %s the effect', async (when, effectAt) => {
    const clock = new VirtualClock(0)
    const script = scriptedFaults([{ fault: { kind: 'delay', milliseconds: 60_000, when } }])
    const effects: number[] = []
    const handler = withFaults(
      async () => {
        effects.push(clock.now())
        return new Response('ok')
      },
      script,
      { now: () => clock.now(), sleep: (...nap) => clock.runUntil(clock.sleep(...nap)) },
    )
    const { url, fetch } = await host(handler)
    expect(await (await fetch(`${url}/things`)).text()).toBe('ok')
    expect([effects, clock.now()]).toEqual([[effectAt], 60_000])
  })
})

describe('serveFake', () => {
  it('shows an error of the fake itself', async () => {
    const served = await serveFake(() => Promise.reject(new Error('no such case')))
    closers.push(() => served.close())
    const response = await fetch(served.url)
    expect([response.status, await response.text()]).toEqual([500, expect.stringContaining('no such case')])
  })

  it('closes while a request is unanswered', async () => {
    const { handler } = counting({ kind: 'silence', when: 'before' })
    let arrived: () => void = () => undefined
    const struck = new Promise<void>((resolve) => {
      arrived = resolve
    })
    const served = await serveFake((request) => {
      arrived()
      return handler(request)
    })
    const call = fetch(served.url)
    await struck
    await Promise.all([expect(call).rejects.toThrow(TypeError), served.close()])
    await expect(fetch(served.url)).rejects.toThrow('fetch failed')
  })
})
