import { type AdapterEnvironment, type Grant, IntegratorError } from '@ledgerpost/core'
import {
  type Fault,
  fakeFetch,
  type FetchHandler,
  scriptedFaults,
  VirtualClock,
  withFaults,
} from '@ledgerpost/testkit'
import { calculatePKCECodeChallenge } from 'oauth4webapi'
import { describe, expect, it } from 'vitest'
import { createOAuth, type OAuthOptions } from './oauth.js'

const options: OAuthOptions = {
  title: 'Example',
  issuer: 'https://id.example.com',
  authorizeUrl: 'https://id.example.com/authorize',
  tokenUrl: 'https://id.example.com/token',
  clientId: 'client.id_1~a',
  clientSecret: 'secret-_.~1',
  scopes: ['offline_access', 'books'],
  extensionOf: (accessToken) => ({ consent: accessToken.slice(0, 1) }),
}
const redirectUri = 'https://us.example.com/callback'
const tokens = {
  access_token: 'a1',
  refresh_token: 'r1',
  token_type: 'Bearer',
  expires_in: 1800,
  scope: 'books',
}
const now = Date.UTC(2026, 0, 1)

function scene(handler: FetchHandler, ...faults: Fault[]) {
  const clock = new VirtualClock(now)
  const seen: { body: URLSearchParams; authorization: string | null }[] = []
  const recording: FetchHandler = async (request) => {
    const body = new URLSearchParams(await request.clone().text())
    seen.push({ body, authorization: request.headers.get('authorization') })
    return handler(request)
  }
  const script = scriptedFaults(faults.map((fault, index) => ({ nth: index + 1, fault })))
  const quiet = (): void => undefined
  const environment: AdapterEnvironment = {
    fetch: fakeFetch(withFaults(recording, script, clock)),
    clock,
    logger: { debug: quiet, info: quiet, warn: quiet, error: quiet },
  }
  return { clock, seen, environment }
}

const grant: Grant = {
  accessToken: 'a0',
  refreshToken: 'r0',
  expiresAt: 0,
  scopes: ['books'],
  extension: { consent: '0' },
}
const refusal =
  (error: string, status = 400): FetchHandler =>
  async () =>
    Response.json({ error }, { status })

async function failureOf(work: Promise<unknown>): Promise<IntegratorError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof IntegratorError) return error
  throw new Error(`no IntegratorError but ${String(error)}`)
}

