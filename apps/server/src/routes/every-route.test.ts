import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appRoutes } from '../app.js'
import { roles } from '../auth/principal.js'
import { silentLogger } from '../logger.js'
import { systemClock } from '../system-clock.js'
import { noIdempotency } from '../test-support/no-idempotency.test-support.js'
import { introduce } from '../test-support/platform.test-support.js'
import { startTestServer, type TestServer } from '../test-support/server.test-support.js'

/** Only the addresses are asked for: nothing here reaches an engine. */
const routes = appRoutes({
  engine: new Proxy(Object.create(null), {}),
  reader: { read: () => Promise.reject(new Error('Nobody reads.')) },
  idempotency: noIdempotency,
  integrationTypes: [{ type: 'PlainText', code: 2 }],
  wake: () => undefined,
  authenticate: () => Promise.reject(new Error('Nobody calls.')),
  isReady: () => Promise.resolve(true),
  clock: systemClock,
  logger: silentLogger,
  newId: () => 'id',
}).map(({ method, path, roles: allowed }) => ({ method, path, allowed }))

/** The address of a route for a subscriber. */
function addressOf(path: string, subscriberId: string): string {
  return path
    .replace(':scope', `Subscriber_${subscriberId}`)
    .replace(':type', 'Type_PlainText')
    .replace(/:metadata\{.*\}$/, '$metadata')
    .replace(/:resource\{(\w+).*\}$/, '$1')
}

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  await introduce(server, 'known')
})
afterAll(() => server.close())

describe.each(routes)('$method $path', ({ method, path, allowed }) => {
  const [role] = allowed

  it('is for those with a token', async () => {
    for (const authorization of ['', 'Bearer nonsense']) {
      const response = await server.request(method, addressOf(path, 'known'), {
        headers: { Authorization: authorization },
      })
      expect(response.status).toBe(401)
      expect(response.headers.get('WWW-Authenticate')).toBe('Bearer')
      expect(await response.text()).toContain('not-signed-in')
    }
  })

  it('is for its roles alone', async () => {
    for (const other of roles.filter((each) => !allowed.includes(each))) {
      const response = await server.request(method, addressOf(path, 'known'), { role: other })
      expect(response.status).toBe(403)
      expect(await response.text()).toContain('forbidden')
    }
  })

  it('shows a foreign subscriber like one that does not exist', async () => {
    const answers = await Promise.all(
      ['known', 'ghost'].map(async (id) => {
        const response = await server.request(method, addressOf(path, id), {
          role: role ?? 'MINDBODY Owner',
          subscribers: ['other'],
        })
        return { status: response.status, body: (await response.text()).replaceAll(id, '…') }
      }),
    )
    expect(answers[0]?.status).toBe(404)
    expect(answers[0]).toEqual(answers[1])
  })

  it('refuses other verbs and names those that it has', async () => {
    const response = await server.request('PATCH', addressOf(path, 'known'))
    expect(response.status).toBe(405)
    expect(response.headers.get('Allow')?.split(', ')).toContain(method)
  })

  it.each([
    ['Region_1', 400, 'scope-not-supported'],
    ['Custom_1', 400, 'scope-not-supported'],
    ['Studio_1', 404, 'route-not-found'],
    ['Subscriber_', 404, 'not-found'],
    ['Subscriber', 404, 'not-found'],
    [`Subscriber_${'9'.repeat(101)}`, 404, 'not-found'],
    ['Subscriber_%00', 404, 'not-found'],
  ])('does not know the scope %s', async (scope, status, code) => {
    const address = addressOf(path, 'known').replace('Subscriber_known', scope)
    const response = await server.request(method, address, { role: role ?? 'MINDBODY Owner' })
    expect(response.status).toBe(status)
    expect(await response.text()).toContain(code)
  })
})

describe('an owned subscriber that was never told about', () => {
  it('is answered in the same words as a foreign one', async () => {
    const path = '/Subscriber_ghost/AccountingIntegration/Type_PlainText/Initialize'
    const [owned, foreign] = await Promise.all([
      server.request('GET', path, { subscribers: ['ghost'] }),
      server.request('GET', path, { subscribers: ['other'] }),
    ])
    expect(owned.status).toBe(404)
    expect(await owned.text()).toBe(await foreign.text())
  })
})

describe('an address that there is not', () => {
  it.each([
    '/',
    '/nothing',
    '/Subscriber_known/AccountingIntegration/Type_PlainText/Explode',
    '/odata/v4/Subscriber_known/Nothing',
  ])('is 404: %s', async (path) => {
    const response = await server.request('GET', path)
    expect(response.status).toBe(404)
  })
})
