import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LibraryClient } from '../library/library-client.test-support.js'
import { root } from '../library/library-database.test-support.js'

let client: LibraryClient

beforeAll(async () => {
  client = await LibraryClient.openWithSamples()
})
afterAll(() => client.database.close())

const full = 'application/json;odata.metadata=full'
const etag = 'W/"Middlemarch,2026-03-01T00:00:00.250Z"'

it('numbers are exact, with the decimals that they came with', async () => {
  const text = await client.textOf("Books('1')?$select=Price,Words,Size/Height&$expand=Loans($select=Fee)")
  expect(text).toContain('"Price":12.5000,"Words":9007199254740993,"Size":{"Height":19.80}')
  expect(text).toContain(
    '"Loans":[{"@odata.id":"https://library.example/odata/Books(\'1\')/Loans(1)","Fee":0.50}',
  )
})

it('numbers are texts for clients whose numbers are floats', async () => {
  const answer = await client.service.handle(
    client.database.request('Books?$count=true&$top=1&$select=Price,Words,Pages', {
      Accept: 'application/json;IEEE754Compatible=true',
    }),
  )
  expect(answer.headers['Content-Type']).toBe(
    'application/json;odata.metadata=minimal;IEEE754Compatible=true',
  )
  expect(JSON.parse(answer.body ?? '')).toMatchObject({
    '@odata.count': '3',
    value: [{ Price: '12.5000', Words: '9007199254740993', Pages: 880 }],
  })
})

describe('an answer says', () => {
  it('nothing beyond the data with odata.metadata=none', async () => {
    const target =
      'Books?$select=Pages&$top=1&$count=true&$format=application/json;odata.metadata=none&$expand=Publisher'
    expect(await client.get(target)).toEqual({
      '@odata.count': 3,
      value: [{ Pages: 880, Publisher: { Name: 'Blackwood', City: null } }],
    })
    expect(await client.get('?$format=application/json;odata.metadata=none')).not.toHaveProperty([
      '@odata.context',
    ])
  })

  it('all of it with odata.metadata=full', async () => {
    const address = `${root}/Books('1')`
    const text = await client.textOf("Books('1')?$expand=Loans($top=1)", { Accept: full })
    const found = JSON.parse(text) as Record<string, unknown>
    expect(Object.keys(found).slice(0, 5)).toEqual([
      '@odata.context',
      '@odata.type',
      '@odata.id',
      '@odata.etag',
      '@odata.editLink',
    ])
    expect(found).toMatchObject({
      '@odata.type': '#Town.Library.Book',
      '@odata.id': address,
      '@odata.etag': etag,
      '@odata.editLink': address,
      'Price@odata.type': '#Decimal',
      'Pages@odata.type': '#Int32',
      'Words@odata.type': '#Int64',
      'Published@odata.type': '#Date',
      'Bought@odata.type': '#DateTimeOffset',
      'Code@odata.type': '#Guid',
      'Binding@odata.type': '#Town.Library.Binding',
      Size: { '@odata.type': '#Town.Library.Size', 'Height@odata.type': '#Decimal', Box: { Weight: null } },
      'Tags@odata.type': '#Collection(String)',
      'Reviews@odata.type': '#Collection(Town.Library.Review)',
      'Publisher@odata.associationLink': `${address}/Publisher/$ref`,
      'Publisher@odata.navigationLink': `${address}/Publisher`,
      'Loans@odata.associationLink': `${address}/Loans/$ref`,
      'Loans@odata.navigationLink': `${address}/Loans`,
      Loans: [
        {
          '@odata.type': '#Town.Library.Loan',
          '@odata.id': `${address}/Loans(1)`,
          '@odata.editLink': `${address}/Loans(1)`,
          'Notes@odata.navigationLink': `${address}/Loans(1)/Notes`,
        },
      ],
    })
    for (const name of ['Title', 'Lost', 'Signed', 'Subtitle'])
      expect(found).not.toHaveProperty([`${name}@odata.type`])
    expect(text.indexOf('Loans@odata.associationLink')).toBeLessThan(
      text.indexOf('Loans@odata.navigationLink'),
    )
  })

  it('the types of properties and values at full', async () => {
    expect(await client.get("Books('1')/Price", { Accept: full })).toMatchObject({
      '@odata.type': '#Decimal',
    })
    expect(await client.get("Books('1')/Title", { Accept: full })).not.toHaveProperty(['@odata.type'])
    expect(await client.get("Books('1')/Tags", { Accept: full })).toMatchObject({
      '@odata.type': '#Collection(String)',
    })
    expect(await client.get("Books('1')/Size/Box", { Accept: full })).toMatchObject({
      '@odata.type': '#Town.Library.Box',
    })
    expect(await client.get("Books('3')?$select=Loans,Price", { Accept: full })).toMatchObject({
      Price: null,
    })
  })

  it('links of what was selected and no others', async () => {
    const found = await client.get("Books('1')?$select=Id,Loans", { Accept: full })
    expect(found).toHaveProperty(['Loans@odata.navigationLink'])
    expect(found).not.toHaveProperty(['Publisher@odata.navigationLink'])
    expect(await client.get("Books('1')?$select=*", { Accept: full })).not.toHaveProperty([
      'Loans@odata.navigationLink',
    ])
  })
})

