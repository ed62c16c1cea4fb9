import { IntegratorError, LedgerpostError, type Logger, type ReasonKind, reasonKinds } from '@ledgerpost/core'
import { Conflict, createEngine, InvalidInput, NotFound } from '@ledgerpost/engine'
import { StoreUnavailable, TransactionConflict } from '@ledgerpost/postgres'
import { describe, expect, it } from 'vitest'
import { createApp } from '../app.js'
import { silentLogger } from '../logger.js'
import { systemClock } from '../system-clock.js'
import { noIdempotency } from '../test-support/no-idempotency.test-support.js'
import { describeError } from './describe-error.js'

describe('errors on the wire', () => {
  it.each([
    [new NotFound('X', 'Look.'), 404, 'not-found'],
    [new InvalidInput('X'), 400, 'invalid-input'],
    [new Conflict('X'), 409, 'conflict'],
    [new StoreUnavailable('The server db.internal', 'lost', 'none'), 503, 'store-unavailable'],
    [new TransactionConflict(3, undefined), 503, 'transaction-conflict'],
  ])('have a status and a code: %s', (error, status, code) => {
    expect(describeError(error)).toMatchObject({ status, code })
  })

  it('carry the reasons of a conflict and the members of an input', () => {
    expect(describeError(new Conflict('X', ['a', 'b']))).toMatchObject({ reasons: ['a', 'b'] })
    const problems = [{ member: 'a', problem: 'b' }]
    expect(describeError(new InvalidInput('X', problems))).toMatchObject({ problems })
  })

  it('say nothing of the store but to come back', () => {
    const description = describeError(new StoreUnavailable('The server db.internal', 'lost', 'none'))
    expect(JSON.stringify(description)).not.toContain('db.internal')
    expect(description?.headers).toEqual({ 'Retry-After': '5' })
  })

  it('of integrators are told apart by their reason', () => {
    const status = (kind: ReasonKind) => describeError(new IntegratorError({ kind, message: 'X' }))?.status
    const statuses = Object.fromEntries(reasonKinds.map((kind) => [kind, status(kind)]))
    expect(statuses).toMatchObject({
      reauthorise: 409,
      duplicate: 409,
      tax: 400,
      'rate-limited': 503,
      quota: 503,
      transient: 502,
      invalid: 502,
    })
    const limited = new IntegratorError({ kind: 'rate-limited', message: 'X', retryAfter: 61_500 })
    expect(describeError(limited)?.headers).toEqual({ 'Retry-After': '62' })
  })

  it('that nobody foresaw are not described', () => {
    expect(describeError(new Error('X'))).toBeUndefined()
    expect(describeError(new LedgerpostError({ code: 'lease-lost', message: 'X' }))).toBeUndefined()
    expect(describeError('X')).toBeUndefined()
  })
})

describe('an error that nobody foresaw', () => {
  const logged: Readonly<Record<string, unknown>>[] = []
  const logger: Logger = { ...silentLogger, error: (fields) => void logged.push(fields) }
  const failure = new Error('The password is hunter2.')
  const engine = createEngine({
    store: {
      transaction: () => Promise.reject(failure),
      acrossSubscribers: () => Promise.reject(failure),
    },
    adapters: new Map(),
    clock: systemClock,
    fetch: () => Promise.reject(failure),
    logger,
    secrets: { seal: () => '', open: () => '', isCurrent: () => true },
    digest: () => '',
    newId: () => '',
    newToken: () => '',
  })
  const app = createApp({
    engine,
    reader: { read: () => Promise.reject(failure) },
    idempotency: noIdempotency,
    integrationTypes: [{ type: 'PlainText', code: 2 }],
    wake: () => undefined,
    authenticate: () =>
      Promise.resolve({ userId: '1', userName: '1', role: 'MINDBODY Automated System', subscribers: '*' }),
    isReady: () => Promise.resolve(true),
    clock: systemClock,
    logger,
    newId: () => 'error-1',
  })

  it.each(['/Subscriber_1/AccountingIntegration/Type_2/Initialize', '/odata/v4/Subscriber_1/SyncHistory'])(
    'is told by its id and logged under it: %s',
    async (path) => {
      const response = await app.request(path)
      expect(response.status).toBe(500)
      const body = await response.text()
      expect(body).toContain('error-1')
      expect(body).not.toMatch(/hunter2|\bat .*\.ts/)
      expect(logged.at(-1)).toMatchObject({ errorId: 'error-1', path, error: failure })
    },
  )

  it('comes before the first receipt of a feed', async () => {
    const response = await app.request('/Subscriber_1/Orders', {
      method: 'POST',
      body: '{}',
      headers: { 'Content-Type': 'application/x-ndjson', Accept: 'application/x-ndjson' },
    })
    expect([response.status, await response.json()]).toMatchObject([500, { code: 'unexpected' }])
  })
})
