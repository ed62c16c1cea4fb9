import { describe, expect, it } from 'vitest'
import { askedDirectly, receipt } from '../fake-scene.test-support.js'
import {
  americanCompany,
  britishCompany,
  createFakeQuickBooksOnline,
  startFakeQuickBooksOnline,
} from '../index.js'

const item = (bId: string, element: object = receipt()) => ({
  bId,
  operation: 'create',
  SalesReceipt: element,
})
const batchOf = (...BatchItemRequest: object[]) => ({ BatchItemRequest })

describe('batches', () => {
  it('do what they can, and tell item by item', async () => {
    const { call, fake } = askedDirectly()
    const { body, status } = await call(
      'POST',
      'batch',
      batchOf(
        item('1'),
        item('2', receipt({ Line: [] })),
        { bId: '3', operation: 'create', Invoice: {} },
        item('x'.repeat(11)),
      ),
    )
    expect([status, fake.books().transactions.length]).toEqual([200, 1])
    expect(body['BatchItemResponse']).toMatchObject([
      { bId: '1', SalesReceipt: { Id: '1001' } },
      { bId: '2', Fault: { type: 'ValidationFault', Error: [{ code: '2020' }] } },
      { bId: '3', Fault: { Error: [{ code: '500' }] } },
      { Fault: { Error: [{ code: '2020' }] } },
    ])
  })

  it('are no larger than 30, and not empty', async () => {
    const { call, fake } = askedDirectly()
    const many = Array.from({ length: 31 }, (_, index) => item(String(index)))
    expect((await call('POST', 'batch', batchOf(...many))).status).toBe(400)
    expect((await call('POST', 'batch', batchOf())).status).toBe(400)
    expect(fake.books().transactions).toEqual([])
  })
})

describe('request ids', () => {
  it('bring the same answer, whatever is asked, in one company', async () => {
    const { call, fake } = askedDirectly({ companies: [americanCompany, britishCompany] })
    const first = await call('POST', 'batch?requestid=r', batchOf(item('1')))
    const again = await call('POST', 'batch?requestid=r', batchOf(item('1'), item('2')))
    expect([again.text, fake.books().transactions.length, fake.requestIds.replays]).toEqual([
      first.text,
      1,
      1,
    ])
    expect(fake.books(britishCompany.realmId).transactions).toEqual([])
  })

  it('have 36 characters at most for a batch, and 50 for a document', async () => {
    const { call } = askedDirectly()
    expect((await call('POST', `batch?requestid=${'r'.repeat(37)}`, batchOf(item('1')))).status).toBe(400)
    expect((await call('POST', `salesreceipt?requestid=${'r'.repeat(50)}`, receipt())).status).toBe(200)
  })

  it('remember errors until they are forgotten', async () => {
    const { call, fake } = askedDirectly()
    fake.breakNext(1)
    const send = async () => (await call('POST', 'batch?requestid=r', batchOf(item('1')))).status
    expect([await send(), await send()]).toEqual([500, 500])
    fake.requestIds.forget()
    expect(await send()).toBe(200)
  })
})

describe('limits', () => {
  it('are those of a second, a minute and a minute’s batches', async () => {
    const rateLimits = { callsPerSecond: 3, callsPerMinute: 5, batchesPerMinute: 1 }
    const { call, clock, fake } = askedDirectly({ rateLimits })
    const statuses: number[] = []
    const read = async () => statuses.push((await call('GET', 'query?query=select * from Class')).status)
    const write = async () => statuses.push((await call('POST', 'batch', batchOf(item('1')))).status)
    await write()
    await write()
    await read()
    await read()
    await read()
    await clock.advance(1000)
    await read()
    await read()
    await read()
    expect(statuses).toEqual([200, 429, 200, 200, 429, 200, 200, 429])
    expect(fake.rateLimiter.refusals).toEqual(['batch', 'second', 'minute'])
    await clock.advance(60_000)
    fake.rateLimiter.retryAfter = 9
    await write()
    const refused = await call('POST', 'batch', batchOf(item('1')))
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '9'])
    expect(refused.text).toMatch(/"fault".*ThrottleExceeded; errorCode=003001/)
  })
})