describe('the form is', () => {
  it.each([
    [undefined, 'minimal'],
    ['', 'minimal'],
    ['*/*', 'minimal'],
    ['text/html, application/*;q=0.8', 'minimal'],
    ['application/json;odata.metadata=none', 'none'],
    ['application/json; METADATA="full"; charset=UTF-8', 'full'],
    [
      'application/json;odata.metadata=none;q=0.5, application/json;odata.metadata=full;odata.streaming=true',
      'full',
    ],
    ['application/json;odata.metadata=verbose, application/json;odata.metadata=none;q=0.1', 'none'],
  ])('negotiated: %s', async (accept, level) => {
    const { headers } = await client.service.handle(
      client.database.request('Books', accept === undefined ? {} : { Accept: accept }),
    )
    expect(headers['Content-Type']).toBe(`application/json;odata.metadata=${level}`)
  })

  it.each([
    ['Books', 'text/html', 'Accept'],
    ['Books', 'application/json;q=0', 'Accept'],
    ['Books', 'application/json;odata.metadata=verbose', 'Accept'],
    ['Books', 'application/json;IEEE754Compatible=yes', 'Accept'],
    ['Books', 'application/json;charset=latin1', 'Accept'],
    ['Books', 'application/json;odata=verbose', 'Accept'],
    ['Books', 'nonsense', 'Accept'],
    ['$metadata', 'application/json', 'Accept'],
    ['Books?$format=xml', '*/*', '$format'],
    ['Books?$format=atom', '*/*', '$format'],
    ['Books?$format=text/html', 'application/json', '$format'],
    ['Books?$format=application/json;odata.metadata=verbose', '*/*', '$format'],
    ['$metadata?$format=json', '*/*', '$format'],
  ])('refused: %s, %s', async (target, accept, where) => {
    expect(await client.refusal(target, { Accept: accept })).toEqual([
      406,
      'odata-not-acceptable',
      where,
      expect.stringMatching(/ can\.$/),
    ])
  })

  it.each(['$metadata', '$metadata?$format=xml', '$metadata?$format=application/xml'])(
    'XML for %s',
    async (target) => {
      const answer = await client.service.handle(client.database.request(target))
      expect(answer).toEqual({
        status: 200,
        headers: { 'Content-Type': 'application/xml', 'OData-Version': '4.0' },
        body: client.service.metadata(),
      })
    },
  )
})

describe('an entity that the client knows', () => {
  it.each([etag, `"x", ${etag}`, '*', etag.slice(2)])('is not sent again: %s', async (known) => {
    const answer = await client.service.handle(
      client.database.request("Books('1')", { 'If-None-Match': known }),
    )
    expect(answer).toEqual({ status: 304, headers: { 'OData-Version': '4.0', ETag: etag }, body: null })
  })

  it('is sent when it changed, whatever is selected', async () => {
    const { status, headers } = await client.service.handle(
      client.database.request("Books('1')?$select=Pages", { 'If-None-Match': 'W/"other"' }),
    )
    expect([status, headers.ETag]).toEqual([200, etag])
  })

  it('has a tag of plain characters', async () => {
    const { headers } = await client.service.handle(client.database.request("Books('O''Neil 2%2Fé')"))
    expect(headers.ETag).toBe('W/"B,%20%22%C3%BC%22%20100%25,"')
  })
})

it('HEAD says what GET says, without the body', async () => {
  for (const target of ['', '$metadata', 'Books', "Books('1')", 'Books/$count', "Books('3')/Price", 'Nope']) {
    const [get, head] = await Promise.all(
      (['GET', 'HEAD'] as const).map((method) =>
        client.service.handle(client.database.request(target, {}, method)),
      ),
    )
    expect(head).toEqual({ ...get, body: null })
  }
})

it.each([
  ['4.0', 200],
  ['4.01', 200],
  ['5.0', 200],
  ['3.0', 400],
  ['four', 400],
])('a client of at most OData %s is answered %i', async (version, status) => {
  const answer = await client.service.handle(
    client.database.request('Books', { 'OData-MaxVersion': version }),
  )
  expect(answer.status).toBe(status)
  expect(answer.body?.includes('odata-version') ?? false).toBe(status === 400)
})

it('what the database throws is thrown', async () => {
  const request = { ...client.database.request('Books'), execute: () => Promise.reject(new Error('down')) }
  await expect(client.service.handle(request)).rejects.toThrow('down')
})

it('a request whose scope lacks what the set is joined by reads nothing', async () => {
  client.database.statements.length = 0
  await expect(client.service.handle({ ...client.database.request('Books'), scope: {} })).rejects.toThrow(
    RangeError,
  )
  expect(client.database.statements).toEqual([])
})

it.each([
  ['/Books', 'Books'],
  ["Books('1')/Loans/$count", 'Books'],
  ['/Visits/Nope', 'Visits'],
  ['/', undefined],
  ['/$metadata', undefined],
  ['/Nope', undefined],
  ["/Books('1", undefined],
  ['/Books%2FVisits', undefined],
])('the set of %s is %s', (path, set) => {
  expect(client.service.resourceOf(path)).toBe(set)
})
