import { fc, test } from '@fast-check/vitest'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { LibraryClient } from '../library/library-client.test-support.js'
import { filters } from '../library/library-filters.test-support.js'
import { type FilterExpression } from '../parse/filter-tree.js'
import { wide } from '../parse/filters.test-support.js'
import { printFilter } from '../parse/print-filter.js'
import { createODataService } from '../service.js'

let client: LibraryClient

beforeAll(async () => {
  client = await LibraryClient.openWithSamples()
})
afterAll(() => client.database.close())

const names = fc.constantFrom(
  'Books',
  'Visits',
  'Loans',
  'Notes',
  'Publisher',
  'Size',
  'Box',
  'Tags',
  'Reviews',
  'Id',
  'Title',
  'Price',
  'Pages',
  'Bought',
  'Binding',
  'Signed',
  'Remark',
  'Height',
  'Nr',
  'Stars',
  'Nope',
  '__proto__',
  'constructor',
)
const keys = fc.constantFrom(
  '',
  '',
  "('1')",
  "('3')",
  '(1)',
  '(Nr=1)',
  '(Day=2026-02-01,Line=1)',
  '(null)',
  "('%00')",
  "(Id='1',Id='1')",
)
const segments = fc.tuple(names, keys).map((parts) => parts.join(''))
const goodStarts = fc.constantFrom(
  'Books',
  "Books('1')",
  "Books('1')/Loans(1)",
  "Books('1')/Loans",
  "Books('1')/Size",
  'Visits',
)
const paths = fc
  .tuple(
    fc.oneof({ arbitrary: goodStarts, weight: 4 }, segments),
    fc.array(segments, { maxLength: 2 }),
    fc.constantFrom('', '', '', '/$count', '/$ref', '/$value', '/'),
  )
  .map(([start, rest, end]) => [start, ...rest].join('/') + end)
const words = fc.oneof(
  names,
  fc.constantFrom(
    ' eq ',
    ' ne ',
    ' gt ',
    ' and ',
    ' or ',
    'not ',
    ' in ',
    '(',
    ')',
    ',',
    '/',
    ':',
    ';',
    '*',
    'any(',
    'all(x:x/',
    'null',
    'true',
    "'a'",
    "''",
    "'1'",
    '1',
    '-2.5',
    '9999999999999999999999',
    '2026-01-31',
    '0000-01-01',
    '2026-01-31T10:00:00Z',
    '0001-01-01T00:00:00+14:00',
    '9999-12-31T23:59:59.999999-14:00',
    'contains(',
    'year(',
    'date(',
    ' desc',
    '$top=1',
    '$filter=',
    "Town.Library.Binding'Paper'",
    "Town.Library.Binding'9'",
    '01234567-89ab-cdef-0123-456789abcdef',
    "'%00'",
    '%27',
    '"',
    '\\',
    ' ',
  ),
  fc.string({ maxLength: 3 }),
)
const optionNames = fc.constantFrom(
  '$filter',
  '$select',
  '$expand',
  '$orderby',
  '$top',
  '$skip',
  '$count',
  '$skiptoken',
  '$format',
  'x',
  '$nope',
)
const plausible = fc.oneof(
  fc.tuple(
    fc.constant('$filter'),
    filters(1).map((each) => encodeURIComponent(printFilter(each))),
  ),
  fc.tuple(
    fc.constant('$select'),
    fc.array(names, { minLength: 1, maxLength: 3 }).map((each) => each.join(',')),
  ),
  fc.tuple(
    fc.constant('$expand'),
    fc.constantFrom('Loans', 'Loans($expand=Notes;$top=1)', 'Publisher', 'Loans($orderby=Fee desc;$skip=1)'),
  ),
  fc.tuple(
    fc.constant('$orderby'),
    fc
      .array(
        fc.tuple(names, fc.constantFrom('', ' desc')).map((each) => each.join('')),
        { minLength: 1, maxLength: 3 },
      )
      .map((each) => each.join(',')),
  ),
  fc.tuple(fc.constantFrom('$top', '$skip'), fc.constantFrom('0', '1', '1000', '1001', '-1')),
  fc.tuple(fc.constant('$count'), fc.constantFrom('true', 'false')),
  fc.tuple(
    fc.constant('$format'),
    fc.constantFrom('json', 'xml', 'application/json;odata.metadata=full', 'text/html', ';'),
  ),
)
const options = fc
  .array(
    fc.oneof(
      plausible,
      fc.tuple(
        optionNames,
        fc.array(words, { maxLength: 8 }).map((parts) => parts.join('')),
      ),
    ),
    { maxLength: 3 },
  )
  .map((all) => all.map((pair) => pair.join('=')).join('&'))
