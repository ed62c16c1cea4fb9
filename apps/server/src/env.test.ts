import { describe, expect, it } from 'vitest'
import { readSettings } from './env.js'

const secret = 'a secret of at least thirty-two bytes'

function problemsOf(environment: Readonly<Record<string, string>>): readonly string[] {
  const reading = readSettings(environment)
  return reading.ok ? [] : reading.problems
}

describe('the environment', () => {
  it('needs nothing but a way to check tokens', () => {
    const reading = readSettings({ LEDGERPOST_JWT_SECRET: secret })
    expect(reading).toMatchObject({
      ok: true,
      settings: {
        PORT: 8080,
        HOST: '127.0.0.1',
        LEDGERPOST_DATA_DIRECTORY: '.ledgerpost',
        LEDGERPOST_LOG_LEVEL: 'info',
        LEDGERPOST_RATE_LIMIT: 600,
        LEDGERPOST_ROLES: ['api', 'worker', 'scheduler'],
      },
    })
    expect(problemsOf({ LEDGERPOST_JWKS_URL: 'https://issuer.example/keys' })).toEqual([])
  })

  it('reads older keys, as many as there are', () => {
    const keys = ['a', 'b'].map((digit) => digit.repeat(64))
    for (const count of [0, 1, 2]) {
      const text = keys.slice(0, count).join(', ')
      expect(readSettings({ LEDGERPOST_JWT_SECRET: secret, LEDGERPOST_SECRET_KEYS_OLD: text })).toMatchObject(
        {
          ok: true,
          settings: {
            LEDGERPOST_SECRET_KEYS_OLD: keys.slice(0, count).map((key) => Buffer.from(key, 'hex')),
          },
        },
      )
    }
  })

  it('takes some of the roles on a server’s database', () => {
    const reading = readSettings({
      LEDGERPOST_JWT_SECRET: secret,
      DATABASE_URL: 'postgres://localhost/x',
      LEDGERPOST_SECRET_KEY: '0'.repeat(64),
      LEDGERPOST_ROLES: 'scheduler, worker',
      LEDGERPOST_WORKER_CONCURRENCY: '8',
    })
    expect(reading).toMatchObject({
      ok: true,
      settings: { LEDGERPOST_ROLES: ['worker', 'scheduler'], LEDGERPOST_WORKER_CONCURRENCY: 8 },
    })
  })

  it('says which variable to set when there is none', () => {
    expect(problemsOf({})).toEqual([
      expect.stringMatching(/^LEDGERPOST_JWT_SECRET must be set.*LEDGERPOST_JWKS_URL instead\.$/),
    ])
    expect(problemsOf({ LEDGERPOST_JWT_SECRET: '' })).toHaveLength(1)
  })

  it.each([
    [{ LEDGERPOST_JWT_SECRET: 'short' }, /^LEDGERPOST_JWT_SECRET must have at least 32 bytes/],
    [
      { LEDGERPOST_JWKS_URL: 'https://issuer.example' },
      /^LEDGERPOST_JWKS_URL and LEDGERPOST_JWT_SECRET are both set/,
    ],
    [{ PORT: '70000' }, /^PORT /],
    [{ PORT: 'eighty' }, /^PORT must be a port/],
    [{ DATABASE_URL: 'mysql://localhost/x' }, /^DATABASE_URL must be an address/],
    [{ DATABASE_URL: 'postgres://localhost/x' }, /^LEDGERPOST_SECRET_KEY must be set with DATABASE_URL/],
    [{ LEDGERPOST_SECRET_KEY: 'abc' }, /^LEDGERPOST_SECRET_KEY must be 64 hexadecimal digits/],
    [{ LEDGERPOST_SECRET_KEYS_OLD: 'abc' }, /^LEDGERPOST_SECRET_KEYS_OLD must be comma-separated keys/],
    [{ LEDGERPOST_SECRET_KEYS_OLD: `${'a'.repeat(64)},` }, /^LEDGERPOST_SECRET_KEYS_OLD must/],
    [{ XERO_CLIENT_ID: 'id' }, /^XERO_CLIENT_SECRET and XERO_CLIENT_ID belong together/],
    [{ LEDGERPOST_RATE_LIMIT: '-1' }, /^LEDGERPOST_RATE_LIMIT must be a whole number/],
    [{ LEDGERPOST_RATE_LIMIT: '1.5' }, /^LEDGERPOST_RATE_LIMIT must/],
    [{ LEDGERPOST_RATE_LIMIT: 'many' }, /^LEDGERPOST_RATE_LIMIT must/],
    [
      { LEDGERPOST_ORDER_SOURCE_URL: 'https://platform.example/odata/Subscriber_{subscriberId}' },
      /^LEDGERPOST_ORDER_SOURCE_TOKEN and LEDGERPOST_ORDER_SOURCE_URL belong together/,
    ],
    [
      { LEDGERPOST_ORDER_SOURCE_TOKEN: 'token' },
      /^LEDGERPOST_ORDER_SOURCE_TOKEN and LEDGERPOST_ORDER_SOURCE_URL belong together/,
    ],
    [
      { LEDGERPOST_ORDER_SOURCE_URL: 'https://platform.example/odata' },
      /^LEDGERPOST_ORDER_SOURCE_URL must contain \{subscriberId\}/,
    ],
    [
      { LEDGERPOST_ORDER_SOURCE_URL: 'http://platform.example/odata/Subscriber_{subscriberId}' },
      /^LEDGERPOST_ORDER_SOURCE_URL must begin with https/,
    ],
    [{ LEDGERPOST_ORDER_SOURCE_URL: '{subscriberId}' }, /^LEDGERPOST_ORDER_SOURCE_URL must begin with https/],
    [{ LEDGERPOST_ORDER_SOURCE_TOKEN: 'a b' }, /^LEDGERPOST_ORDER_SOURCE_TOKEN must be printable ASCII/],
    [
      { LEDGERPOST_ROLES: 'api, boss' },
      /^LEDGERPOST_ROLES names "boss"; it is a list of api, worker, scheduler/,
    ],
    [{ LEDGERPOST_ROLES: 'api,worker' }, /^LEDGERPOST_ROLES must name all roles unless DATABASE_URL is set/],
    [{ LEDGERPOST_WORKER_CONCURRENCY: '0' }, /^LEDGERPOST_WORKER_CONCURRENCY must be a whole number/],
    [{ LEDGERPOST_WORKER_CONCURRENCY: 'four' }, /^LEDGERPOST_WORKER_CONCURRENCY must/],
    [{ LEDGERPOST_LOG_LEVEL: 'loud' }, /^LEDGERPOST_LOG_LEVEL /],
  ])('refuses %j', (environment, problem) => {
    expect(problemsOf({ LEDGERPOST_JWT_SECRET: secret, ...environment })).toEqual(
      expect.arrayContaining([expect.stringMatching(problem)]),
    )
  })
})
