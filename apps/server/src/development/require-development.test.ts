import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { composeServer, type ServerOptions } from '../compose.js'
import type { AppEnvironment } from '../http/routes.js'
import { serve } from '../serve.js'
import { startTestServer } from '../test-support/server.test-support.js'
import { testTokens } from '../test-support/tokens.test-support.js'
import { developmentEnvironment } from './development-environment.js'
import { requireDevelopment } from './require-development.js'

const here = 'http://127.0.0.1:8080'
const development = { nodeEnvironment: undefined, hostname: '127.0.0.1', publicUrl: undefined }

describe('development tokens', () => {
  it.each([
    [{ nodeEnvironment: 'production' }, 'dev-tokens-in-production'],
    [{ hostname: '0.0.0.0' }, 'dev-tokens-not-local'],
    [{ hostname: '::' }, 'dev-tokens-not-local'],
    [{ hostname: '192.168.1.7' }, 'dev-tokens-not-local'],
    [{ hostname: '127.0.0.1.example.com' }, 'dev-tokens-not-local'],
    [{ publicUrl: 'https://ledgerpost.example' }, 'dev-tokens-not-local'],
  ])('are refused for %j', (place, code) => {
    expect(() => requireDevelopment({ ...development, ...place })).toThrow(expect.objectContaining({ code }))
  })

  it.each([
    [{}],
    [{ nodeEnvironment: 'development' }],
    [{ hostname: 'localhost' }],
    [{ hostname: '::1' }],
    [{ publicUrl: 'http://localhost:9000' }],
  ])('are fine for %j', (place) => {
    expect(() => requireDevelopment({ ...development, ...place })).not.toThrow()
  })

  it.each([
    [{ developmentTokens: { nodeEnvironment: 'production' } }, 'dev-tokens-in-production'],
    [{ publicUrl: 'https://ledgerpost.example' }, 'dev-tokens-not-local'],
    [
      { tokens: { ...testTokens, key: { jwksUrl: 'https://issuer.example/keys' } } },
      'dev-tokens-need-secret',
    ],
  ] satisfies [Partial<ServerOptions>, string][])('cannot be composed with %j', async (change, code) => {
    const composing = composeServer({
      // Never opened: the server is refused before.
      database: { kind: 'server', url: 'postgres://nobody@127.0.0.1:1/none' },
      adapters: [],
      tokens: testTokens,
      secretKey: randomBytes(32),
      workerName: 'worker',
      developmentTokens: { nodeEnvironment: undefined },
      ...change,
    })
    await expect(composing).rejects.toMatchObject({ code })
  })

  it('keep a server from listening where others reach it, and close it', async () => {
    let isClosed = false
    const server = {
      app: new Hono<AppEnvironment>(),
      run: () => Promise.resolve(),
      drain: () => undefined,
      close: () => {
        isClosed = true
        return Promise.resolve()
      },
      issueToken: () => Promise.reject(new Error('Nobody asks.')),
    }
    await expect(serve(server, { port: 0, hostname: '0.0.0.0' })).rejects.toMatchObject({
      code: 'dev-tokens-not-local',
    })
    expect(isClosed).toBe(true)
  })

  it('are off unless they are asked for', async () => {
    const server = await startTestServer()
    const response = await server.request('POST', '/dev/token')
    expect(response.status).toBe(404)
    await server.close()
  })

  it('open the API of the server that gives them', async () => {
    const server = await startTestServer({ developmentTokens: { nodeEnvironment: undefined } })
    const body = new URLSearchParams({ role: 'MINDBODY Automated System', subscribers: '1' })
    const issued = await server.fetch(new Request(`${here}/dev/token`, { method: 'POST', body }))
    const { access_token: token } = (await issued.json()) as { access_token: string }
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
    const subscriber = JSON.stringify({ Region: 'US', TimeZone: 'America/New_York', Currency: 'USD' })
    const put = { method: 'PUT', headers, body: subscriber }
    expect((await server.fetch(new Request(`${here}/Subscriber_1`, put))).status).toBe(204)
    expect((await server.fetch(new Request(`${here}/Subscriber_2`, put))).status).toBe(404)
    await server.close()
  })
})

describe('the environment of a developer', () => {
  it('has a secret of its own at every start, unless it names how tokens are checked', () => {
    const first = developmentEnvironment({ HOST: 'x' })
    const second = developmentEnvironment({ LEDGERPOST_JWT_SECRET: '' })
    expect(first).toEqual({ HOST: 'x', LEDGERPOST_JWT_SECRET: expect.stringMatching(/^[\da-f]{64}$/) })
    expect(second['LEDGERPOST_JWT_SECRET']).not.toBe(first['LEDGERPOST_JWT_SECRET'])
    for (const given of [
      { LEDGERPOST_JWT_SECRET: 'given' },
      { LEDGERPOST_JWKS_URL: 'https://issuer.example' },
    ]) {
      expect(developmentEnvironment(given)).toBe(given)
    }
  })
})
