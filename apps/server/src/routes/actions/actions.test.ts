import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  configure,
  feed,
  introduce,
  plainText,
  sale,
  sync,
  testMaps,
} from '../../test-support/platform.test-support.js'
import { startTestServer, type TestServer } from '../../test-support/server.test-support.js'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const post = (id: string, action: string, json?: unknown) =>
  server.request('POST', plainText(id, action), { json })

describe('the documented workflow', () => {
  it('goes from nothing to books that hold the sales', async () => {
    await introduce(server, '1')
    const initialize = async () =>
      (await server.request('GET', plainText('1', 'Initialize'))).json() as Promise<Record<string, unknown>>
    expect(await initialize()).toMatchObject({
      Status: 1,
      SubscriberId: '1',
      SynchronizationPreferences: null,
    })

    const linked = await post('1', 'Link', { Settings: { currency: 'USD' } })
    expect(linked.status).toBe(200)
    expect(await linked.json()).toMatchObject({
      AuthorisationUrl: null,
      AccountingIntegration: { Status: 2 },
    })

    const [taxMap, ...otherMaps] = testMaps
    const mapped = await post('1', 'Map', otherMaps)
    expect(await mapped.json()).toMatchObject({
      Status: 2,
      MissingMaps: [{ MapType: 0, MindbodyId: '01:01' }],
      Maps: [
        { MapItems: [] },
        { MapItems: [{ MindbodyId: '1', ModifiedBy: { UserName: 'uname', UserId: '5000' } }] },
        {},
      ],
    })

    const preferences = { SummarizeData: true, StartDate: '2026-03-01' }
    const saved = await post('1', 'Save', { Maps: [taxMap], SynchronizationPreferences: preferences })
    expect(await saved.json()).toMatchObject({ Status: 3, SynchronizationPreferences: preferences })

    expect(await feed(server, '1', [sale('1'), sale('2')])).toMatchObject({ Accepted: 2, Rejected: 0 })
    const synced = await post('1', 'Sync')
    expect(synced.status).toBe(202)
    expect(synced.headers.get('Retry-After')).toBe('5')
    const location = new URL(synced.headers.get('Location') ?? '').pathname
    expect(location).toMatch(/^\/odata\/v4\/Subscriber_1\/SyncHistory\('.+'\)$/)
    const again = await post('1', 'Sync')
    expect(again.headers.get('Location')).toBe(synced.headers.get('Location'))

    await server.runJobs()
    expect(await (await server.request('GET', `${location}?$expand=States`)).json()).toMatchObject({
      States: [{ Status: 'Queued' }, { Status: 'InProgress' }, { Status: 'Success' }],
      Outcome: {
        Sent: 1,
        Held: 0,
        Read: 2,
        Packed: 2,
        Excluded: 0,
        Totals: [{ Currency: 'USD', Amount: 21.6 }],
      },
    })
    const files = await readdir(server.booksDirectory, { recursive: true })
    const texts = await Promise.all(
      files
        .filter((file) => file.endsWith('.journal'))
        .map((file) => readFile(join(server.booksDirectory, file), 'utf8')),
    )
    expect(texts.join('\n')).toContain('21.60')
    expect(await initialize()).toMatchObject({ Status: 3 })
  })

  it('reads the integrator again on Refresh', async () => {
    await configure(server, '2')
    const response = await post('2', 'Refresh')
    expect([response.status, response.headers.get('Retry-After'), await response.text()]).toEqual([
      202,
      '5',
      '',
    ])
    await server.runJobs()
    const view = (await (await server.request('GET', plainText('2', 'Initialize'))).json()) as {
      readonly IntegrationConfiguration: { readonly InspectionTimes: readonly string[] }
    }
    expect(view.IntegrationConfiguration).toMatchObject({
      IntegrationType: 2,
      Organisation: { LockedThrough: null },
    })
    expect(view.IntegrationConfiguration.InspectionTimes).toHaveLength(2)
  })

  it('holds a packet whose category is not mapped, says which, and sends it once it is', async () => {
    await configure(server, '3')
    const [item] = sale('1').Items
    await feed(server, '3', [sale('1'), sale('2', { Items: [{ ...item, RevenueCategoryId: '99' }] })])
    const location = await sync(server, '3')
    const held = (await (await server.request('GET', `${location}/Packets?$expand=States`)).json()) as {
      readonly value: readonly { readonly OrderIds: readonly string[]; readonly States: readonly object[] }[]
    }
    expect(held.value.find(({ OrderIds }) => OrderIds[0] === '2')?.States.at(-1)).toMatchObject({
      Status: 'Held',
      Code: 'MappingMissing',
      Message: expect.stringContaining('99'),
    })
    expect(held.value.find(({ OrderIds }) => OrderIds[0] === '1')?.States.at(-1)).toMatchObject({
      Status: 'Sent',
    })

    await post('3', 'Map', [
      { MapType: 'RevenueCategoryMap', MapItems: [{ MindbodyId: 99, IntegrationId: 'Income:Other' }] },
    ])
    const Id = location.split("'")[1]
    const resent = await post('3', 'Resync', { Id })
    expect([resent.status, await resent.json()]).toEqual([202, { Id }])
    await server.runJobs()
    expect(await (await server.request('GET', `${location}?$expand=States`)).json()).toMatchObject({
      Outcome: { Sent: 2, Held: 0 },
    })
  })

  it('stops on Deactivate and forgets the link on Remove', async () => {
    await configure(server, '4')
    expect(await (await post('4', 'Deactivate')).json()).toMatchObject({ Status: 4 })
    expect((await post('4', 'Sync')).status).toBe(409)
    const removed = await server.request('DELETE', plainText('4', 'Remove'))
    expect(await removed.json()).toMatchObject({ Status: 1 })
    expect((await post('4', 'Link')).status).toBe(200)
  })
})

describe('an action that the state does not allow', () => {
  it.each(['Map', 'Save', 'Refresh', 'Sync', 'Resync', 'Deactivate'])(
    'is a conflict that says what to do: %s',
    async (action) => {
      await introduce(server, '10')
      const body = action === 'Map' ? [] : { Id: '1' }
      const response = await post('10', action, body)
      expect(response.status).toBe(409)
      expect(response.headers.get('Content-Type')).toBe('application/problem+json')
      expect(await response.json()).toMatchObject({
        status: 409,
        code: 'conflict',
        detail: `${action} is not possible while the integration is Available: link it first (Link).`,
      })
    },
  )

  it('is a Callback where there is no consent page', async () => {
    await introduce(server, '11')
    const response = await server.request('GET', `${plainText('11', 'Callback')}?state=x&code=y`)
    expect([response.status, await response.json()]).toMatchObject([409, { code: 'conflict' }])
  })
})

describe('the type scope', () => {
  it.each(['Type_PlainText', 'Type_plaintext', 'Type_2', 'Type_PLAINTEXT'])(
    'is understood as %s',
    async (type) => {
      await introduce(server, '20')
      const response = await server.request('GET', `/Subscriber_20/AccountingIntegration/${type}/Initialize`)
      expect(response.status).toBe(200)
    },
  )

  it.each(['Type_Xero', 'Type_7', 'Type_null', 'Type_', 'PlainText', 'Kind_PlainText'])(
    'is not found as %s',
    async (type) => {
      const response = await server.request('GET', `/Subscriber_20/AccountingIntegration/${type}/Initialize`)
      expect(response.status).toBe(404)
    },
  )
})
