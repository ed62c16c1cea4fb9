import { describe, expect, it } from 'vitest'
import { defaultOrganisation } from '../../fake/index.js'
import { createXeroAdapter } from '../create-xero-adapter.js'
import { consent, oauthOf } from '@ledgerpost/testkit/conformance'
import { xeroScene } from '../xero-scene.test-support.js'
import { scopesOf } from '../bookings.js'
import { consentOfToken } from './consent-of-token.js'

const second = {
  ...defaultOrganisation,
  tenantId: '7e4a0000-0000-4000-8000-000000000002',
  name: 'Second Company',
}
const first = { id: defaultOrganisation.tenantId, name: defaultOrganisation.name }

describe('linking', () => {
  it('asks for what is needed and no more', async () => {
    const { adapter, environment } = await xeroScene()
    const { url } = await oauthOf(adapter).start(environment, {
      state: 's',
      redirectUri: 'https://us.example/callback',
    })
    expect(url).toMatch(/^https:\/\/login\.xero\.com\/identity\/connect\/authorize\?/)
    expect(new URL(url).searchParams.get('scope')).toBe(
      'offline_access accounting.invoices accounting.payments accounting.contacts accounting.settings',
    )
  })

  it('yields a grant that knows its consent', async () => {
    const scene = await xeroScene()
    expect(scene.grant()).toMatchObject({
      scopes: scopesOf(['invoices']),
      extension: { authEventId: expect.any(String) },
    })
    expect(scene.grant().expiresAt).toBe(scene.clock.now() + 30 * 60_000)
  })

  it('offers the organisations of this consent, not those of earlier ones', async () => {
    const scene = await xeroScene({ organisations: [defaultOrganisation, second] })
    const { organisations } = oauthOf(scene.adapter)
    expect(await organisations(scene.environment, scene.grant())).toEqual([first])
    scene.fake.identity.choice = { kind: 'allow', tenantId: second.tenantId }
    const grant = await consent(scene.adapter, scene.environment)
    expect(await organisations(scene.environment, grant)).toEqual([
      { id: second.tenantId, name: second.name },
    ])
  })

  it('offers an organisation that is linked anew first, although it keeps its first consent', async () => {
    const scene = await xeroScene({ organisations: [defaultOrganisation, second] })
    scene.fake.identity.choice = { kind: 'allow', tenantId: second.tenantId }
    await scene.clock.advance(1000)
    await consent(scene.adapter, scene.environment)
    scene.fake.identity.choice = { kind: 'allow', tenantId: first.id }
    await scene.clock.advance(1000)
    const grant = await consent(scene.adapter, scene.environment)
    expect(await oauthOf(scene.adapter).organisations(scene.environment, grant)).toEqual([
      first,
      { id: second.tenantId, name: second.name },
    ])
  })

  it('that is declined says so', async () => {
    const scene = await xeroScene()
    scene.fake.identity.choice = { kind: 'decline' }
    await expect(consent(scene.adapter, scene.environment)).rejects.toMatchObject({
      reason: { kind: 'reauthorise' },
    })
  })

  it('with the wrong secret is the operator’s matter', async () => {
    const scene = await xeroScene()
    const adapter = createXeroAdapter({ clientId: scene.fake.app.clientId, clientSecret: 'wrong' })
    await expect(consent(adapter, scene.environment)).rejects.toMatchObject({ reason: { kind: 'invalid' } })
  })
})

describe('refreshing', () => {
  it('rotates the token, and honours the one before for a while', async () => {
    const scene = await xeroScene()
    const { refresh } = oauthOf(scene.adapter)
    const old = scene.grant()
    const next = await refresh(scene.environment, old)
    expect(next.refreshToken).not.toBe(old.refreshToken)
    expect(next.extension).toEqual(old.extension)
    await scene.clock.advance(29 * 60_000)
    await refresh(scene.environment, old)
    await scene.clock.advance(2 * 60_000)
    await expect(refresh(scene.environment, old)).rejects.toMatchObject({ reason: { kind: 'reauthorise' } })
    await refresh(scene.environment, next)
  })

  it('ends after 60 days without use', async () => {
    const scene = await xeroScene()
    await scene.clock.advance(60 * 24 * 3_600_000)
    await expect(oauthOf(scene.adapter).refresh(scene.environment, scene.grant())).rejects.toMatchObject({
      reason: { kind: 'reauthorise' },
    })
  })
})

describe('consentOfToken', () => {
  it.each(['', 'opaque', 'a.b.c', 'a.e30.c'])('knows no consent of %j', (token) => {
    expect(consentOfToken(token)).toEqual({ authEventId: null })
  })
})

describe('the addresses', () => {
  it('are secure, or on this machine', () => {
    const app = { clientId: 'a', clientSecret: 'b' }
    expect(() => createXeroAdapter({ ...app, apiUrl: 'http://api.example.com' })).toThrow(RangeError)
    expect(() => createXeroAdapter({ ...app, identityUrl: 'http://id.example.com' })).toThrow(RangeError)
    expect(
      createXeroAdapter({ ...app, apiUrl: 'http://127.0.0.1:1', identityUrl: 'http://localhost:1' })
        .specVersion,
    ).toBe('v1')
  })
})
