import { LedgerpostError } from '@ledgerpost/core'
import { Conflict, NotFound } from '@ledgerpost/engine'
import { createIdempotencyStore, type Database, type IdempotencyStore } from '@ledgerpost/postgres'
import { openTestDatabase, probeTestServer } from '@ledgerpost/postgres/testing'
import { requirement, VirtualClock } from '@ledgerpost/testkit'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { silentLogger } from '../../logger.js'
import { limits } from '../../limits.js'
import { someDocumentation } from '../../test-support/some-documentation.test-support.js'
import { admission } from '../admission.js'
import { errorAnswer } from '../error-answer.js'
import { Refusal } from '../problem.js'
import { type AppEnvironment, mountRoutes, type Route } from '../routes.js'
import { onceByKey } from './once-by-key.js'

const server = await requirement('a PostgreSQL server', probeTestServer)
const times = { keep: limits.keyMilliseconds, claim: limits.claimMilliseconds }

interface Call {
  readonly key?: string
  readonly body?: string
  readonly path?: string
  /** `id role`, or nothing for nobody. */
  readonly caller?: string
}

interface Options {
  readonly idempotency: IdempotencyStore
  /** What the n-th execution does, from 1. */
  readonly act?: (execution: number) => Response | Promise<Response>
  readonly clock?: VirtualClock
}

let lastId = 0
const uniqueId = (): string => {
  lastId += 1
  return `id ${lastId}`
}

/** An application with one action, which counts how often it is done. */
function application({ idempotency, act, clock = new VirtualClock() }: Options) {
  let executions = 0
  const action: Route = {
    method: 'POST',
    path: '/:scope/Act',
    roles: ['MINDBODY Owner', 'MINDBODY Admin'],
    documentation: someDocumentation,
    async handle({ context }) {
      executions += 1
      const execution = executions
      const body = Buffer.from(await context.get('readBody')(limits.bodyBytes)).toString()
      if (act) return act(execution)
      return new Response(`${execution}: ${body}`, {
        status: 202,
        headers: { Location: `https://a.example/${execution}`, 'Retry-After': '5', 'Content-Type': 'text/a' },
      })
    },
  }
  const app = new Hono<AppEnvironment>()
  app.onError((error, context) => errorAnswer(error, context, { logger: silentLogger, newId: uniqueId }))
  const authenticate = (authorization = '5 Owner') => {
    const [userId = '', role] = authorization.split(' ')
    if (role === 'Nobody') return Promise.reject(new Refusal('not-signed-in', 'Nobody.'))
    return Promise.resolve({
      userId,
      userName: userId,
      role: role === 'Owner' ? ('MINDBODY Owner' as const) : ('MINDBODY Admin' as const),
      subscribers: '*' as const,
    })
  }
  const dependencies = { idempotency, clock, logger: silentLogger, newId: uniqueId }
  mountRoutes(
    app,
    [onceByKey(action, dependencies)],
    admission({ authenticate, clock, requestsPerMinute: 0 }),
  )
  return {
    executions: () => executions,
    post: async ({ key, body = 'body', path = '/Subscriber_1/Act', caller = '5 Owner' }: Call = {}) =>
      app.request(path, {
        method: 'POST',
        body,
        headers: { Authorization: caller, ...(key === undefined ? {} : { 'Idempotency-Key': key }) },
      }),
  }
}

async function shown(response: Response) {
  const { headers } = response
  return {
    status: response.status,
    body: await response.text(),
    replayed: headers.get('Idempotency-Replayed'),
    others: ['Location', 'Retry-After', 'Content-Type'].map((name) => headers.get(name)),
  }
}

async function codeOf(response: Response): Promise<unknown> {
  const { code } = (await response.json()) as { readonly code: unknown }
  return [response.status, code]
}

