import { describe, expect, it } from 'vitest'
import { type FilterExpression } from './filter-tree.js'
import { withoutPositions } from './filters.test-support.js'
import { type ODataLimits } from './limits.js'
import { parseQuery } from './parse-query.js'
import { ODataSyntaxError } from './syntax-error.js'

function read(text: string, limits?: Partial<ODataLimits>): FilterExpression | undefined {
  return parseQuery([['$filter', text]], limits).filter
}

function refusal(text: string, limits?: Partial<ODataLimits>): unknown {
  try {
    return read(text, limits)
  } catch (error) {
    if (!(error instanceof ODataSyntaxError)) throw error
    return [error.code, error.position, error.expected]
  }
}

describe('operators bind', () => {
  it.each([
    ['A or B and C', 'A or (B and C)'],
    ['A and B or C and D', '(A and B) or (C and D)'],
    ['not A and B', '(not A) and B'],
    ['not A eq B', '(not A) eq B'],
    ['not A in (true)', 'not (A in (true))'],
    ['A eq B and C ne D', '(A eq B) and (C ne D)'],
    ['A eq B gt C', 'A eq (B gt C)'],
    ['A gt B eq C', '(A gt B) eq C'],
    ['A eq B eq C', '(A eq B) eq C'],
    ['A eq B in (1)', 'A eq (B in (1))'],
  ])('%s as %s', (bare, parenthesised) => {
    expect(withoutPositions(read(bare))).toEqual(withoutPositions(read(parenthesised)))
  })

  it('and parentheses bind tighter', () => {
    expect(read('(A or B) and C')).toMatchObject({ kind: 'and', operands: [{ kind: 'or' }, { path: ['C'] }] })
    expect(read('A and (B and C)')).toMatchObject({
      kind: 'and',
      operands: [{ path: ['A'] }, { kind: 'and' }],
    })
  })
})

it('a filter becomes a tree that tells where its parts are', () => {
  expect(read("Items/any(i:i/Total gt 10.50) and Id in ('a','b''c')")).toEqual({
    kind: 'and',
    position: 0,
    operands: [
      {
        kind: 'lambda',
        quantifier: 'any',
        collection: { kind: 'member', path: ['Items'], position: 0 },
        predicate: {
          variable: 'i',
          condition: {
            kind: 'comparison',
            operator: 'gt',
            left: { kind: 'member', variable: 'i', path: ['Total'], position: 12 },
            right: { kind: 'literal', type: 'decimal', value: '10.50', position: 23 },
            position: 12,
          },
        },
        position: 0,
      },
      {
        kind: 'in',
        operand: { kind: 'member', path: ['Id'], position: 34 },
        values: [
          { kind: 'literal', type: 'string', value: 'a', position: 41 },
          { kind: 'literal', type: 'string', value: "b'c", position: 45 },
        ],
        position: 34,
      },
    ],
  })
})

