import { IntegratorError, type ReasonKind } from '@ledgerpost/core'
import { describe, expect, it } from 'vitest'
import { packetOf } from './mapped-packets.test-support.js'
import { useMswScene } from './msw-scene.test-support.js'
import { createScene, documentsOf, outcomesOf, sendAll, verdictsOf } from './scene.test-support.js'

const msw = useMswScene()

describe('closed books', () => {
  it('are told by the inspection and by refusals', async () => {
    const documents = await documentsOf(msw.scene, [packetOf('a', { total: 100n })])
    msw.fake.books().company.preferences.bookCloseDate = '2026-03-01'
    expect((await msw.scene.connection.inspect()).organisation.lockedThrough).toBe('2026-03-01')
    const [result] = (await sendAll(msw.scene, documents)).values()
    expect(result).toMatchObject({ outcome: 'rejected', reason: { kind: 'period-locked' } })
  })
})

describe('the connection', () => {
  it.each(['gateway', 'service'] as const)(
    'renews its token once, as the %s refuses it, and sends the same bytes',
    async (spelling) => {
      const documents = await documentsOf(msw.scene, [packetOf('a', { total: 100n })])
      msw.fake.identity.spelling = spelling
      msw.fake.identity.tokens.expireAccessTokens()
      const before = msw.scene.grant().accessToken
      expect(outcomesOf((await sendAll(msw.scene, documents)).values())).toEqual(['accepted'])
      expect([msw.fake.identity.tokens.refreshes, msw.scene.grant().accessToken === before]).toEqual([
        1,
        false,
      ])
    },
  )

  it('that was ended inside QuickBooks asks for a new consent, and keeps the documents', async () => {
    const documents = await documentsOf(msw.scene, [packetOf('a', { total: 100n })])
    msw.fake.identity.tokens.revokeAll()
    expect(verdictsOf((await sendAll(msw.scene, documents)).values())).toEqual(['reauthorise'])
    await expect(msw.scene.connection.inspect()).rejects.toMatchObject({ reason: { kind: 'reauthorise' } })
  })

  it('takes its consent back, and may do so again', async () => {
    await msw.scene.connection.disconnect()
    await expect(msw.scene.connection.inspect()).rejects.toMatchObject({ reason: { kind: 'reauthorise' } })
    await msw.scene.connection.disconnect()
  })

  it('does not take an unanswered revocation for done', async () => {
    for (const fault of [
      { kind: 'reset', when: 'before' },
      { kind: 'answer', when: 'before', status: 503 },
      { kind: 'answer', when: 'before', status: 400, body: '{"error":"invalid_client"}' },
    ] as const) {
      msw.fake.faults.order({ fault, path: '/revoke' })
      await expect(msw.scene.connection.disconnect()).rejects.toMatchObject({ reason: { kind: 'transient' } })
    }
    await msw.scene.connection.inspect()
  })

  it.each<[string, ReasonKind, boolean]>([
    ['is taken back without a call when the consent is gone already', 'reauthorise', true],
    ['is not taken for taken back when no token could be had', 'transient', false],
  ])('%s', async (_name, kind, isDone) => {
    const { adapter, environment, fake } = msw.scene
    const connection = adapter.connect({
      ...environment,
      subscriberId: '1',
      settings: {},
      organisationId: fake.books().company.realmId,
      signal: new AbortController().signal,
      tokens: {
        async accessToken() {
          throw new IntegratorError({ kind, message: 'no token' })
        },
      },
    })
    const logged = msw.scene.logged.length
    const outcome = await connection.disconnect().then(
      () => true,
      () => false,
    )
    expect([outcome, msw.scene.logged.length]).toEqual([isDone, logged])
    await connection.close()
  })

  it('needs a company', () => {
    const { adapter, environment } = msw.scene
    const connect = () =>
      adapter.connect({
        ...environment,
        subscriberId: '1',
        settings: {},
        organisationId: null,
        signal: new AbortController().signal,
        tokens: null,
      })
    expect(connect).toThrow('Link again')
  })

  it('writes no token to the log', async () => {
    await sendAll(msw.scene, await documentsOf(msw.scene, [packetOf('a', { total: 100n })]))
    await msw.scene.connection.disconnect()
    const logged = msw.scene.logged.join('\n')
    expect(msw.scene.logged.length).toBeGreaterThan(8)
    for (const secret of [
      msw.scene.grant().accessToken,
      msw.scene.grant().refreshToken,
      msw.fake.app.clientSecret,
    ])
      expect(logged).not.toContain(secret)
  })

  it('links to the document', async () => {
    const documents = await documentsOf(msw.scene, [packetOf('a', { total: 100n })])
    const [receipt] = (await sendAll(msw.scene, documents)).values()
    const { realmId } = msw.fake.books().company
    expect(receipt).toMatchObject({
      id: '1001',
      link: `https://app.qbo.intuit.com/app/salesreceipt?txnId=1001&companyid=${realmId}`,
    })
  })

  it('reads the preferences once for many look-ups, for reads are metered', async () => {
    const scene = await createScene()
    const documents = await documentsOf(scene, [packetOf('a', { total: 100n })])
    await scene.connection.find(documents)
    const before = scene.fake.calls.length
    await scene.connection.find(documents)
    await scene.connection.find(documents)
    expect(scene.fake.calls.length - before).toBe(2)
  })
})