describe.each(['embedded', 'server'] as const)(
  'a request with an Idempotency-Key on the %s database',
  (kind) => {
    const isHere = kind === 'embedded' || server.available
    let database: Database
    let idempotency: IdempotencyStore
    beforeAll(async () => {
      if (!isHere) return
      database = await openTestDatabase({ kind, poolSize: 20 })
      idempotency = createIdempotencyStore(database, times)
    })
    afterAll(() => (isHere ? database.close() : undefined))

    it.skipIf(!isHere)('is done once and answered the same again', async () => {
      const { post, executions } = application({ idempotency })
      const key = uniqueId()
      const first = await shown(await post({ key }))
      expect(first).toEqual({
        status: 202,
        body: '1: body',
        replayed: null,
        others: ['https://a.example/1', '5', 'text/a'],
      })
      expect(await shown(await post({ key }))).toEqual({ ...first, replayed: 'true' })
      expect(await shown(await post({ key: `"${key}"` }))).toEqual({ ...first, replayed: 'true' })
      expect(executions()).toBe(1)
    })

    it.skipIf(!isHere)('is done once of twenty at once', async () => {
      let open = (): void => undefined
      const gate = new Promise<void>((resolve) => {
        open = resolve
      })
      const { post, executions } = application({
        idempotency,
        act: async () => {
          await gate
          return new Response('done')
        },
      })
      const key = uniqueId()
      const statuses: number[] = []
      const all = Array.from({ length: 20 }, async () => {
        const response = await post({ key })
        statuses.push(response.status)
        if (statuses.length === 19) open()
        return response
      })
      const answers = await Promise.all(all)
      expect(executions()).toBe(1)
      expect(statuses.toSorted((left, right) => left - right)).toEqual([
        200,
        ...Array.from({ length: 19 }, () => 409),
      ])
      const refused = answers.find(({ status }) => status === 409)
      expect(refused?.headers.get('Retry-After')).toBe('2')
      expect(refused && (await codeOf(refused))).toEqual([409, 'idempotency-key-in-use'])
      expect(await shown(await post({ key }))).toMatchObject({ status: 200, replayed: 'true' })
    })

    it.skipIf(!isHere)('is known to every process on the database', async () => {
      const [one, other] = [
        application({ idempotency }),
        application({ idempotency: createIdempotencyStore(database, times) }),
      ]
      const key = uniqueId()
      await one.post({ key })
      expect(await shown(await other.post({ key }))).toMatchObject({ body: '1: body', replayed: 'true' })
      expect(other.executions()).toBe(0)
    })

    it.skipIf(!isHere)('is refused when the key stands for another address or body', async () => {
      const { post, executions } = application({ idempotency })
      const key = uniqueId()
      await post({ key })
      for (const other of [{ body: 'body ' }, { path: '/Subscriber_1/Act?x=1' }]) {
        expect(await codeOf(await post({ key, ...other }))).toEqual([422, 'idempotency-key-reused'])
      }
      expect(executions()).toBe(1)
    })

    it.skipIf(!isHere)('shares its key with no other caller and no other subscriber', async () => {
      const { post, executions } = application({ idempotency })
      const key = uniqueId()
      for (const call of [{}, { caller: '6 Owner' }, { caller: '5 Admin' }, { path: '/Subscriber_2/Act' }]) {
        expect(await shown(await post({ key, ...call }))).toMatchObject({ replayed: null })
      }
      expect(executions()).toBe(4)
    })

    it.skipIf(!isHere).each<[string, () => Error, number]>([
      ['a conflict', () => new Conflict('No.'), 409],
      ['a body that is refused', () => new Refusal('invalid-body', 'No.'), 400],
      ['what does not exist', () => new NotFound('It', 'Look.'), 404],
    ])('is answered the same again when that was %s', async (_what, error, status) => {
      const { post, executions } = application({ idempotency, act: () => Promise.reject(error()) })
      const key = uniqueId()
      const first = await shown(await post({ key }))
      expect(first).toMatchObject({ status, replayed: null })
      expect(await shown(await post({ key }))).toEqual({ ...first, replayed: 'true' })
      expect(executions()).toBe(1)
    })

    it.skipIf(!isHere).each<[string, () => Error | Response, number]>([
      ['an error that nobody foresaw', () => new Error('Oh.'), 500],
      ['an answer of that kind', () => new Response('', { status: 500 }), 500],
      [
        'a store that does not answer',
        () => new LedgerpostError({ code: 'store-unavailable', message: 'No.' }),
        503,
      ],
      ['a type that there is not', () => new Refusal('route-not-found', 'No.'), 404],
      ['a role that may not', () => new Refusal('forbidden', 'No.'), 403],
      ['a media type that is not taken', () => new Refusal('unsupported-media-type', 'No.'), 415],
      ['an answer that is not wanted', () => new Refusal('not-acceptable', 'No.'), 406],
    ])('is done again when the answer was %s', async (_what, outcome, status) => {
      const { post, executions } = application({
        idempotency,
        act: (execution) => {
          const result = execution === 1 ? outcome() : new Response('done')
          return result instanceof Error ? Promise.reject(result) : result
        },
      })
      const key = uniqueId()
      expect((await post({ key })).status).toBe(status)
      expect(await shown(await post({ key }))).toMatchObject({ status: 200, replayed: null })
      expect(await shown(await post({ key }))).toMatchObject({ status: 200, replayed: 'true' })
      expect(executions()).toBe(2)
    })

    it.skipIf(!isHere)('leaves the key free when it is refused before it begins', async () => {
      const { post, executions } = application({ idempotency })
      const key = uniqueId()
      expect((await post({ key, caller: '5 Nobody' })).status).toBe(401)
      expect((await post({ key, body: 'x'.repeat(limits.bodyBytes + 1) })).status).toBe(413)
      expect(await codeOf(await post({ key: 'é' }))).toEqual([400, 'idempotency-key-malformed'])
      expect(executions()).toBe(0)
      expect((await post({ key })).status).toBe(202)
    })
  },
)

describe('a request without an Idempotency-Key', () => {
  it('is done each time and asks nobody', async () => {
    const refuse = () => Promise.reject(new Error('Nobody asks.'))
    const { post, executions } = application({
      idempotency: { claim: refuse, prolong: refuse, keep: refuse, free: refuse },
    })
    expect((await post()).status).toBe(202)
    expect((await post()).status).toBe(202)
    expect(executions()).toBe(2)
  })
})

describe('a store that fails', () => {
  const lost = () => Promise.reject(new LedgerpostError({ code: 'store-unavailable', message: 'No.' }))
  const claimed: IdempotencyStore = {
    claim: () => Promise.resolve({ kind: 'claimed' }),
    prolong: lost,
    keep: lost,
    free: lost,
  }

  it('before the request keeps it from being done', async () => {
    const { post, executions } = application({ idempotency: { ...claimed, claim: lost } })
    expect(await codeOf(await post({ key: 'a' }))).toEqual([503, 'store-unavailable'])
    expect(executions()).toBe(0)
  })

  it('after it hides nothing of what was done', async () => {
    const { post } = application({ idempotency: claimed })
    expect(await shown(await post({ key: 'a' }))).toMatchObject({ status: 202, body: '1: body' })
    const failing = application({ idempotency: claimed, act: () => Promise.reject(new Error('Oh.')) })
    expect((await failing.post({ key: 'a' })).status).toBe(500)
  })
})