describe('the literal', () => {
  it.each([
    ["''", 'string', ''],
    ["'O''Neil'", 'string', "O'Neil"],
    ["' and '", 'string', ' and '],
    ['7', 'integer', '7'],
    ['-007', 'integer', '-007'],
    ['123456789012345678901234567890', 'integer', '123456789012345678901234567890'],
    ['0.10', 'decimal', '0.10'],
    ['9007199254740993.000000000000000001', 'decimal', '9007199254740993.000000000000000001'],
    ['2024-02-29', 'date', '2024-02-29'],
    ['2026-01-31T23:59Z', 'dateTimeOffset', '2026-01-31T23:59Z'],
    ['2026-01-31T10:30:00.000+05:45', 'dateTimeOffset', '2026-01-31T10:30:00.000+05:45'],
    ['01234567-89AB-cdef-0123-456789abcdef', 'guid', '01234567-89AB-cdef-0123-456789abcdef'],
    ['abcdef01-89ab-cdef-0123-456789abcdef', 'guid', 'abcdef01-89ab-cdef-0123-456789abcdef'],
    ['true', 'boolean', true],
    ['false', 'boolean', false],
    ['null', 'null', null],
    ["Shop.Kind'Sale'", 'enumeration', 'Sale'],
    ["a.b.c'-1,Sale'", 'enumeration', '-1,Sale'],
  ])('%s is of type %s', (text, type, value) => {
    expect(read(`A eq ${text}`)).toMatchObject({ right: { kind: 'literal', type, value, position: 5 } })
    expect(read(`A in (${text})`)).toMatchObject({ values: [{ type, value }] })
  })

  it.each([
    ['1e5', 'odata-unsupported'],
    ['-INF', 'odata-unsupported'],
    ['NaN', 'odata-unsupported'],
    ['1.', 'odata-syntax'],
    ['.5', 'odata-syntax'],
    ['--5', 'odata-syntax'],
    ['5L', 'odata-syntax'],
    ['2026-02-29', 'odata-syntax'],
    ['2026-13-01', 'odata-syntax'],
    ['2026-1-1', 'odata-syntax'],
    ['2026-01-31T24:00:00Z', 'odata-syntax'],
    ['2026-01-31T10:00:00', 'odata-syntax'],
    ['2026-01-31T10:00:00+15:00', 'odata-syntax'],
    ["'open", 'odata-syntax'],
    ['01234567-89ab-cdef-0123-456789abcde', 'odata-syntax'],
  ])('%s is none', (text, code) => {
    expect(refusal(`A eq ${text}`)).toEqual([code, 5, expect.any(String)])
  })
})

describe('names', () => {
  it('that are also operators and functions are members where no operator can stand', () => {
    expect(read('eq eq eq and contains ne any')).toMatchObject({
      operands: [
        { operator: 'eq', left: { path: ['eq'] }, right: { path: ['eq'] } },
        { operator: 'ne', left: { path: ['contains'] }, right: { path: ['any'] } },
      ],
    })
    expect(read('notes eq 1')).toMatchObject({ left: { path: ['notes'] } })
  })

  it('of variables hide members only within their lambda', () => {
    expect(read('x/A/any(x:x/B) and x/C')).toMatchObject({
      operands: [
        { collection: { path: ['x', 'A'] }, predicate: { condition: { variable: 'x', path: ['B'] } } },
        { path: ['x', 'C'] },
      ],
    })
    expect(read("Tags/any(t:t eq 'a')")).toMatchObject({
      predicate: { condition: { left: { variable: 't', path: [] } } },
    })
  })
})

