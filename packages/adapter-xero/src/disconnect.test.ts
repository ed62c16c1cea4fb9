import { describe, expect, it } from 'vitest'
import { packetOf } from './mapped-packets.test-support.js'
import { oauthOf } from '@ledgerpost/testkit/conformance'
import { documentsOf, sendStage, xeroScene } from './xero-scene.test-support.js'

const other = '7e4a0000-0000-4000-8000-00000000000f'

describe('disconnecting', () => {
  it('ends one connection, and neither the other ones nor the consent', async () => {
    const scene = await xeroScene()
    const { connections } = scene.fake.identity
    connections.connect(other, 'Another', 'fa4e0000-0000-4000-8000-ffffffffffff')
    const addresses: string[] = []
    const adapter = scene.adapter.connect({
      ...scene.environment,
      async fetch(input, init) {
        const { method, url } = new Request(input, init)
        addresses.push(`${method} ${url.replace(/[\da-f-]{36}$/, 'id')}`)
        return scene.environment.fetch(input, init)
      },
      subscriberId: '1',
      settings: {},
      organisationId: scene.fake.books().organisation.tenantId,
      tokens: { accessToken: async () => scene.grant().accessToken },
      signal: scene.stop.signal,
    })
    await adapter.disconnect()
    expect(addresses).toEqual([
      'GET https://api.xero.com/connections',
      'DELETE https://api.xero.com/connections/id',
    ])
    expect(connections.list(null)).toMatchObject([{ tenantName: 'Another' }])
    const grant = await oauthOf(scene.adapter).refresh(scene.environment, scene.grant())
    expect(await oauthOf(scene.adapter).organisations(scene.environment, grant)).toEqual([
      { id: other, name: 'Another' },
    ])
  })

  it.each([
    ['nobody knows of it any more', { kind: 'answer', when: 'before', status: 404 }],
    ['it was ended, and nothing was said', { kind: 'answer', when: 'after', status: 200 }],
  ] as const)('is done where %s', async (_what, fault) => {
    const scene = await xeroScene()
    scene.fake.faults.order({ fault, method: 'DELETE' })
    await expect(scene.connection.disconnect()).resolves.toBeUndefined()
  })

  it.each([
    ['a lost answer', { kind: 'reset', when: 'before' }, 'transient'],
    ['a fault of Xero', { kind: 'answer', when: 'before', status: 500, body: '<h1>Error</h1>' }, 'transient'],
    ['a refusal', { kind: 'answer', when: 'before', status: 400, body: '{"Message":"No"}' }, 'invalid'],
    ['too many calls', { kind: 'answer', when: 'before', status: 429 }, 'rate-limited'],
  ] as const)('is not taken for done after %s', async (_what, fault, kind) => {
    const scene = await xeroScene()
    scene.fake.faults.order({ fault, method: 'DELETE', times: 9 })
    await expect(scene.clock.runUntil(scene.connection.disconnect())).rejects.toMatchObject({
      reason: { kind },
    })
    expect(scene.fake.identity.connections.list(null)).toHaveLength(1)
  })
})

describe('a consent that was taken back', () => {
  it('is told by whatever is asked, and nothing is booked', async () => {
    const scene = await xeroScene()
    const documents = await documentsOf(scene, [packetOf('a', { total: 100n })])
    scene.fake.identity.tokens.revokeAll()
    const reauthorise = { reason: { kind: 'reauthorise' } }
    expect([...(await sendStage(scene, documents, 0)).values()]).toMatchObject([
      { outcome: 'rejected', ...reauthorise },
    ])
    await expect(scene.connection.inspect()).rejects.toMatchObject(reauthorise)
    await expect(scene.connection.find(documents)).rejects.toMatchObject(reauthorise)
    await expect(scene.connection.disconnect()).rejects.toMatchObject(reauthorise)
    await expect(oauthOf(scene.adapter).refresh(scene.environment, scene.grant())).rejects.toMatchObject(
      reauthorise,
    )
    expect(scene.fake.books().documents).toEqual([])
  })
})
