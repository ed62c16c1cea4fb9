import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { configure, introduce, plainText, sync } from '../../test-support/platform.test-support.js'
import { startTestServer, type TestServer } from '../../test-support/server.test-support.js'

const sample = readFileSync(new URL('../../../test/documented-integration.xml', import.meta.url), 'utf8')
const main = 'subscriber.mindbodyonline.com'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  await configure(server, '40')
})
afterAll(() => server.close())

function post(action: string, body: string, headers: Readonly<Record<string, string>> = {}, id = '40') {
  return server.request('POST', plainText(id, action), {
    body,
    headers: { 'Content-Type': 'application/xml', Accept: 'application/xml', ...headers },
  })
}

const initialise = (accept?: string) =>
  server.request('GET', plainText('40', 'Initialize'), {
    headers: accept === undefined ? {} : { Accept: accept },
  })

describe('the media type of an answer', () => {
  it.each([
    [undefined, 'application/json', '{"Id":'],
    ['*/*', 'application/json', '{"Id":'],
    ['text/json', 'text/json', '{"Id":'],
    ['application/xml', 'application/xml; charset=utf-8', '<AccountingIntegration xmlns:i='],
    ['text/xml, */*;q=0.5', 'text/xml; charset=utf-8', '<AccountingIntegration xmlns:i='],
  ])('follows the Accept header %j', async (accept, type, start) => {
    const response = await initialise(accept)
    expect([response.status, response.headers.get('Content-Type')]).toEqual([200, type])
    expect(response.headers.get('Vary')).toBe('Accept')
    expect((await response.text()).startsWith(start)).toBe(true)
  })

  it('is none of those asked for: nothing is done', async () => {
    const response = await server.request('POST', plainText('40', 'Deactivate'), {
      headers: { Accept: 'image/png' },
    })
    expect([response.status, await response.json()]).toMatchObject([406, { code: 'not-acceptable' }])
    expect(await (await initialise()).json()).toMatchObject({ Status: 3 })
  })

  it('of the history is JSON, and nothing for those who want XML alone', async () => {
    const response = await server.request('GET', '/odata/v4/Subscriber_40/SyncHistory', {
      headers: { Accept: 'application/xml' },
    })
    expect(response.headers.get('Content-Type')).toMatch(/^application\/json/)
    expect([response.status, await response.json()]).toMatchObject([406, { error: { target: 'Accept' } }])
  })
})

