import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LibraryClient } from '../library/library-client.test-support.js'
import { root } from '../library/library-database.test-support.js'
import { middlemarch } from '../library/library-book.test-support.js'

let client: LibraryClient
const metadata = `${root}/$metadata`

beforeAll(async () => {
  client = await LibraryClient.openWithSamples()
})
afterAll(() => client.database.close())

describe('a path leads to', () => {
  it('the service document', async () => {
    expect(await client.get('')).toEqual({
      '@odata.context': metadata,
      value: [
        { name: 'Books', kind: 'EntitySet', url: 'Books' },
        { name: 'Visits', kind: 'EntitySet', url: 'Visits' },
      ],
    })
  })

  it('an entity set, of the request’s scope alone', async () => {
    expect(await client.get('Books')).toMatchObject({
      '@odata.context': `${metadata}#Books`,
      value: [middlemarch, { Id: '3', Price: null, Size: null, Tags: [] }, { Id: "O'Neil 2/é" }],
    })
  })

  it.each(["Books('1')", "Books(Id='1')"])('an entity: %s', async (path) => {
    expect(await client.get(path)).toEqual({
      '@odata.context': `${metadata}#Books/$entity`,
      ...middlemarch,
      Words: Number('9007199254740993'),
    })
  })

  it.each([
    ["Books('O''Neil%202%2F%C3%A9')", 'Books/$entity', { Id: "O'Neil 2/é" }],
    ["Books('1')/Loans", "Books('1')/Loans", { value: [{ Nr: 1 }, { Nr: 2 }] }],
    ["Books('3')/Loans", "Books('3')/Loans", { value: [] }],
    ["Books('1')/Loans(01)", "Books('1')/Loans/$entity", { Nr: 1, Member: 'Dorothea', Fee: 0.5 }],
    [
      "Books('1')/Loans(1)/Notes(Line=1,Day=2026-02-01)",
      "Books('1')/Loans(1)/Notes/$entity",
      { Day: '2026-02-01', Line: 1, Text: 'Late' },
    ],
    ["Books('1')/Publisher", "Books('1')/Publisher", { Name: 'Blackwood', City: null }],
    ["Books('1')/Size", "Books('1')/Size", { Unit: 'cm', Height: 19.8, Box: { Weight: null } }],
    ["Books('1')/Size/Box", "Books('1')/Size/Box", { Weight: null }],
    ["Books('1')/Size/Height", "Books('1')/Size/Height", { value: 19.8 }],
    ["Books('1')/Bought", "Books('1')/Bought", { value: '2026-01-31T15:30:00.000+05:30' }],
    ["Books('1')/Publisher/Name", "Books('1')/Publisher/Name", { value: 'Blackwood' }],
    ["Books('1')/Tags", "Books('1')/Tags", { value: ['novel', 'long'] }],
    ["Books('1')/Reviews", "Books('1')/Reviews", { value: [{ Stars: 5, Text: 'Yes' }, { Stars: 1 }] }],
    ["Books('1')/$ref", '$ref', { '@odata.id': `${root}/Books('1')` }],
    ["Books('1')/Publisher/$ref", '$ref', { '@odata.id': `${root}/Books('1')/Publisher` }],
    [
      'Books/$ref?$top=1&$orderby=Title',
      'Collection($ref)',
      { value: [{ '@odata.id': `${root}/Books('O''Neil%202%2F%C3%A9')` }] },
    ],
    [
      "Books('1')/Loans(1)/Notes/$ref",
      'Collection($ref)',
      {
        value: [
          { '@odata.id': `${root}/Books('1')/Loans(1)/Notes(Day=2026-02-02,Line=1)` },
          { '@odata.id': `${root}/Books('1')/Loans(1)/Notes(Day=2026-02-01,Line=1)` },
        ],
      },
    ],
  ])('%s', async (path, context, expected) => {
    const found = await client.get(path)
    expect(found).toMatchObject({ '@odata.context': `${metadata}#${context}`, ...expected })
  })

  it.each([
    ['Books/$count', '3'],
    ["Books/$count?$filter=Id eq '3'", '1'],
    ["Books('1')/Loans/$count?$filter=Fee eq null", '1'],
    ["Books('1')/Tags/$count", '2'],
    ["Books('1')/Reviews/$count?$filter=Stars gt 2", '1'],
  ])('a number: %s', async (path, count) => {
    const answer = await client.service.handle(client.database.request(path, { Accept: 'application/json' }))
    expect(answer).toEqual({
      status: 200,
      headers: { 'Content-Type': 'text/plain', 'OData-Version': '4.0' },
      body: count,
    })
  })

  it.each([
    "Books('3')/Price",
    "Books('3')/Size",
    "Books('3')/Publisher",
    "Books('3')/Publisher/$ref",
    "Books('1')/Publisher/City",
    "Books('1')/Size/Box/Weight",
  ])('nothing: %s', async (path) => {
    const answer = await client.service.handle(client.database.request(path))
    expect(answer).toEqual({ status: 204, headers: { 'OData-Version': '4.0' }, body: null })
  })

  it.each([
    ["Books('9')", 404, 'odata-not-found'],
    ["Books('9')/Loans", 404, 'odata-not-found'],
    ["Books('9')/Loans/$count", 404, 'odata-not-found'],
    ["Books('1')/Loans(7)", 404, 'odata-not-found'],
    ["Books('3')/Size/Height", 404, 'odata-not-found'],
    ["Books('3')/Publisher/Name", 404, 'odata-not-found'],
    ['Loans', 404, 'odata-unknown-resource'],
    ['books', 404, 'odata-unknown-resource'],
    ["Books('1')/Nope", 404, 'odata-unknown-resource'],
    ["Books('1')/Id/Nope", 404, 'odata-unknown-resource'],
    ["Books('1')/Tags/Nope", 404, 'odata-unknown-resource'],
    ['Books/Id', 404, 'odata-unknown-resource'],
    ["Books('1')/Loans/Member", 404, 'odata-unknown-resource'],
    ['Books(1)', 400, 'odata-type-mismatch'],
    ["Books('%00')", 400, 'odata-out-of-range'],
    ["Books('1')/Loans(99999999999)", 400, 'odata-out-of-range'],
    ["Books(Nr='1')", 400, 'odata-key'],
    ["Books('1')/Loans(1)/Notes(2026-02-01)", 400, 'odata-key'],
    ["Books('1')/Loans(1)/Notes(Day=2026-02-01,Nope=1)", 400, 'odata-key'],
    ["Books('1')/Publisher('1')", 400, 'odata-key'],
    ["Books('1')/Tags(1)", 400, 'odata-key'],
    ["Books('1')/$count", 400, 'odata-member-use'],
    ["Books('1')/Tags/$ref", 400, 'odata-member-use'],
  ])('a refusal: %s', async (path, status, code) => {
    expect((await client.refusal(path)).slice(0, 3)).toEqual([status, code, 'path'])
  })
})

it.each([
  ["Books('1')/$value", 'odata-unsupported'],
  ["Books('1'", 'odata-syntax'],
  ["Books('\ud800')", 'odata-syntax'],
])('what is not OData is refused: %s', async (target, code) => {
  expect((await client.refusal(target)).slice(0, 3)).toEqual([400, code, undefined])
})