const headers = fc.record(
  {
    Accept: fc.oneof(
      fc.constantFrom('application/json;odata.metadata=full', '*/*', 'text/html', 'application/json;q=0'),
      fc.string(),
    ),
    Prefer: fc.oneof(fc.constantFrom('odata.maxpagesize=1', 'maxpagesize=0'), fc.string()),
    'OData-MaxVersion': fc.oneof(fc.constantFrom('4.0', '4.01', '3.0'), fc.string()),
    'If-None-Match': fc.oneof(fc.constantFrom('*', 'W/"Middlemarch,2026-03-01T00:00:00.250Z"'), fc.string()),
  },
  { requiredKeys: [] },
)
const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ maxLength: 40 }))

describe('whatever the request', () => {
  test.prop(
    [
      fc.oneof({ arbitrary: paths, weight: 9 }, anything),
      fc.oneof({ arbitrary: options, weight: 9 }, anything),
      headers,
      fc.boolean(),
    ],
    { numRuns: 1_500 },
  )('it is answered', async (path, search, given, isHead) => {
    const request = client.database.request(`${path}?${search}`, given, isHead ? 'HEAD' : 'GET')
    const answer = await client.service.handle(request)
    expect([200, 204, 304, 400, 404, 406]).toContain(answer.status)
    expect(answer.headers['OData-Version']).toBe('4.0')
    expect(answer.body !== null).toBe(!isHead && answer.status !== 204 && answer.status !== 304)
    for (const value of Object.values(answer.headers)) expect(value).toMatch(/^[\x20-\x7e]*$/)
    if (answer.headers['Content-Type']?.startsWith('application/json') === true && !isHead) {
      const body: unknown = JSON.parse(answer.body ?? '')
      if (answer.status === 200) expect(body).not.toHaveProperty('error')
      else expect(body).toMatchObject({ error: { code: expect.any(String), message: expect.any(String) } })
    }
  })

  test.prop([fc.oneof(paths, anything)])('the set that it addresses can be told', (path) => {
    const set = client.service.resourceOf(path)
    expect(['Books', 'Visits', undefined]).toContain(set)
    if (set !== undefined) expect(path.replace(/^\//, '').startsWith(set)).toBe(true)
  })
})

/** Texts that a statement could not hide: none of its words, none like another. */
const marks = fc.stringMatching(/^[qxz]{6}['"\\;$-]{0,3}[qxz]{6}$/)

/** The texts that stand in statements. */
const texts = new Set([
  '[]',
  'UTC',
  ' ',
  ' 0',
  'YYYY-MM-DD',
  'YYYY-MM-DD"T"HH24:MI:SS.MS',
  'YYYY-MM-DD"T"HH24:MI:SS.US"Z"',
])

function withMarks(expression: FilterExpression, mark: string): FilterExpression {
  return JSON.parse(JSON.stringify(expression), (_key, value: unknown) => {
    const isText = typeof value === 'object' && value !== null && 'type' in value && value.type === 'string'
    return isText ? { ...value, value: mark } : value
  }) as FilterExpression
}

describe('a statement’s text', () => {
  test.prop([filters(2), marks, fc.nat({ max: 999 })], { numRuns: 150 })(
    'has nothing of the query in it, and the database can run it',
    async (filter, mark, number) => {
      const service = createODataService(client.service.model, { limits: wide })
      const text = encodeURIComponent(printFilter(withMarks(withoutEnumerations(filter), mark)))
      const key = encodeURIComponent(mark.replaceAll("'", "''"))
      client.database.statements.length = 0
      for (const target of [
        `Books?$filter=${text}&$top=${number + 1}&$skip=${number}&$orderby=Title desc`,
        `Books('${key}')/Loans(${number + 100_000})/Notes?$filter=Text eq '${key}'`,
        `Books?$expand=Loans($filter=Member eq '${key}';$top=${number})`,
      ]) {
        const { status } = await service.handle(client.database.request(target))
        expect([target, status]).toEqual([target, target.startsWith('Books?') ? 200 : 404])
      }
      expect(client.database.statements).toHaveLength(3)
      for (const statement of client.database.statements) {
        expect(statement.text).not.toMatch(/[qxz]{4}|\\|;/)
        // What is left without identifiers, parameters and these texts are the sources' own words.
        const bare = statement.text
          .replaceAll(/'([^']*)'/g, (_, quoted: string) => (texts.has(quoted) ? ' ' : '!'))
          .replaceAll(/"[A-Za-z_][A-Za-z0-9_]*"/g, ' ')
          .replaceAll(/\$\d+/g, ' ')
        expect(bare).toMatch(/^[a-z0-9_ ()[\],.:=<>|*-]*$/)
        expect(['0', '1', '4', '8']).toEqual(expect.arrayContaining(bare.match(/\d+/g) ?? []))
      }
    },
  )
})

/** A mark is no member of an enumeration. */
function withoutEnumerations(filter: FilterExpression): FilterExpression {
  const text = printFilter(filter)
  return /inding/.test(text)
    ? { kind: 'literal', type: 'boolean', value: text.length % 2 === 0, position: 0 }
    : filter
}