describe('the place and the expectation are told', () => {
  it.each([
    ['', 'odata-syntax', 0, /^a member, a literal/],
    ['A eq', 'odata-syntax', 4, /^a member, a literal/],
    ['A and', 'odata-syntax', 5, /^a member, a literal/],
    ['A == 1', 'odata-syntax', 2, /operator \(eq, ne/],
    ["A eq'x'", 'odata-syntax', 2, /with a blank on both sides/],
    ['A and 5', 'odata-syntax', 6, /^a condition$/],
    ['year(A)', 'odata-syntax', 0, /^a condition$/],
    ['(A eq 1', 'odata-syntax', 7, /^a closing parenthesis/],
    ['A eq 1)', 'odata-syntax', 6, /^the end/],
    ['not', 'odata-syntax', 3, /^a blank after not$/],
    ['A in 1', 'odata-syntax', 5, /^an opening parenthesis/],
    ['A in ()', 'odata-syntax', 6, /^a literal/],
    ['A in (B)', 'odata-syntax', 6, /^a literal/],
    ['A in (1,)', 'odata-syntax', 8, /^a literal/],
    ['contains(A)', 'odata-syntax', 10, /comma, since contains takes 2/],
    ["contains(A,'a','b')", 'odata-syntax', 14, /takes two arguments/],
    ['year(A,B) eq 1', 'odata-syntax', 6, /takes one argument/],
    ['contains(not A,1)', 'odata-unsupported', 9, /^a member, a literal or a function/],
    ['A/', 'odata-syntax', 2, /^the name of a member/],
    ['Items/all()', 'odata-syntax', 10, /^the variable of all/],
    ['Items/any(i i/A)', 'odata-syntax', 12, /^a colon/],
    ['Items/any(i:i/A/any(i:i/B))', 'odata-syntax', 20, /^a variable that means nothing else/],
    ['Items/any(null:null)', 'odata-syntax', 10, /^a variable that means nothing else/],
    ['Items/first(i:i/A)', 'odata-unsupported', 6, /^any or all$/],
    ['Items/$count gt 1', 'odata-unsupported', 6, /^the name of a member/],
    ['tolower(A) eq 1', 'odata-unsupported', 0, /^one of the functions contains/],
    ['A has 1', 'odata-unsupported', 2, /^eq, ne/],
    ['A add 1 eq 2', 'odata-unsupported', 2, /^eq, ne/],
    ['A eq @p', 'odata-unsupported', 5, /^a member, a literal/],
    ['$it eq 1', 'odata-unsupported', 0, /^a member, a literal/],
    ['A eq Shop.Kind', 'odata-unsupported', 9, /without a namespace/],
    ["A eq Shop.Kind'a b'", 'odata-syntax', 14, /^the name of a member/],
    ["A eq Shop.Kind''", 'odata-syntax', 14, /^the name of a member/],
    ["A eq Shop.Kind'Sale", 'odata-syntax', 14, /ends with a single quote/],
    ["A eq Shop..Kind'Sale'", 'odata-unsupported', 9, /without a namespace/],
    ["A eq duration'P1D'", 'odata-unsupported', 13, /without a type before its quotes/],
  ])('%s', (text, code, position, expected) => {
    expect(refusal(text)).toEqual([code, position, expect.stringMatching(expected)])
  })
})

describe('limits', () => {
  const list = (count: number) => `A in (${Array.from({ length: count }, (_, each) => each).join(',')})`
  const comparisons = (count: number) => Array.from({ length: count }, () => 'A eq 1').join(' or ')
  const nested = (depth: number) => `${'('.repeat(depth)}A${')'.repeat(depth)}`

  it.each([
    ['conditions', comparisons(29), comparisons(30), 'at most 30 conditions and functions in all filters'],
    ['levels', nested(5), nested(6), 'at most 5 levels of nesting'],
    ['values', list(100), list(101), 'at most 100 values of in'],
  ])('of %s', (_what, most, oneMore, expected) => {
    expect(refusal(most)).toHaveProperty('kind')
    expect(refusal(oneMore)).toEqual(['odata-limit', expect.any(Number), expected])
  })

  it.each(['not A', '(A)', 'contains(A,B)', 'Items/any()', 'Items/all(i:i)'])('%s is one level', (text) => {
    expect(refusal(text, { maxDepth: 1 })).toHaveProperty('kind')
    expect(refusal(text, { maxDepth: 0 })).toEqual([
      'odata-limit',
      expect.any(Number),
      'at most 0 levels of nesting',
    ])
  })

  it.each([
    ['A', 1],
    ['true', 1],
    ['A eq 1', 1],
    ['A and B', 3],
    ['A in (1,2)', 1],
    ['not A', 2],
    ['year(A) eq 1', 2],
    ['Items/any()', 1],
    ['Items/any(i:i/A)', 2],
  ])('%s counts %i', (text, count) => {
    expect(refusal(text, { maxFilterNodes: count })).toHaveProperty('kind')
    expect(refusal(text, { maxFilterNodes: count - 1 })).toEqual([
      'odata-limit',
      expect.any(Number),
      expect.any(String),
    ])
  })

  it('of depth cannot be lifted beyond what the stack bears', () => {
    expect(refusal('('.repeat(100_000), { maxDepth: 1e9, maxTextLength: 1e9 })).toEqual([
      'odata-limit',
      201,
      'at most 200 levels of nesting',
    ])
  })
})

it('the message says all of it', () => {
  expect(() => read('A eq 1 and ) or B')).toThrow(
    expect.objectContaining({
      name: 'ODataSyntaxError',
      option: '$filter',
      message:
        '$filter, position 11: expected a member, a literal, a function, not or an opening parenthesis, found ") or B".',
    }),
  )
})
