import { describe, expect, it } from 'vitest'
import { packetOf } from './mapped-packets.test-support.js'
import { outcomesOf, useMswScene } from './msw-scene.test-support.js'
import { documentsOf, sendAll, sendStage } from './xero-scene.test-support.js'

const msw = useMswScene()

describe('locked periods', () => {
  it.each(['periodLockDate', 'endOfYearLockDate'] as const)(
    'are told by %s and by refusals',
    async (lock) => {
      const documents = await documentsOf(msw.scene, [packetOf('a', { total: 100n })])
      msw.fake.books().organisation[lock] = '2026-03-15'
      expect((await msw.scene.connection.inspect()).organisation.lockedThrough).toBe('2026-03-15')
      const results = await sendStage(msw.scene, documents, 0)
      expect([...results.values()]).toMatchObject([
        { outcome: 'rejected', reason: { kind: 'period-locked' } },
      ])
    },
  )
})

describe('the connection', () => {
  it('renews its token once and sends the same bytes', async () => {
    const documents = await documentsOf(msw.scene, [packetOf('a', { total: 100n })])
    msw.fake.identity.tokens.expireAccessTokens()
    const before = msw.scene.grant().accessToken
    expect(outcomesOf((await sendStage(msw.scene, documents, 0)).values())).toEqual(['accepted'])
    expect([msw.fake.identity.tokens.refreshes, msw.scene.grant().accessToken === before]).toEqual([1, false])
  })

  it('that was ended inside Xero asks for a new consent, and keeps the documents', async () => {
    const documents = await documentsOf(msw.scene, [packetOf('a', { total: 100n })])
    msw.fake.identity.connections.disconnect(msw.fake.books().organisation.tenantId)
    const results = await sendStage(msw.scene, documents, 0)
    expect([...results.values()]).toMatchObject([{ outcome: 'rejected', reason: { kind: 'reauthorise' } }])
    await expect(msw.scene.connection.inspect()).rejects.toMatchObject({ reason: { kind: 'reauthorise' } })
  })

  it('writes no token to the log', async () => {
    await sendAll(msw.scene, await documentsOf(msw.scene, [packetOf('a', { total: 100n })]))
    expect(msw.scene.logged.length).toBeGreaterThan(4)
    expect(msw.scene.logged.join('\n')).not.toContain(msw.scene.grant().accessToken)
    expect(msw.scene.logged.join('\n')).not.toContain(msw.scene.grant().refreshToken)
  })

  it('links to the document', async () => {
    const documents = await documentsOf(msw.scene, [packetOf('a', { total: 100n })])
    const [invoice] = (await sendStage(msw.scene, documents, 0)).values()
    expect(invoice).toMatchObject({
      link: expect.stringContaining(
        `shortcode=!Dm0US&redirecturl=/AccountsReceivable/View.aspx?InvoiceID=${msw.fake.books().documents[0]?.id}`,
      ),
    })
  })
})
