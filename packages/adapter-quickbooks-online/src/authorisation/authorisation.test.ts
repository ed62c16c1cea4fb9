import { describe, expect, it } from 'vitest'
import { americanCompany, britishCompany } from '../../fake/index.js'
import { createQuickBooksOnlineAdapter } from '../create-quickbooks-online-adapter.js'
import { consent, oauthOf } from '@ledgerpost/testkit/conformance'
import { createScene } from '../scene.test-support.js'

const day = 24 * 3_600_000

describe('linking', () => {
  it('asks for accounting and no more', async () => {
    const { adapter, environment } = await createScene()
    const { url } = await oauthOf(adapter).start(environment, {
      state: 's',
      redirectUri: 'https://us.example/callback',
    })
    expect(url).toMatch(/^https:\/\/appcenter\.intuit\.com\/connect\/oauth2\?/)
    expect(new URL(url).searchParams.get('scope')).toBe('com.intuit.quickbooks.accounting')
  })

  it('yields a grant that knows its company, and until when it lasts', async () => {
    const scene = await createScene()
    expect(scene.grant()).toMatchObject({
      scopes: ['com.intuit.quickbooks.accounting'],
      extension: { companyId: americanCompany.realmId },
      expiresAt: scene.clock.now() + 3_600_000,
      refreshExpiresAt: scene.clock.now() + 101 * day,
    })
  })

  it('opens the company that was chosen, and no other', async () => {
    const scene = await createScene({ companies: [americanCompany, britishCompany] })
    const { organisations } = oauthOf(scene.adapter)
    expect(await organisations(scene.environment, scene.grant())).toEqual([
      { id: americanCompany.realmId, name: americanCompany.name },
    ])
    scene.fake.identity.choice = { kind: 'allow', realmId: britishCompany.realmId }
    const grant = await consent(scene.adapter, scene.environment)
    expect(await organisations(scene.environment, grant)).toEqual([
      { id: britishCompany.realmId, name: britishCompany.name },
    ])
    const { extension: _lost, ...without } = grant
    await expect(organisations(scene.environment, without)).rejects.toMatchObject({
      reason: { kind: 'reauthorise' },
    })
    const swapped = { ...grant, extension: { companyId: americanCompany.realmId } }
    await expect(organisations(scene.environment, swapped)).rejects.toMatchObject({
      reason: { kind: 'reauthorise' },
    })
  })

  it('that is declined says so, and one that names no company is refused', async () => {
    const scene = await createScene()
    scene.fake.identity.choice = { kind: 'decline' }
    await expect(consent(scene.adapter, scene.environment)).rejects.toMatchObject({
      reason: { kind: 'reauthorise', message: expect.stringContaining('declined') },
    })
    const oauth = oauthOf(scene.adapter)
    const redirectUri = 'https://us.example/callback'
    const code = scene.fake.identity.tokens.issueCode(americanCompany.realmId, redirectUri)
    const url = `${redirectUri}?code=${code}&state=s`
    const { secret } = await oauth.start(scene.environment, { state: 's', redirectUri })
    await expect(oauth.complete(scene.environment, { url, state: 's', secret, redirectUri })).rejects.toThrow(
      'realmId',
    )
  })

  it('with the wrong secret is the operator’s matter', async () => {
    const scene = await createScene()
    const adapter = createQuickBooksOnlineAdapter({
      clientId: scene.fake.app.clientId,
      clientSecret: 'wrong',
    })
    await expect(consent(adapter, scene.environment)).rejects.toMatchObject({ reason: { kind: 'invalid' } })
  })
})

describe('refreshing', () => {
  it('rotates the token without any grace, and keeps the company', async () => {
    const scene = await createScene()
    const { refresh } = oauthOf(scene.adapter)
    const old = scene.grant()
    const next = await refresh(scene.environment, old)
    expect(next.refreshToken).not.toBe(old.refreshToken)
    expect(next.extension).toEqual(old.extension)
    await expect(refresh(scene.environment, old)).rejects.toMatchObject({ reason: { kind: 'reauthorise' } })
    await refresh(scene.environment, next)
  })

  it('moves the end on, but never beyond five years', async () => {
    const scene = await createScene()
    const { refresh } = oauthOf(scene.adapter)
    const began = scene.clock.now()
    let grant = scene.grant()
    for (let step = 0; step < 18; step += 1) {
      await scene.clock.advance(100 * day)
      grant = await refresh(scene.environment, grant)
      const rolling = scene.clock.now() + 101 * day
      expect(grant.refreshExpiresAt).toBe(Math.min(rolling, began + 5 * 365 * day))
    }
    await scene.clock.advance(25 * day)
    await expect(refresh(scene.environment, grant)).rejects.toMatchObject({ reason: { kind: 'reauthorise' } })
  })

  it('ends after 101 days without use', async () => {
    const scene = await createScene()
    await scene.clock.advance(101 * day)
    await expect(oauthOf(scene.adapter).refresh(scene.environment, scene.grant())).rejects.toMatchObject({
      reason: { kind: 'reauthorise' },
    })
  })
})

describe('the addresses', () => {
  const app = { clientId: 'a', clientSecret: 'b' }

  it('are secure, or on this machine', () => {
    expect(() => createQuickBooksOnlineAdapter({ ...app, apiUrl: 'http://api.example.com' })).toThrow(
      RangeError,
    )
    expect(() => createQuickBooksOnlineAdapter({ ...app, identityUrl: 'http://id.example.com' })).toThrow(
      RangeError,
    )
    const local = createQuickBooksOnlineAdapter({
      ...app,
      apiUrl: 'http://127.0.0.1:1',
      identityUrl: 'http://localhost:1',
    })
    expect(local.specVersion).toBe('v1')
  })

  it('are those of the sandbox where that is asked for', async () => {
    const scene = await createScene()
    const asked: string[] = []
    const environment = {
      ...scene.environment,
      fetch: async (...[input, init]: Parameters<typeof scene.environment.fetch>) => {
        asked.push(input instanceof Request ? input.url : input.toString())
        return scene.environment.fetch(input, init)
      },
    }
    const adapter = createQuickBooksOnlineAdapter({ ...scene.fake.app, isSandbox: true })
    await oauthOf(adapter).organisations(environment, scene.grant())
    expect(asked[0]).toMatch(/^https:\/\/sandbox-quickbooks\.api\.intuit\.com\/v3\/company\//)
  })
})
