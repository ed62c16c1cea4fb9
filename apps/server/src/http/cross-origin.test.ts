import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../test-support/server.test-support.js'

const host = 'https://platform.example'
const subscriber = '/Subscriber_1/AccountingIntegration/Type_PlainText/Initialize'

describe('pages of others', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer({
      consoleOrigins: [host],
      developmentTokens: { nodeEnvironment: undefined },
    })
  })
  afterAll(() => server.close())

  const preflight = (path: string, Origin: string, method = 'POST') =>
    server.request('OPTIONS', path, {
      headers: { Origin, Authorization: '', 'Access-Control-Request-Method': method },
    })

  it('may ask with a token where the server knows their origin', async () => {
    const asked = await preflight(subscriber, host)
    expect(asked.status).toBe(204)
    expect(asked.headers.get('Access-Control-Allow-Origin')).toBe(host)
    expect(asked.headers.get('Access-Control-Allow-Headers')).toContain('Authorization')
    expect(asked.headers.get('Access-Control-Allow-Credentials')).toBeNull()
    const answer = await server.request('GET', subscriber, { headers: { Origin: host } })
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe(host)
    expect(answer.headers.get('Access-Control-Expose-Headers')).toContain('Location')
    expect(answer.headers.get('Vary')).toContain('Origin')
  })

  it('see errors in words as well', async () => {
    const refused = await server.request('GET', subscriber, { headers: { Origin: host, Authorization: '' } })
    expect([refused.status, refused.headers.get('Access-Control-Allow-Origin')]).toEqual([401, host])
  })

  it.each(['https://other.example', 'https://platform.example.evil', 'null', 'http://platform.example'])(
    'may not where it does not: %s',
    async (origin) => {
      expect((await preflight(subscriber, origin)).headers.get('Access-Control-Allow-Origin')).toBeNull()
      const answer = await server.request('GET', subscriber, { headers: { Origin: origin } })
      expect(answer.headers.get('Access-Control-Allow-Origin')).toBeNull()
    },
  )

  it('get no development token, whoever they are', async () => {
    const asked = await server.fetch(
      new Request('http://127.0.0.1/dev/token', { method: 'POST', headers: { Origin: host } }),
    )
    expect([asked.status, asked.headers.get('Access-Control-Allow-Origin')]).toEqual([200, null])
  })
})

it('nobody may where no origin is named', async () => {
  const server = await startTestServer()
  const answer = await server.request('GET', subscriber, { headers: { Origin: host } })
  expect(answer.headers.get('Access-Control-Allow-Origin')).toBeNull()
  await server.close()
})
