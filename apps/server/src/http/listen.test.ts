import { once } from 'node:events'
import type { Server } from 'node:http'
import { VirtualClock } from '@ledgerpost/testkit'
import { Hono } from 'hono'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { silentLogger } from '../logger.js'
import { connectionLimits, type ConnectionLimits, limits } from '../limits.js'
import { lastAnswer, rawConnection } from '../test-support/raw-connection.test-support.js'
import { admission } from './admission.js'
import { fixedHeaders } from './answer-headers.js'
import { jsonBody } from './body.js'
import { errorAnswer } from './error-answer.js'
import { createHttpServer } from './listen.js'
import { Refusal } from './problem.js'
import type { AppEnvironment } from './routes.js'

const clock = new VirtualClock()

interface Access {
  readonly requestsPerMinute: number
  readonly mayEnter: boolean
}

/** Says how much it read of a body: as a whole at /whole, as it comes at /feed. */
function application({ requestsPerMinute, mayEnter }: Access) {
  const app = new Hono<AppEnvironment>()
  app.onError((error, context) => errorAnswer(error, context, { logger: silentLogger, newId: () => 'id' }))
  const authenticate = () =>
    mayEnter
      ? Promise.resolve({ userId: '1', userName: '1', role: 'MINDBODY Owner', subscribers: '*' } as const)
      : Promise.reject(new Refusal('not-signed-in', 'Nobody.'))
  app.use(admission({ authenticate, clock, requestsPerMinute }))
  app.get('/', (context) => context.text('here'))
  app.post('/whole', async (context) => context.json(await jsonBody(context, z.array(z.number()))))
  app.post('/feed', async (context) => {
    let length = 0
    for await (const chunk of context.req.raw.body ?? []) length += chunk.length
    return context.text(`${length} bytes`)
  })
  return app
}

async function listening(
  changes: Partial<ConnectionLimits> = {},
  access: Access = { requestsPerMinute: 0, mayEnter: true },
): Promise<{ server: Server; url: string }> {
  const server = createHttpServer(application(access).fetch, { ...connectionLimits, ...changes })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('It listens on a port.')
  return { server, url: `http://127.0.0.1:${address.port}` }
}

async function answerTo(text: string, changes: Partial<ConnectionLimits> = {}): Promise<string> {
  const connection = await rawConnection((await listening(changes)).url)
  connection.send(text)
  return connection.received
}

const head = (first: string, ...headers: readonly string[]) =>
  [`${first} HTTP/1.1`, 'Host: a', ...headers, '', ''].join('\r\n')
const json = 'Content-Type: application/json'

describe('a request that cannot be read', () => {
  it.each([
    ['no HTTP', 'hello\r\n\r\n', 400, 'malformed-request'],
    ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400, 'malformed-request'],
    ['a host that is none', 'GET / HTTP/1.1\r\nHost: a b\r\n\r\n', 400, 'malformed-request'],
    ['a path with a backslash', head('GET /a\\b', 'Connection: close'), 400, 'malformed-request'],
    ['a header without a name', head('GET /', ': x'), 400, 'malformed-request'],
    [
      'a length and chunks',
      head('POST /feed', 'Content-Length: 3', 'Transfer-Encoding: chunked'),
      400,
      'malformed-request',
    ],
    [
      'a chunk without a length',
      `${head('POST /feed', 'Transfer-Encoding: chunked')}x\r\n`,
      400,
      'malformed-request',
    ],
    ['a header that is too long', head('GET /', `X: ${'x'.repeat(20_000)}`), 431, 'headers-too-large'],
    ['an address that is too long', head(`GET /${'x'.repeat(20_000)}`), 431, 'headers-too-large'],
    [
      'too many headers',
      head('GET /', ...Array.from({ length: 100 }, () => 'X: y')),
      431,
      'headers-too-large',
    ],
    [
      'headers without end',
      head('GET /', ...Array.from({ length: 3000 }, () => 'X:')),
      431,
      'headers-too-large',
    ],
  ])('is refused with a problem: %s', async (_name, text, status, code) => {
    const answer = await answerTo(text)
    expect(lastAnswer(answer)).toEqual({ status, code })
    expect(answer).toContain('application/problem+json')
    expect(answer.toLowerCase()).toContain('\r\nconnection: close\r\n')
    for (const [name, value] of Object.entries(fixedHeaders)) {
      expect(answer.toLowerCase()).toContain(`\r\n${name}: ${value}\r\n`.toLowerCase())
    }
  })

  it('may still have a hundred headers', async () => {
    const headers = [...Array.from({ length: 98 }, () => 'X: y'), 'Connection: close']
    expect(lastAnswer(await answerTo(head('GET /', ...headers)))).toMatchObject({ status: 200 })
  })

  it('is refused when its headers do not come to an end in time', async () => {
    const answer = await answerTo('GET / HTTP/1.1\r\nHost: a\r\n', { headersMilliseconds: 30 })
    expect(lastAnswer(answer)).toEqual({ status: 408, code: 'headers-too-slow' })
  })
})

