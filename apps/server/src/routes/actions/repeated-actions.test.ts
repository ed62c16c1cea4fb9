import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { configure, feed, introduce, plainText, sale } from '../../test-support/platform.test-support.js'
import { startTestServer, type TestServer } from '../../test-support/server.test-support.js'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const key = (name: string) => ({ headers: { 'Idempotency-Key': name } })

async function syncCount(id: string): Promise<number> {
  const response = await server.request('GET', `/odata/v4/Subscriber_${id}/SyncHistory`)
  return ((await response.json()) as { readonly value: readonly unknown[] }).value.length
}

describe('an action that is repeated with its Idempotency-Key', () => {
  it('starts no second sync, even when the first is long over', async () => {
    await configure(server, '1')
    await feed(server, '1', [sale('1')])
    const first = await server.request('POST', plainText('1', 'Sync'), key('a'))
    await server.runJobs()
    const again = await server.request('POST', plainText('1', 'Sync'), key('a'))
    expect([again.status, again.headers.get('Idempotency-Replayed')]).toEqual([202, 'true'])
    expect(again.headers.get('Location')).toBe(first.headers.get('Location'))
    expect(await again.text()).toBe(await first.text())
    expect(await server.runJobs()).toBe(0)
    expect(await syncCount('1')).toBe(1)
    const other = await server.request('POST', plainText('1', 'Sync'), key('b'))
    expect(other.headers.get('Location')).not.toBe(first.headers.get('Location'))
    expect(await syncCount('1')).toBe(2)
  })

  it.each(['Link', 'Map', 'Save', 'Refresh', 'Sync', 'Resync', 'Deactivate'])(
    'is answered as before: %s',
    async (action) => {
      await introduce(server, '2')
      const call = () =>
        server.request('POST', plainText('2', action), {
          json: action === 'Map' ? [] : { Id: '1' },
          ...key(action),
        })
      const first = await call()
      const again = await call()
      expect([first.headers.get('Idempotency-Replayed'), again.headers.get('Idempotency-Replayed')]).toEqual([
        null,
        'true',
      ])
      expect([again.status, await again.text()]).toEqual([first.status, await first.text()])
      const malformed = await server.request('POST', plainText('2', action), key('""'))
      expect([malformed.status, await malformed.json()]).toMatchObject([
        400,
        { code: 'idempotency-key-malformed' },
      ])
    },
  )

  it('is answered in the media type of the first', async () => {
    await configure(server, '3')
    const inXml = { headers: { 'Idempotency-Key': 'a', Accept: 'text/xml' } }
    const first = await server.request('POST', plainText('3', 'Deactivate'), inXml)
    const again = await server.request('POST', plainText('3', 'Deactivate'), key('a'))
    expect(again.headers.get('Content-Type')).toBe('text/xml; charset=utf-8')
    expect(await again.text()).toBe(await first.text())
  })
})

describe('an Idempotency-Key on what can be repeated as it is', () => {
  it('changes nothing: feeding, reading and removing', async () => {
    await configure(server, '4')
    const post = (orders: readonly unknown[], headers: Readonly<Record<string, string>>) =>
      server.request('POST', '/Subscriber_4/Orders', {
        role: 'MINDBODY Automated System',
        json: orders,
        headers,
      })
    expect(await (await post([sale('1')], key('a').headers)).json()).toMatchObject({ Accepted: 1 })
    expect(await (await post([sale('1')], key('a').headers)).json()).toMatchObject({ Unchanged: 1 })
    expect(await (await post([sale('2')], key('a').headers)).json()).toMatchObject({ Accepted: 1 })
    expect((await post([sale('2')], key('""').headers)).status).toBe(200)
    expect((await server.request('GET', plainText('4', 'Initialize'), key('""'))).status).toBe(200)
    expect((await server.request('DELETE', plainText('4', 'Remove'), key('""'))).status).toBe(200)
  })
})
