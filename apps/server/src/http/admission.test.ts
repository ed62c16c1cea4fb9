import { VirtualClock } from '@ledgerpost/testkit'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import type { Principal } from '../auth/principal.js'
import { silentLogger } from '../logger.js'
import { limits } from '../limits.js'
import { someDocumentation } from '../test-support/some-documentation.test-support.js'
import { admission } from './admission.js'
import { callerHeaders, fixedHeaders, securityHeaders } from './answer-headers.js'
import { errorAnswer } from './error-answer.js'
import { Refusal } from './problem.js'
import { type AppEnvironment, mountRoutes } from './routes.js'

/** Whoever names a role and an id is let in; whoever names none is not. */
function authenticate(authorization: string | undefined): Promise<Principal> {
  const [userId, role] = (authorization ?? '').split('/')
  if (userId === undefined || role === undefined) {
    return Promise.reject(new Refusal('not-signed-in', 'Nobody.'))
  }
  return Promise.resolve({
    userId,
    userName: userId,
    role: role === 'Owner' ? 'MINDBODY Owner' : 'MINDBODY Admin',
    subscribers: '*',
  })
}

interface Caller {
  readonly authorization?: string
  readonly address?: string
  readonly path?: string
}

function application({
  requestsPerMinute = 6,
  publicUrl,
}: { requestsPerMinute?: number; publicUrl?: string } = {}) {
  const clock = new VirtualClock()
  const app = new Hono<AppEnvironment>()
  const handled: string[] = []
  app.onError((error, context) => errorAnswer(error, context, { logger: silentLogger, newId: () => 'id' }))
  app.use(securityHeaders(publicUrl))
  app.get(
    '/open',
    () => new Response('open', { headers: { 'Content-Security-Policy': "script-src 'self'" } }),
  )
  app.use(callerHeaders)
  const route = {
    method: 'GET',
    path: '/:scope',
    roles: ['MINDBODY Owner', 'MINDBODY Admin'],
    documentation: someDocumentation,
    handle: ({ principal }) => {
      handled.push(principal.userId)
      return Promise.resolve(new Response('done'))
    },
  } as const satisfies Parameters<typeof mountRoutes>[1][number]
  mountRoutes(app, [route], admission({ authenticate, clock, requestsPerMinute }))
  const get = async ({ authorization, address, path = '/Subscriber_1' }: Caller = {}) =>
    app.request(
      path,
      { headers: authorization === undefined ? {} : { Authorization: authorization } },
      address === undefined ? {} : { incoming: { socket: { remoteAddress: address } } },
    )
  return { get, clock, handled }
}

const owner = { authorization: '1/Owner' }

function rateOf({ headers }: Response) {
  return ['Limit', 'Remaining', 'Reset'].map((name) => headers.get(`RateLimit-${name}`))
}

describe('a caller who asks too often', () => {
  it('is told what is left, then refused before anything is done, then let in again', async () => {
    const { get, clock, handled } = application({ requestsPerMinute: 12 })
    expect(rateOf(await get(owner))).toEqual(['2', '1', '5'])
    expect(rateOf(await get(owner))).toEqual(['2', '0', '10'])
    const refused = await get(owner)
    expect([refused.status, refused.headers.get('Retry-After'), ...rateOf(refused)]).toEqual([
      429,
      '5',
      '2',
      '0',
      '10',
    ])
    expect(await refused.json()).toMatchObject({ status: 429, code: 'rate-limited' })
    expect(handled).toHaveLength(2)
    await clock.advance(5000)
    expect((await get(owner)).status).toBe(200)
  })

  it('is known by role and id, and no other caller suffers', async () => {
    const { get } = application()
    expect((await get(owner)).status).toBe(200)
    expect((await get(owner)).status).toBe(429)
    expect((await get({ authorization: '2/Owner' })).status).toBe(200)
    expect((await get({ authorization: '1/Admin' })).status).toBe(200)
  })

  it('is known by address without a token, and shares it with nobody who has one', async () => {
    const { get } = application()
    const status = async (caller: Caller) => (await get(caller)).status
    expect(await status({ address: '10.0.0.1' })).toBe(401)
    expect(await status({ address: '10.0.0.1' })).toBe(429)
    expect(await status({ address: '10.0.0.2' })).toBe(401)
    expect(await status({ ...owner, address: '10.0.0.1' })).toBe(200)
  })

  it('is not forgotten for all the strangers that come', async () => {
    const { get } = application()
    await get(owner)
    for (let each = 0; each <= limits.callers; each += 1) await get({ address: `address ${each}` })
    expect((await get(owner)).status).toBe(429)
  })

  it('is let in where there is no limit or nobody to count', async () => {
    const unlimited = application({ requestsPerMinute: 0 })
    for (let each = 0; each < 5; each += 1) {
      const response = await unlimited.get(owner)
      expect([response.status, ...rateOf(response)]).toEqual([200, null, null, null])
    }
    const limited = application()
    for (let each = 0; each < 5; each += 1) expect((await limited.get()).status).toBe(401)
  })
})

describe('every answer', () => {
  const callers: readonly (readonly [string, number, Caller])[] = [
    ['of a route', 200, owner],
    ['to a stranger', 401, { address: '10.0.0.1' }],
    ['of an address that there is not', 404, { ...owner, path: '/no/such/address' }],
    ['to a stranger of an address that there is not', 401, { path: '/no/such/address' }],
    ['of a refused scope', 400, { ...owner, path: '/Region_1' }],
  ]
  it.each(callers)('%s tells browsers to leave it alone', async (_name, status, caller) => {
    const response = await application().get(caller)
    expect(response.status).toBe(status)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      ...Object.fromEntries(Object.entries(fixedHeaders).map(([name, value]) => [name.toLowerCase(), value])),
      'cache-control': 'no-store',
    })
    expect(response.headers.get('X-Powered-By')).toBeNull()
    expect(response.headers.get('Strict-Transport-Security')).toBeNull()
  })

  it.each(callers.filter(([, , { address, authorization }]) => address ?? authorization))(
    '%s tells what the caller may still ask for',
    async (_name, _status, caller) => {
      expect(rateOf(await application().get(caller))).toEqual(['1', '0', '10'])
    },
  )

  it('asks to stay on HTTPS where clients come over it', async () => {
    const header = async (publicUrl: string) =>
      (await application({ publicUrl }).get(owner)).headers.get('Strict-Transport-Security')
    expect(await header('https://books.example')).toBe('max-age=31536000')
    expect(await header('http://books.example')).toBeNull()
  })

  it('in front of authentication may be kept, and may have a policy of its own', async () => {
    const { headers } = await application().get({ path: '/open' })
    expect(headers.get('Cache-Control')).toBeNull()
    expect(headers.get('Content-Security-Policy')).toBe("script-src 'self'")
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
  })
})
