import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { consentAdapter, consentPage } from '../../test-support/consent-adapter.test-support.js'
import { introduce } from '../../test-support/platform.test-support.js'
import { startTestServer, type TestServer } from '../../test-support/server.test-support.js'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ adapters: [consentAdapter] })
  await introduce(server, '1')
  await introduce(server, '2')
})
afterAll(() => server.close())

const action = (id: string, name: string) => `/Subscriber_${id}/AccountingIntegration/Type_Consent/${name}`

async function beginLink(id: string, json?: unknown): Promise<URL> {
  const response = await server.request('POST', action(id, 'Link'), { json })
  expect(response.status).toBe(200)
  const { AuthorisationUrl, ...rest } = (await response.json()) as { readonly AuthorisationUrl: string }
  expect(rest).toEqual({ AccountingIntegration: null })
  return new URL(AuthorisationUrl)
}

describe('linking through a consent page', () => {
  it('leads there and back, once, and only for whom it was begun', async () => {
    const url = await beginLink('1')
    expect(url.origin + url.pathname).toBe(consentPage)
    const back = new URL(url.searchParams.get('redirect_uri') ?? '')
    expect(back.pathname).toBe(action('1', 'Callback'))
    const query = `?code=x&state=${url.searchParams.get('state') ?? ''}`

    const unsigned = await server.request('GET', back.pathname + query, { headers: { Authorization: '' } })
    expect(unsigned.status).toBe(401)

    const linked = await server.request('GET', back.pathname + query)
    expect(await linked.json()).toMatchObject({
      Status: 2,
      IntegrationConfiguration: { IntegrationType: 1000 },
    })
    const repeated = await server.request('GET', back.pathname + query)
    expect([repeated.status, await repeated.json()]).toMatchObject([409, { code: 'conflict' }])
  })

  it('does not link a stranger’s subscriber', async () => {
    const url = await beginLink('1')
    const stolen = await server.request(
      'GET',
      `${action('2', 'Callback')}?code=x&state=${url.searchParams.get('state') ?? ''}`,
    )
    expect(stolen.status).toBe(409)
  })

  it('comes back to the page that the client names', async () => {
    const url = await beginLink('2', { RedirectUri: 'https://console.example/linked' })
    expect(url.searchParams.get('redirect_uri')).toBe('https://console.example/linked')
  })

  it('tells when the integrator is the one that fails', async () => {
    const url = await beginLink('2')
    const response = await server.request(
      'GET',
      `${action('2', 'Callback')}?code=refused&state=${url.searchParams.get('state') ?? ''}`,
    )
    expect([response.status, response.headers.get('Retry-After')]).toEqual([502, '5'])
    expect(await response.json()).toMatchObject({
      code: 'integrator-transient',
      detail: 'The consent could not be read. Try again.',
    })
  })
})
