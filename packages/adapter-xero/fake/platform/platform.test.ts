import { describe, expect, it } from 'vitest'
import { askedDirectly, invoice, messages } from '../fake-scene.test-support.js'
import { accountId, startFakeXero } from '../index.js'

describe('idempotency keys', () => {
  const once = { 'idempotency-key': 'k' }
  const put = (number: string) => ({ Invoices: [invoice({ InvoiceNumber: number })] })

  it('bring the same answer for six minutes, and then execute anew', async () => {
    const { call, clock, fake } = askedDirectly()
    const first = await call('PUT', 'Invoices?summarizeErrors=false', put('a'), once)
    const again = await call('PUT', 'Invoices?summarizeErrors=false', put('a'), once)
    expect([again.text, fake.books().documents.length]).toEqual([first.text, 1])
    await clock.advance(6 * 60_000)
    const later = await call('PUT', 'Invoices?summarizeErrors=false', put('a'), once)
    expect(messages(later.body.Invoices[0])).toEqual(['Invoice # must be unique.'])
  })

  it('refuse another request', async () => {
    const { call } = askedDirectly()
    await call('PUT', 'Invoices', put('a'), once)
    const other = await call('PUT', 'Invoices', put('b'), once)
    expect([other.status, other.text]).toEqual([
      400,
      expect.stringContaining('is used with a different request'),
    ])
  })

  it('remember errors', async () => {
    const { call, fake } = askedDirectly()
    fake.breakNext(1)
    expect((await call('PUT', 'Invoices', put('a'), once)).status).toBe(500)
    expect((await call('PUT', 'Invoices', put('a'), once)).status).toBe(500)
    expect((await call('PUT', 'Invoices', put('a'))).status).toBe(200)
  })
})

describe('limits', () => {
  it('are told and kept', async () => {
    const { call, clock } = askedDirectly({ rateLimits: { concurrent: 5, perMinute: 2, perDay: 100 } })
    expect((await call('GET', 'Accounts')).headers.get('x-minlimit-remaining')).toBe('1')
    await call('GET', 'Accounts')
    await clock.advance(15_000)
    const refused = await call('GET', 'Accounts')
    expect([
      refused.status,
      refused.text,
      refused.headers.get('x-rate-limit-problem'),
      refused.headers.get('retry-after'),
    ]).toEqual([429, '', 'minute', '45'])
    await clock.advance(45_000)
    expect((await call('GET', 'Accounts')).status).toBe(200)
  })

  it('hold for calls at the same time too, without saying how long to wait', async () => {
    const { call, clock } = askedDirectly({
      rateLimits: { concurrent: 2, perMinute: 60, perDay: 100 },
      latency: 100,
    })
    const answers = await clock.runUntil(Promise.all([1, 2, 3].map(() => call('GET', 'Accounts'))))
    expect(answers.map(({ status }) => status).toSorted((left, right) => left - right)).toEqual([
      200, 200, 429,
    ])
    expect(answers.find(({ status }) => status === 429)?.headers.get('retry-after')).toBeNull()
  })
})

describe('the platform', () => {
  it('answers as Xero does', async () => {
    const { call, fake } = askedDirectly()
    expect((await call('GET', 'Accounts', undefined, { accept: 'text/xml' })).text).toMatch(/^<Response>/)
    expect((await call('GET', 'Nothing')).status).toBe(404)
    expect((await call('GET', 'Invoices?where=oops')).body).toMatchObject({ Type: 'QueryParseException' })
    expect((await call('PUT', 'Invoices', [])).body).toMatchObject({ Type: 'PostDataInvalidException' })
    expect((await call('GET', 'Contacts')).headers.get('www-authenticate')).toBe('insufficent_scope')
    expect((await call('GET', 'Accounts', undefined, { 'xero-tenant-id': 'x' })).body).toMatchObject({
      Detail: 'AuthenticationUnsuccessful',
    })
    fake.identity.tokens.expireAccessTokens()
    expect((await call('GET', 'Accounts')).status).toBe(401)
  })
})

describe('startFakeXero', () => {
  it('serves the fake with its side channel', async () => {
    const fake = await startFakeXero()
    try {
      fake.books().post('2026-03-01', 'opening', [
        { accountId: accountId('090'), amount: 500n },
        { accountId: accountId('960'), amount: -500n },
      ])
      const ask = async (path: string, init?: RequestInit): Promise<unknown> =>
        (await fetch(`${fake.url}${path}`, init)).json()
      expect(await ask('/_fake/ledger')).toMatchObject([
        {
          date: '2026-03-01',
          account: { code: '090', name: 'Checking Account' },
          amount: '500',
          source: 'opening',
          taxType: null,
        },
        { amount: '-500' },
      ])
      expect(await ask('/_fake/trial-balance')).toMatchObject([
        { balance: '500' },
        { balance: '-500', debit: '0', credit: '500' },
      ])
      const order = { fault: { kind: 'html', when: 'before' }, path: '/connections', times: 1 }
      expect(await ask('/_fake/faults', { method: 'POST', body: JSON.stringify(order) })).toEqual({
        waiting: 1,
      })
      expect(await (await fetch(`${fake.url}/connections`)).text()).toMatch(/^<!DOCTYPE html>/)
      expect((await fetch(`${fake.url}/connections`)).status).toBe(401)
    } finally {
      await fake.close()
    }
  })
})
