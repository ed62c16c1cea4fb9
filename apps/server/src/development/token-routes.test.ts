import { fc, test } from '@fast-check/vitest'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { bearerAuthentication, type TokenRules } from '../auth/authenticate.js'
import { roles } from '../auth/principal.js'
import { errorAnswer } from '../http/error-answer.js'
import { silentLogger } from '../logger.js'
import { systemClock } from '../system-clock.js'
import { tokenIssuer } from './token-issuer.js'
import { tokenRoutes } from './token-routes.js'

const rules: TokenRules = {
  key: { secret: 'only this test shares this secret' },
  issuer: 'the-issuer',
  audience: 'the-audience',
}
const clock = { ...systemClock, now: () => Date.UTC(2026, 2, 1) }
const offline = () => Promise.reject(new Error('Nothing is asked for over the network.'))
const authenticate = bearerAuthentication(rules, { clock, fetch: offline })
const later = (milliseconds: number) =>
  bearerAuthentication(rules, {
    clock: { ...clock, now: () => clock.now() + milliseconds },
    fetch: offline,
  })

const app = new Hono().route('/dev', tokenRoutes(tokenIssuer(rules, clock), systemClock))
app.onError((error, context) => errorAnswer(error, context, { logger: silentLogger, newId: () => 'id' }))

const form = 'application/x-www-form-urlencoded'

async function ask(
  body: string | undefined,
  type: string | undefined,
  { url = 'http://127.0.0.1:8080/dev/token', headers = {} }: { url?: string; headers?: object } = {},
) {
  const response = await app.request(url, {
    method: 'POST',
    headers: { ...(type === undefined ? {} : { 'Content-Type': type }), ...headers },
    ...(body === undefined ? {} : { body }),
  })
  const answer = (await response.json()) as { readonly access_token: string; readonly code?: string }
  return { response, answer }
}

async function principalOf(body: string | undefined, type?: string) {
  const { response, answer } = await ask(body, type)
  expect(response.status).toBe(200)
  return authenticate(`Bearer ${answer.access_token}`)
}

const id = fc.stringMatching(/^[\w-]{1,20}$/)

describe('the issuer of development tokens', () => {
  test.prop([fc.uniqueArray(id, { minLength: 1, maxLength: 5 }), fc.constantFrom(...roles), id])(
    'gives whoever asks a token that the server accepts, as form or JSON',
    async (subscribers, role, name) => {
      const expected = { userId: name, userName: name, role, subscribers }
      const fields = new URLSearchParams({ subscribers: subscribers.join(','), role, name })
      expect(await principalOf(fields.toString(), form)).toEqual(expected)
      expect(await principalOf(JSON.stringify({ subscribers, role, name }), 'application/json')).toEqual(
        expected,
      )
    },
  )

  it('needs to be told nothing', async () => {
    const owner = {
      userId: 'developer',
      userName: 'developer',
      role: 'MINDBODY Owner',
      subscribers: '*',
    }
    expect(await principalOf(undefined)).toEqual(owner)
    expect(await principalOf('subscribers=*', form)).toEqual(owner)
    expect(await principalOf('{"subscribers":"*"}', 'application/json; charset=utf-8')).toEqual(owner)
  })

  it('says how long it is good for, and it is', async () => {
    const { response, answer } = await ask(undefined, undefined)
    expect(answer).toEqual({ access_token: expect.any(String), token_type: 'Bearer', expires_in: 28_800 })
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    const header = `Bearer ${answer.access_token}`
    await expect(later(28_799_000)(header)).resolves.toBeDefined()
    await expect(later(28_806_000)(header)).rejects.toThrow('has expired')
  })

  it.each([
    [{ role: 'Owner' }, 'role'],
    [{ role: '' }, 'role'],
    [{ subscribers: '' }, 'subscribers[0]'],
    [{ subscribers: '1,,2' }, 'subscribers[1]'],
    [{ name: '' }, 'name'],
    [{ name: 'x'.repeat(201) }, 'name'],
  ])('refuses %j and names the field', async (fields, member) => {
    for (const [body, type] of [
      [new URLSearchParams(fields).toString(), form],
      [JSON.stringify(fields), 'application/json'],
    ] as const) {
      const { response, answer } = await ask(body, type)
      expect(response.status).toBe(400)
      expect(answer).toMatchObject({ code: 'invalid-body', errors: [{ member }] })
    }
  })

  it('refuses what is neither form nor JSON, and what is too long', async () => {
    expect((await ask('<a/>', 'application/xml')).answer.code).toBe('unsupported-media-type')
    expect((await ask(`name=${'x'.repeat(70_000)}`, form)).answer.code).toBe('body-too-large')
  })

  it.each([
    ['by another name', { url: 'http://rebound.example:8080/dev/token' }],
    ['by another address', { url: 'http://192.168.1.7/dev/token' }],
    ['through a proxy', { headers: { 'X-Forwarded-For': '203.0.113.9' } }],
    ['through a proxy of another kind', { headers: { Forwarded: 'for=203.0.113.9' } }],
  ])('gives nothing to those who call %s', async (_how, request) => {
    const { response, answer } = await ask(undefined, undefined, request)
    expect(response.status).toBe(403)
    expect(answer.code).toBe('forbidden')
  })

  it.each(['http://localhost:8080', 'http://[::1]', 'http://127.0.0.1'])('is there at %s', async (origin) => {
    expect((await ask(undefined, undefined, { url: `${origin}/dev/token` })).response.status).toBe(200)
  })
})