describe('the platform', () => {
  it('answers as Intuit does', async () => {
    const { call, fake } = askedDirectly({ companies: [americanCompany, britishCompany] })
    expect((await call('GET', 'query?query=x', undefined, { accept: 'text/xml' })).text).toMatch(/^<\?xml/)
    expect((await call('POST', 'batch', '{')).body).toMatchObject({ Fault: { Error: [{ code: '2010' }] } })
    expect((await call('POST', 'nothing', {})).body).toMatchObject({ Fault: { Error: [{ code: '500' }] } })
    expect((await call('GET', 'nothing')).status).toBe(404)
    expect((await call('GET', 'query?query=x')).headers.get('intuit_tid')).toMatch(/./)
    expect((await call('GET', `../${britishCompany.realmId}/query?query=x`)).body).toMatchObject({
      fault: { type: 'AUTHORIZATION', error: [{ code: '3100' }] },
    })
    fake.identity.tokens.expireAccessTokens()
    const refused = await call('GET', 'query?query=x')
    expect([refused.status, refused.body]).toMatchObject([401, { fault: { type: 'AUTHENTICATION' } }])
    fake.identity.spelling = 'service'
    expect((await call('GET', 'query?query=x')).body).toMatchObject({
      Fault: { type: 'AuthenticationFault' },
    })
  })

  it('lets its user choose the company on a page', async () => {
    const fake = createFakeQuickBooksOnline({ companies: [americanCompany, britishCompany] })
    fake.identity.choice = { kind: 'ask' }
    const query = new URLSearchParams({
      client_id: fake.app.clientId,
      response_type: 'code',
      scope: 'com.intuit.quickbooks.accounting',
      redirect_uri: 'https://us.example/callback',
      state: 's',
    })
    const ask = async (more: Record<string, string>) => {
      const parameters = new URLSearchParams([...query, ...Object.entries(more)])
      return fake.handler(new Request(`https://appcenter.intuit.com/connect/oauth2?${parameters.toString()}`))
    }
    expect(await (await ask({})).text()).toContain('Connect Demo Studio (UK)')
    const allowed = new URL((await ask({ fake_allow: britishCompany.realmId })).headers.get('location') ?? '')
    expect([allowed.searchParams.get('realmId'), allowed.searchParams.get('state')]).toEqual([
      britishCompany.realmId,
      's',
    ])
    expect((await ask({ fake_decline: '1' })).headers.get('location')).toContain('error=access_denied')
    query.set('scope', 'everything')
    expect((await ask({})).headers.get('location')).toContain('error=invalid_scope')
    query.set('client_id', 'somebody')
    expect((await ask({})).status).toBe(400)
  })
})

describe('startFakeQuickBooksOnline', () => {
  it('serves the fake with its side channel', async () => {
    const fake = await startFakeQuickBooksOnline()
    try {
      fake.books().post('2026-03-01', 'opening', [
        { account: '35', amount: 500n },
        { account: '2', amount: -500n },
      ])
      const ask = async (path: string, init?: RequestInit): Promise<unknown> =>
        (await fetch(`${fake.url}${path}`, init)).json()
      expect(await ask('/_fake/ledger')).toMatchObject([
        {
          date: '2026-03-01',
          account: { id: '35', name: 'Checking' },
          amount: '500',
          source: 'opening',
          tax: null,
        },
        { amount: '-500' },
      ])
      expect(await ask('/_fake/trial-balance')).toMatchObject([
        { balance: '-500' },
        { balance: '500', debit: '500' },
      ])
      expect(await ask('/_fake/ledger?realmId=0')).toEqual({ message: 'There is no such company' })
      const order = { fault: { kind: 'html', when: 'before' }, path: '/bearer', times: 1 }
      expect(await ask('/_fake/faults', { method: 'POST', body: JSON.stringify(order) })).toEqual({
        waiting: 1,
      })
      expect(await ask('/_fake/faults', { method: 'POST', body: '{"fault":{"kind":"x"}}' })).toMatchObject({
        message: expect.stringContaining('fault'),
      })
      const token = `${fake.url}/oauth2/v1/tokens/bearer`
      expect(await (await fetch(token, { method: 'POST' })).text()).toMatch(/^<!DOCTYPE html>/)
      expect((await fetch(token, { method: 'POST' })).status).toBe(401)
    } finally {
      await fake.close()
    }
  })
})