describe('XML bodies', () => {
  it('are taken by Save: the documented sample', async () => {
    const response = await post('Save', sample)
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('<MindbodyId>01:01</MindbodyId>')
  })

  it('are taken by Save: what it answered itself, which changes nothing', async () => {
    await configure(server, '43')
    const address = plainText('43', 'Initialize')
    const before = await (await server.request('GET', address, { headers: { Accept: 'text/xml' } })).text()
    const json = async (): Promise<unknown> => (await server.request('GET', address)).json()
    const { Maps } = (await json()) as { readonly Maps: unknown }
    expect((await post('Save', before, { 'Content-Type': 'text/xml; charset=utf-8' }, '43')).status).toBe(200)
    expect(await json()).toMatchObject({ Status: 3, SynchronizationPreferences: { StartDate: '2026-01-01' } })
    const targets = (maps: unknown) => JSON.stringify(maps).match(/"IntegrationId":"[^"]*"/g)
    expect(targets(((await json()) as { readonly Maps: unknown }).Maps)).toEqual(targets(Maps))
  })

  it('are taken by Map', async () => {
    await introduce(server, '41')
    await server.request('POST', plainText('41', 'Link'))
    const map =
      '<MapType>RevenueCategoryMap</MapType><MapItems><AccountingMapItem><MindbodyId>1</MindbodyId><IntegrationId>Income:Services</IntegrationId></AccountingMapItem></MapItems>'
    const body = `<ArrayOfAccountingMap xmlns="${main}"><AccountingMap>${map}</AccountingMap></ArrayOfAccountingMap>`
    const response = await post('Map', body, { Accept: 'application/json' }, '41')
    expect([response.status, await response.json()]).toMatchObject([
      200,
      { Maps: [{}, { MapItems: [{ MindbodyId: '1', IntegrationId: 'Income:Services' }] }, {}] },
    ])
  })

  it('are taken by Resync, and its answer names the record', async () => {
    await configure(server, '42')
    const [, id = ''] = (await sync(server, '42')).split("'")
    const response = await post('Resync', `<SyncRecord xmlns="${main}"><Id>${id}</Id></SyncRecord>`, {}, '42')
    expect(response.status).toBe(202)
    expect(await response.text()).toBe(
      `<SyncRecord xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns="${main}"><Id>${id}</Id></SyncRecord>`,
    )
  })

  it('are not taken by Link, whose settings have no XML form; its answer has', async () => {
    await introduce(server, '44')
    const refused = await post('Link', '<Link/>', {}, '44')
    expect([refused.status, await refused.text()]).toEqual([
      415,
      "<Error><Message>The body is 'application/xml'. Send application/json or text/json in UTF-8.</Message><Code>unsupported-media-type</Code></Error>",
    ])
    const linked = await server.request('POST', plainText('44', 'Link'), { headers: { Accept: 'text/xml' } })
    expect(await linked.text()).toMatch(
      /^<LinkAnswer .*<AuthorisationUrl i:nil="true" \/><AccountingIntegration><Id>.*<\/AccountingIntegration><\/LinkAnswer>$/,
    )
  })

  it.each([
    ['malformed', '<AccountingIntegration>', 400, 'malformed-xml'],
    ['of the wrong namespace', '<AccountingIntegration xmlns="other"/>', 400, 'malformed-xml'],
    ['of another contract', `<SyncRecord xmlns="${main}"/>`, 400, 'malformed-xml'],
    [
      'with an external entity',
      `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${sample.replace('1234', '&x;')}`,
      400,
      'malformed-xml',
    ],
    ['of 5 MB of references', `<AccountingIntegration>${'&#65;'.repeat(1_048_576)}`, 413, 'body-too-large'],
    [
      'of the wrong values',
      `<AccountingIntegration xmlns="${main}"><Maps><AccountingMap><MapType>Colour</MapType><MapItems/></AccountingMap></Maps></AccountingIntegration>`,
      400,
      'invalid-body',
    ],
  ])('are refused: %s', async (_name, body, status, code) => {
    const response = await post('Save', body)
    expect([response.status, response.headers.get('Content-Type')]).toEqual([
      status,
      'application/xml; charset=utf-8',
    ])
    const text = await response.text()
    expect(text).toMatch(/^<Error><Message>.+<\/Message><Code>/)
    expect(text).toContain(`<Code>${code}</Code>`)
    expect(text).not.toContain('root:')
  })

  it('are refused with the members to correct', async () => {
    const body = `<AccountingIntegration xmlns="${main}"><Maps><AccountingMap><MapType>Colour</MapType><MapItems/></AccountingMap></Maps></AccountingIntegration>`
    expect(await (await post('Save', body)).text()).toContain(
      '<Errors><Error><Member>Maps[0].MapType</Member><Message>must be one of TaxRateMap (0)',
    )
  })

  it('are refused when they are not UTF-8', async () => {
    const response = await server.request('POST', plainText('40', 'Save'), {
      body: Uint8Array.of(0x3c, 0xff, 0x3e),
      headers: { 'Content-Type': 'text/xml' },
    })
    expect([response.status, await response.json()]).toMatchObject([400, { code: 'malformed-xml' }])
  })
})

describe('errors', () => {
  it('are XML for those who ask for it, signed in or not', async () => {
    const response = await server.request('GET', plainText('40', 'Initialize'), {
      headers: { Accept: 'text/xml', Authorization: '' },
    })
    expect([response.status, response.headers.get('Content-Type')]).toEqual([401, 'text/xml; charset=utf-8'])
    expect(response.headers.get('WWW-Authenticate')).toBe('Bearer')
    expect(await response.text()).toContain('<Code>not-signed-in</Code>')
  })

  it('name what stands in the way', async () => {
    await introduce(server, '45')
    const response = await post('Sync', '', {}, '45')
    expect(response.status).toBe(409)
    expect(await response.text()).toContain('<Code>conflict</Code>')
  })
})
