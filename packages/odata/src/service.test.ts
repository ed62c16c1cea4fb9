import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { library, LibraryDatabase, plainBook, root } from './library.test-support.js'
import { createODataService } from './service.js'

let database: LibraryDatabase
const service = createODataService(library)
const metadata = `${root}/$metadata`

beforeAll(async () => {
  database = await LibraryDatabase.open()
  await database.fill([
    {
      ...plainBook,
      subtitle: 'A "Study"',
      price: '12.5000',
      words: '9007199254740993',
      published: '1871-12-01',
      offset: 330,
      seen: '2026-03-01T00:00:00.250Z',
      rebinding: 'Cloth',
      signed: true,
      size: { unit: 'cm', height: '19.80', weight: null },
      publisher: { name: 'Blackwood', city: null },
      tags: ['novel', 'long'],
      reviews: [
        { stars: 5, text: 'Yes' },
        { stars: 1, text: null },
      ],
      loans: [
        {
          nr: 1,
          member: 'Dorothea',
          fee: '0.50',
          notes: [
            { day: '2026-02-01', line: 1, text: 'Late' },
            { day: '2026-02-02', line: 1, text: null },
          ],
        },
        { nr: 2, member: 'Casaubon', fee: null, notes: [] },
      ],
    },
    { ...plainBook, id: "O'Neil 2/é", title: 'B, "ü" 100%' },
    { ...plainBook, id: '3', title: 'C' },
  ])
  await database.add({ ...plainBook, id: '9', title: 'Elsewhere' }, 'city')
  for (const nr of [1, 2, 3])
    await database.run('insert into visit values ($1, $2, $3)', ['town', nr, `V${nr}`])
})
afterAll(() => database.close())

async function textOf(target: string, headers?: Readonly<Record<string, string>>): Promise<string> {
  const { status, body } = await service.handle(database.request(target, headers))
  expect({ target, status, body }).toMatchObject({ status: 200 })
  return body ?? ''
}

async function get(target: string, headers?: Readonly<Record<string, string>>): Promise<unknown> {
  return JSON.parse(await textOf(target, headers))
}

async function refusal(
  target: string,
  headers?: Readonly<Record<string, string>>,
): Promise<readonly [number, string, string | undefined, string]> {
  const { status, body } = await service.handle(database.request(target, headers))
  const { error } = JSON.parse(body ?? '{}') as {
    error: { code: string; target?: string; message: string }
  }
  return [status, error.code, error.target, error.message]
}

const middlemarch = {
  '@odata.etag': 'W/"Middlemarch,2026-03-01T00:00:00.250Z"',
  Id: '1',
  Title: 'Middlemarch',
  Subtitle: 'A "Study"',
  Price: 12.5,
  Pages: 880,
  Published: '1871-12-01',
  Bought: '2026-01-31T15:30:00.000+05:30',
  Seen: '2026-03-01T00:00:00.250Z',
  Binding: 'Paper',
  Rebinding: 'Cloth',
  Lost: false,
  Signed: true,
  Code: '01234567-89ab-cdef-0123-456789abcdef',
  Remark: '',
  Size: { Unit: 'cm', Height: 19.8, Box: { Weight: null } },
  Tags: ['novel', 'long'],
  Reviews: [
    { Stars: 5, Text: 'Yes' },
    { Stars: 1, Text: null },
  ],
}