describe('createOAuth', () => {
  it('sends the browser off with PKCE and the state', async () => {
    const { environment } = scene(async () => Response.json({}))
    const { url, secret } = await createOAuth(options).start(environment, { state: 'st', redirectUri })
    expect(Object.fromEntries(new URL(url).searchParams)).toEqual({
      response_type: 'code',
      client_id: options.clientId,
      redirect_uri: redirectUri,
      scope: 'offline_access books',
      state: 'st',
      code_challenge: await calculatePKCECodeChallenge(secret),
      code_challenge_method: 'S256',
    })
    expect(url).not.toContain(secret)
  })

  const callback = {
    url: `${redirectUri}?code=c1&state=st`,
    state: 'st',
    secret: 'v'.repeat(43),
    redirectUri,
  }

  it('keeps until when the refresh token is good, where the answer tells', async () => {
    const refreshExpiryOf: NonNullable<OAuthOptions['refreshExpiryOf']> = (answer, time) =>
      typeof answer['lasts'] === 'number' ? time + answer['lasts'] : undefined
    const telling = scene(async () => Response.json({ ...tokens, lasts: 5000 }))
    const oauth = createOAuth({ ...options, refreshExpiryOf })
    const known = await oauth.complete(telling.environment, callback)
    expect(known.refreshExpiresAt).toBe(now + 5000)
    const silent = scene(async () => Response.json(tokens))
    expect((await oauth.refresh(silent.environment, known)).refreshExpiresAt).toBe(now + 5000)
    expect(await oauth.refresh(silent.environment, grant)).not.toHaveProperty('refreshExpiresAt')
  })

  it('exchanges the code', async () => {
    const { environment, seen } = scene(async () => Response.json(tokens))
    expect(await createOAuth(options).complete(environment, callback)).toEqual({
      accessToken: 'a1',
      refreshToken: 'r1',
      expiresAt: now + 1_800_000,
      scopes: ['books'],
      extension: { consent: 'a' },
    })
    expect(Object.fromEntries(seen[0]?.body ?? [])).toEqual({
      grant_type: 'authorization_code',
      code: 'c1',
      redirect_uri: redirectUri,
      code_verifier: callback.secret,
    })
    expect(seen[0]?.authorization).toBe(`Basic ${btoa('client.id_1~a:secret-_.~1')}`)
  })

  it('sends the client id alone without a secret', async () => {
    const { environment, seen } = scene(async () => Response.json(tokens))
    const { clientSecret: _, ...publicClient } = options
    await createOAuth(publicClient).complete(environment, callback)
    expect([seen[0]?.body.get('client_id'), seen[0]?.authorization]).toEqual([options.clientId, null])
  })

  it.each([
    ['another state', `${redirectUri}?code=c1&state=other`],
    ['no code', `${redirectUri}?state=st`],
    ['a declined consent', `${redirectUri}?error=access_denied&state=st`],
  ])('refuses a callback with %s before any call', async (_name, url) => {
    const { environment, seen } = scene(async () => Response.json(tokens))
    const error = await failureOf(createOAuth(options).complete(environment, { ...callback, url }))
    expect([error.reason.kind, seen.length]).toEqual(['reauthorise', 0])
    expect(error.message).toMatch(/link again/i)
  })

  it('refreshes, and keeps what the answer leaves out', async () => {
    const { environment, seen } = scene(async () =>
      Response.json({ access_token: 'a2', token_type: 'Bearer' }),
    )
    const ending = { ...grant, refreshExpiresAt: now + 9 }
    expect(await createOAuth(options).refresh(environment, ending)).toEqual({
      accessToken: 'a2',
      refreshToken: 'r0',
      refreshExpiresAt: now + 9,
      expiresAt: now + 30 * 60_000,
      scopes: ['books'],
      extension: { consent: 'a' },
    })
    expect(Object.fromEntries(seen[0]?.body ?? [])).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'r0',
    })
  })

  it.each<[string, FetchHandler, Fault[], string]>([
    ['invalid_grant', refusal('invalid_grant'), [], 'reauthorise'],
    ['invalid_client', refusal('invalid_client', 401), [], 'invalid'],
    ['a server error', refusal('server_error', 500), [], 'transient'],
    ['a login page', async () => new Response('<html>', { status: 502 }), [], 'transient'],
    [
      'rubbish',
      async () => new Response('{', { headers: { 'content-type': 'application/json' } }),
      [],
      'transient',
    ],
    ['a broken connection', refusal('x'), [{ kind: 'reset', when: 'after' }], 'transient'],
    ['silence', refusal('x'), [{ kind: 'silence', when: 'after' }], 'transient'],
    [
      'too many requests',
      async () => Response.json({ error: 'slow_down' }, { status: 429, headers: { 'retry-after': '9' } }),
      [],
      'rate-limited',
    ],
  ])('classifies %s', async (_name, handler, faults, kind) => {
    const { environment, clock } = scene(handler, ...faults)
    const error = await failureOf(clock.runUntil(createOAuth(options).refresh(environment, grant)))
    expect(error.reason.kind).toBe(kind)
    expect(error.reason.retryAfter).toBe(kind === 'rate-limited' ? 9000 : undefined)
    expect(error.message).not.toContain('r0')
  })

  it('cannot refresh what gave no lasting access', async () => {
    const { environment } = scene(async () => Response.json(tokens))
    const error = await failureOf(createOAuth(options).refresh(environment, { ...grant, refreshToken: null }))
    expect(error.reason.kind).toBe('reauthorise')
  })

  it('speaks plain HTTP to this machine only', async () => {
    expect(() => createOAuth({ ...options, tokenUrl: 'http://id.example.com/token' })).toThrow(RangeError)
    const { environment } = scene(async () => Response.json(tokens))
    const local = createOAuth({ ...options, tokenUrl: 'http://127.0.0.1:4010/token' })
    expect((await local.refresh(environment, grant)).accessToken).toBe('a1')
  })
})
