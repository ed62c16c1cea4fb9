import { describe, expect, it } from 'vitest'
import { parseQuery } from './parse-query.js'
import { ODataSyntaxError } from './syntax-error.js'

function refusal(search: string | readonly (readonly [string, string])[]): unknown {
  try {
    return parseQuery(search)
  } catch (error) {
    if (!(error instanceof ODataSyntaxError)) throw error
    return [error.code, error.option, error.position, error.expected]
  }
}

describe('a query', () => {
  it('has the options that were written and no others', () => {
    expect(parseQuery('')).toEqual({})
    expect(parseQuery('?')).toEqual({})
    expect(
      parseQuery(
        '?$top=5&$skip=0&$count=true&$skiptoken=a%3D%26b&$format=application/json;odata.metadata=full',
      ),
    ).toEqual({
      top: 5,
      skip: 0,
      count: true,
      skiptoken: 'a=&b',
      format: 'application/json;odata.metadata=full',
    })
  })

  it('may have options of the service, even twice or badly encoded', () => {
    expect(parseQuery('filter=x&debug=%zz&debug&&$top=1&@p=2&select=(')).toEqual({ top: 1 })
  })

  it('is percent-encoded, with + for a blank', () => {
    expect(parseQuery("%24filter=Name+eq+'a%2Bb%26c%20%C3%A9'")).toEqual(
      parseQuery([['$filter', "Name eq 'a+b&c é'"]]),
    )
  })

  it('selects, orders and expands', () => {
    expect(parseQuery('$select=Id, Cost/Total,*&$orderby=Date desc,Cost/Total asc , Id')).toEqual({
      select: [
        { kind: 'member', path: ['Id'], position: 0 },
        { kind: 'member', path: ['Cost', 'Total'], position: 4 },
        { kind: 'all', position: 15 },
      ],
      orderby: [
        { path: ['Date'], direction: 'desc', position: 0 },
        { path: ['Cost', 'Total'], direction: 'asc', position: 10 },
        { path: ['Id'], direction: 'asc', position: 27 },
      ],
    })
    expect(
      parseQuery(
        "$expand=Items($filter=Name eq 'a;b)';$select=Id;$expand=Taxes($top=1;$count=false)),Buyer/Address",
      ),
    ).toMatchObject({
      expand: [
        {
          path: ['Items'],
          position: 0,
          options: {
            filter: { right: { value: 'a;b)' } },
            select: [{ path: ['Id'] }],
            expand: [{ path: ['Taxes'], options: { top: 1, count: false } }],
          },
        },
        { path: ['Buyer', 'Address'], options: {} },
      ],
    })
  })
})

describe('a query is refused', () => {
  it.each<[string, readonly unknown[]]>([
    ['$foo=1', ['odata-unsupported', undefined, 0, expect.stringMatching(/^\$select, /)]],
    ['a=b&$Top=1', ['odata-unsupported', undefined, 4, expect.any(String)]],
    ['$search=a', ['odata-unsupported', undefined, 0, expect.any(String)]],
    ['$top=1&$top=1', ['odata-syntax', undefined, 7, 'each option once']],
    ['$top=1&%24top=1', ['odata-syntax', undefined, 7, 'each option once']],
    ['$filter=A%2', ['odata-syntax', undefined, 9, expect.stringMatching(/^percent-encoded/)]],
    ['$filter=%ff', ['odata-syntax', undefined, 8, expect.stringMatching(/^percent-encoded/)]],
    ['$top', ['odata-syntax', '$top', 0, 'an integer of zero or more']],
    ['$top=-1', ['odata-syntax', '$top', 0, 'an integer of zero or more']],
    ['$top=1.5', ['odata-syntax', '$top', 1, 'the end']],
    ['$top=1001', ['odata-limit', '$top', 0, 'an integer of at most 1000']],
    ['$skip=1000001', ['odata-limit', '$skip', 0, 'an integer of at most 1000000']],
    [`$skip=${'9'.repeat(400)}`, ['odata-limit', '$skip', 0, 'an integer of at most 1000000']],
    ['$count=TRUE', ['odata-syntax', '$count', 0, 'true or false']],
    ['$count=truer', ['odata-syntax', '$count', 4, 'the end']],
    ['$skiptoken=', ['odata-syntax', '$skiptoken', 0, 'a value']],
    ['$format', ['odata-syntax', '$format', 0, 'a value']],
    ['$select=', ['odata-syntax', '$select', 0, 'the name of a member or *']],
    ['$select=A,', ['odata-syntax', '$select', 2, 'the name of a member or *']],
    ['$select=A B', ['odata-syntax', '$select', 2, 'the end or a comma']],
    ['$select=Shop.Order', ['odata-unsupported', '$select', 4, 'a name without a namespace']],
    ['$orderby=A up', ['odata-syntax', '$orderby', 2, 'asc or desc']],
    ['$orderby=year(A)', ['odata-unsupported', '$orderby', 4, 'the path of a member']],
    ['$expand=*', ['odata-unsupported', '$expand', 0, 'the name of what to expand']],
    ['$expand=A/$ref', ['odata-unsupported', '$expand', 2, 'the name of what to expand']],
    ['$expand=A()', ['odata-syntax', '$expand', 2, 'an option that begins with $']],
    ['$expand=A($levels=2)', ['odata-unsupported', '$expand', 2, expect.stringMatching(/^\$select, /)]],
    ['$expand=A($top=1;$top=1)', ['odata-syntax', '$expand', 9, 'each option once']],
    ['$expand=A($top=1', ['odata-syntax', '$expand', 8, expect.stringMatching(/^a closing parenthesis/)]],
    ['$expand=A($top=1001)', ['odata-limit', '$expand', 7, 'an integer of at most 1000']],
    [`$filter=${'A'.repeat(129)}`, ['odata-limit', '$filter', 0, 'a name of at most 128 characters']],
    [`x=${'y'.repeat(8_191)}`, ['odata-limit', undefined, 8_192, 'at most 8192 characters']],
  ])('%s', (search, expected) => {
    expect(refusal(search)).toEqual(expected)
  })

  it('for the length of all its pairs together', () => {
    expect(refusal([['x', 'y'.repeat(8_190)]])).toEqual({})
    expect(
      refusal([
        ['x', 'y'.repeat(8_180)],
        ['z', 'y'.repeat(10)],
      ]),
    ).toEqual(['odata-limit', undefined, 8_192, 'at most 8192 characters'])
  })

  it('for the conditions of all its filters together', () => {
    const filter = Array.from({ length: 14 }, () => 'A eq 1').join(' or ')
    expect(refusal(`$filter=${filter}&$expand=B($filter=${filter})`)).toHaveProperty('expand')
    expect(refusal(`$filter=${filter}&$expand=B($filter=${filter} or A)`)).toEqual([
      'odata-limit',
      '$expand',
      expect.any(Number),
      'at most 30 conditions and functions in all filters',
    ])
  })

  it('for expanding too deeply', () => {
    const expand = (depth: number): string => (depth === 1 ? '$expand=A' : `$expand=A(${expand(depth - 1)})`)
    expect(refusal(expand(5))).toHaveProperty('expand')
    expect(refusal(expand(6))).toEqual(['odata-limit', '$expand', 50, 'at most 5 levels of nesting'])
  })
})