describe('a path leads to', () => {
  it('the service document', async () => {
    expect(await get('')).toEqual({
      '@odata.context': metadata,
      value: [
        { name: 'Books', kind: 'EntitySet', url: 'Books' },
        { name: 'Visits', kind: 'EntitySet', url: 'Visits' },
      ],
    })
  })

  it('an entity set, of the request’s scope alone', async () => {
    expect(await get('Books')).toMatchObject({
      '@odata.context': `${metadata}#Books`,
      value: [middlemarch, { Id: '3', Price: null, Size: null, Tags: [] }, { Id: "O'Neil 2/é" }],
    })
  })

  it.each(["Books('1')", "Books(Id='1')"])('an entity: %s', async (path) => {
    expect(await get(path)).toEqual({
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
    const found = await get(path)
    expect(found).toMatchObject({ '@odata.context': `${metadata}#${context}`, ...expected })
  })

  it.each([
    ['Books/$count', '3'],
    ["Books/$count?$filter=Id eq '3'", '1'],
    ["Books('1')/Loans/$count?$filter=Fee eq null", '1'],
    ["Books('1')/Tags/$count", '2'],
    ["Books('1')/Reviews/$count?$filter=Stars gt 2", '1'],
  ])('a number: %s', async (path, count) => {
    const answer = await service.handle(database.request(path, { Accept: 'application/json' }))
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
    const answer = await service.handle(database.request(path))
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
    expect((await refusal(path)).slice(0, 3)).toEqual([status, code, 'path'])
  })
})

it.each([
  ["Books('1')/$value", 'odata-unsupported'],
  ["Books('1'", 'odata-syntax'],
  ["Books('\ud800')", 'odata-syntax'],
])('what is not OData is refused: %s', async (target, code) => {
  expect((await refusal(target)).slice(0, 3)).toEqual([400, code, undefined])
})

describe('a query', () => {
  it('selects', async () => {
    expect(await get("Books('1')?$select=Size/Height,Reviews/Stars,Id")).toEqual({
      '@odata.context': `${metadata}#Books(Size/Height,Reviews/Stars,Id)/$entity`,
      '@odata.etag': middlemarch['@odata.etag'],
      Id: '1',
      Size: { Height: 19.8 },
      Reviews: [{ Stars: 5 }, { Stars: 1 }],
    })
    expect(await get("Books('1')?$select=*,Loans")).toMatchObject({
      '@odata.context': `${metadata}#Books(*,Loans)/$entity`,
      ...middlemarch,
    })
    expect(await get("Books('1')/Size?$select=Unit")).toEqual({
      '@odata.context': `${metadata}#Books('1')/Size(Unit)`,
      Unit: 'cm',
    })
  })

  it('tells an entity’s address where its key is left out', async () => {
    expect(await get("Books('1')?$select=Pages")).toMatchObject({ '@odata.id': `${root}/Books('1')` })
    expect(await get("Books('1')?$select=Id")).not.toHaveProperty(['@odata.id'])
  })

  it('expands, with options within', async () => {
    const target =
      "Books('1')?$select=Id&$expand=Publisher($select=Name),Loans($select=Nr;$count=true;$filter=Nr lt 9;$orderby=Nr desc;$expand=Notes($top=1))"
    expect(await get(target)).toEqual({
      '@odata.context': `${metadata}#Books(Id,Publisher(Name),Loans(Nr))/$entity`,
      '@odata.etag': middlemarch['@odata.etag'],
      Id: '1',
      Publisher: { Name: 'Blackwood' },
      'Loans@odata.count': 2,
      Loans: [
        { Nr: 2, Notes: [] },
        { Nr: 1, Notes: [{ Day: '2026-02-02', Line: 1, Text: null }] },
      ],
    })
    expect(await get('Books?$expand=Publisher&$top=2&$select=Id')).toMatchObject({
      '@odata.context': `${metadata}#Books(Id)`,
      value: [{ Publisher: { Name: 'Blackwood' } }, { Publisher: null }],
    })
  })

  it('counts the whole, whatever the page', async () => {
    expect(await get('Books?$count=true&$top=0')).toEqual({
      '@odata.context': `${metadata}#Books`,
      '@odata.count': 3,
      value: [],
    })
    const filtered = "Books?$count=true&$filter=Id ne '3'&$skip=1&$select=Id"
    expect(await get(filtered)).toMatchObject({ '@odata.count': 2, value: [{ Id: "O'Neil 2/é" }] })
  })

  it('cannot change an order that is fixed', async () => {
    const latestFirst = { value: [{ Nr: 3 }, { Nr: 2 }, { Nr: 1 }] }
    expect(await get('Visits')).toMatchObject(latestFirst)
    expect(await get('Visits?$orderby=Nr')).toMatchObject(latestFirst)
  })

  it('sorts enumerations by number', async () => {
    await database.add({ ...plainBook, id: '5', binding: 'Cloth' })
    await database.add({ ...plainBook, id: '6', binding: 'Audio' })
    const filter = "$filter=Id in ('3','5','6')&$select=Binding"
    expect(await get(`Books?$orderby=Binding&${filter}`)).toMatchObject({
      value: [{ Binding: 'Cloth' }, { Binding: 'Paper' }, { Binding: 'Audio' }],
    })
    await database.run("delete from book where id in ('5', '6')")
  })

  it('is one statement, and none if it is refused', async () => {
    database.statements.length = 0
    await get('Books?$count=true&$expand=Loans($expand=Notes)&$filter=Tags/any()')
    expect(database.statements).toHaveLength(1)
    await refusal('Books?$filter=Nope eq 1')
    await get('')
    expect(database.statements).toHaveLength(1)
  })

  it.each([
    ['Books?$filter=Nope eq 1', 'odata-unknown-member', '$filter', /"Nope"; it has Id, Title, /],
    [
      'Books?$filter=Size/Nope eq 1',
      'odata-unknown-member',
      '$filter',
      /Size has no member "Nope"; it has Unit/,
    ],
    ['Books?$filter=Title/Nope eq 1', 'odata-unknown-member', '$filter', /"Title" is a String/],
    ['Books?$filter=Tags/any(t:t/x eq 1)', 'odata-unknown-member', '$filter', /String has no members/],
    ["Books?$filter=Remark eq 'a'", 'odata-member-use', '$filter', /Remark cannot be used in a filter/],
    ['Books?$filter=Tags eq null', 'odata-member-use', '$filter', /any or all/],
    ['Books?$filter=Loans/Fee gt 1', 'odata-member-use', '$filter', /"Loans" is a collection/],
    ['Books?$filter=Size/any()', 'odata-member-use', '$filter', /this is none/],
    ['Books?$filter=Size eq 1', 'odata-type-mismatch', '$filter', /only be compared with null/],
    ['Books?$filter=Size in (1)', 'odata-type-mismatch', '$filter', /complex value/],
    [
      'Books?$filter=Title eq 1',
      'odata-type-mismatch',
      '$filter',
      /expected a text such as 'a', found a literal of type integer/,
    ],
    ['Books?$filter=Title eq Pages', 'odata-type-mismatch', '$filter', /cannot be compared/],
    ['Books?$filter=Bought gt 2026-01-01', 'odata-type-mismatch', '$filter', /2026-01-31T10:00:00Z/],
    ['Books?$filter=Title', 'odata-type-mismatch', '$filter', /expected a condition/],
    ['Books?$filter=contains(Pages,1)', 'odata-type-mismatch', '$filter', /expected a text/],
    ['Books?$filter=year(Title) eq 1', 'odata-type-mismatch', '$filter', /year takes a moment or a date/],
    [
      'Books?$filter=date(Published) eq 2026-01-01',
      'odata-type-mismatch',
      '$filter',
      /date takes a moment$|date takes a moment\./,
    ],
    [
      "Books?$filter=Binding eq 'Leather'",
      'odata-unknown-member',
      '$filter',
      /no member "Leather"; it has Paper, Cloth, Audio/,
    ],
    ['Books?$filter=Binding eq 2', 'odata-unknown-member', '$filter', /no member "2"/],
    [
      "Books?$filter=Binding eq Town.Other'Paper'",
      'odata-type-mismatch',
      '$filter',
      /a member of Town\.Library\.Binding/,
    ],
    [
      "Books?$filter=Town.Library.Binding'Paper' eq 'x'",
      'odata-type-mismatch',
      '$filter',
      /a member on one side/,
    ],
    ['Books?$filter=Pages eq 2147483648', 'odata-out-of-range', '$filter', /from -2147483648 to 2147483647/],
    [
      'Books?$filter=Words in (1,9223372036854775808)',
      'odata-out-of-range',
      '$filter',
      /9223372036854775807/,
    ],
    ["Books?$filter=Title eq '%00'", 'odata-out-of-range', '$filter', /U\+0000/],
    ['Books?$filter=Published eq 0000-01-01', 'odata-out-of-range', '$filter', /year 1/],
    ['Books?$filter=Seen lt 2026-01-01T00:00:00.0000001Z', 'odata-out-of-range', '$filter', /six decimals/],
    ['Books?$orderby=Nope', 'odata-unknown-member', '$orderby', /"Nope"/],
    ['Books?$orderby=Remark', 'odata-member-use', '$orderby', /cannot be sorted by; Id, Title/],
    ['Books?$orderby=Size', 'odata-member-use', '$orderby', /cannot be sorted by/],
    ['Books?$orderby=Tags', 'odata-member-use', '$orderby', /cannot be sorted by/],
    ['Books?$orderby=Id,Id,Id,Id,Id,Id,Id,Id,Id', 'odata-limit', '$orderby', /at most 8/],
    ['Books?$select=Nope', 'odata-unknown-member', '$select', /"Nope"/],
    ['Books?$select=Title/Nope', 'odata-unknown-member', '$select', /"Title" has no members/],
    ['Books?$select=Loans/Nr', 'odata-member-use', '$select', /\$expand=Loans\(\$select=Nr\)/],
    [
      'Books?$expand=Nope',
      'odata-unknown-member',
      '$expand',
      /has no "Nope"; what can be is Publisher, Loans/,
    ],
    ['Books?$expand=Tags', 'odata-unknown-member', '$expand', /"Tags" of Book cannot be expanded/],
    ['Books?$expand=Loans/Notes', 'odata-member-use', '$expand', /Loans\(\$expand=Notes\)/],
    ['Books?$expand=Loans,Loans', 'odata-member-use', '$expand', /twice/],
    ['Books?$expand=Publisher($top=1)', 'odata-option', '$expand', /is one entity/],
    ['Books?$expand=Loans($filter=Nope eq 1)', 'odata-unknown-member', '$expand', /"Nope"/],
    ['Books?$expand=Loans($orderby=Nope)', 'odata-unknown-member', '$expand', /"Nope"/],
    ['Books?$expand=Loans($select=Nope)', 'odata-unknown-member', '$expand', /"Nope"/],
    ["Books('1')?$filter=Id eq '1'", 'odata-option', '$filter', /takes \$select, \$expand, \$format/],
    ["Books('1')/Price?$select=Id", 'odata-option', '$select', /takes \$format/],
    ["Books('1')/Size?$expand=Box", 'odata-option', '$expand', /takes \$select, \$format/],
    ["Books('1')/Tags?$filter=true", 'odata-option', '$filter', /takes \$top/],
    ['Books/$count?$top=1', 'odata-option', '$top', /takes \$filter/],
    ['Books/$ref?$select=Id', 'odata-option', '$select', /takes \$filter/],
    ['?$top=1', 'odata-option', '$top', /takes \$format/],
    ['$metadata?$top=1', 'odata-option', '$top', /takes \$format/],
    ['Books?$nope=1', 'odata-unsupported', undefined, /\$select/],
    ['Books?$skiptoken=abc', 'odata-skiptoken', '$skiptoken', /Follow @odata\.nextLink/],
    ['Books?$format=a,b', 'odata-format', '$format', /media type/],
  ])('is refused: %s', async (target, code, where, message) => {
    expect(await refusal(target)).toEqual([400, code, where, expect.stringMatching(message)])
  })
})