describe('a connection', () => {
  it('is cut when nothing moves on it', async () => {
    const stalled = await answerTo(`${head('POST /feed', 'Content-Length: 100')}a part`, {
      silenceMilliseconds: 30,
    })
    expect(stalled).toBe('')
  })

  it('is closed when it is not used any more', async () => {
    const answer = await answerTo(head('GET /'), { keepAliveMilliseconds: 30 })
    expect(lastAnswer(answer)).toMatchObject({ status: 200 })
    expect(answer.toLowerCase()).toContain('\r\nconnection: keep-alive\r\n')
  })

  it('serves so many requests and says when it is the last', async () => {
    const answer = await answerTo(head('GET /').repeat(2), { requests: 2, keepAliveMilliseconds: 30 })
    const [first, last] = answer.toLowerCase().split('http/1.1 200 ok').slice(1)
    expect(first).toContain('connection: keep-alive')
    expect(last).toContain('connection: close')
  })
})

describe('a stranger', () => {
  it('is counted by the address of the connection', async () => {
    const { url } = await listening({}, { requestsPerMinute: 6, mayEnter: false })
    const statuses = [(await fetch(url)).status, (await fetch(url)).status]
    expect(statuses).toEqual([401, 429])
  })
})

describe('a body', () => {
  const whole = (bytes: number) => head('POST /whole', json, `Content-Length: ${bytes}`)

  it('that is read as a whole is refused when it is not all there in time', async () => {
    const connection = await rawConnection((await listening()).url)
    connection.send(`${whole(10)}[1,`)
    await expect.poll(() => clock.sleeping).toBe(1)
    await clock.advance(limits.mebibyteMilliseconds)
    expect(lastAnswer(await connection.received)).toEqual({ status: 408, code: 'body-too-slow' })
    expect(clock.sleeping).toBe(0)
  })

  it('that is there in time leaves no clock running', async () => {
    const connection = await rawConnection((await listening({ keepAliveMilliseconds: 30 })).url)
    connection.send(`${whole(7)}[1,`)
    await expect.poll(() => clock.sleeping).toBe(1)
    await clock.advance(limits.mebibyteMilliseconds - 1)
    connection.send('2,3]')
    expect(lastAnswer(await connection.received)).toMatchObject({ status: 200 })
    expect(clock.sleeping).toBe(0)
  })

  it('may be as slow as it likes where it is read as it comes', async () => {
    const { url } = await listening({ keepAliveMilliseconds: 30 })
    const connection = await rawConnection(url)
    connection.send(`${head('POST /feed', 'Content-Length: 4')}ab`)
    await clock.advance(24 * 3_600_000)
    connection.send('cd')
    expect(await connection.received).toContain('4 bytes')
  })

  it.each([
    ['said to be', `Content-Length: ${limits.bodyBytes + 1}`, ''],
    ['found to be', 'Transfer-Encoding: chunked', `100001\r\n${' '.repeat(0x10_00_01)}\r\n0\r\n\r\n`],
  ])('is refused when it is %s too long', async (_how, header, text) => {
    const connection = await rawConnection((await listening({ keepAliveMilliseconds: 30 })).url)
    connection.send(head('POST /whole', json, header) + text)
    expect(lastAnswer(await connection.received)).toEqual({ status: 413, code: 'body-too-large' })
    expect(clock.sleeping).toBe(0)
  })

  it('may be as long as it may be', async () => {
    const { url } = await listening()
    const post = (length: number) =>
      fetch(`${url}/whole`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: `[1]${' '.repeat(length - 3)}`,
      })
    expect((await post(limits.bodyBytes)).status).toBe(200)
    expect((await post(limits.bodyBytes + 1)).status).toBe(413)
  })

  it('of a megabyte of brackets is refused for its depth', async () => {
    const { url } = await listening()
    for (const body of [
      '['.repeat(limits.bodyBytes),
      '{"a":'.repeat(200_000),
      `${'['.repeat(33)}${']'.repeat(33)}`,
    ]) {
      const response = await fetch(`${url}/whole`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body,
      })
      expect([response.status, await response.json()]).toMatchObject([
        400,
        { code: 'invalid-body', detail: 'The body nests deeper than 32 levels. Send it flatter.' },
      ])
    }
  })
})
