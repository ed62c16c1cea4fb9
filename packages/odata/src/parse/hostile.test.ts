import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { conditions, wide } from './filters.test-support.js'
import { completeLimits } from './limits.js'
import { parsePath } from './parse-path.js'
import { parseQuery, parseQueryWithin } from './parse-query.js'
import { printFilter } from './print-filter.js'
import { ODataSyntaxError } from './syntax-error.js'

const options = [
  '$select',
  '$expand',
  '$filter',
  '$orderby',
  '$top',
  '$skip',
  '$count',
  '$skiptoken',
  '$format',
]

/** What the function throws, if it throws what it may. */
function errorOf(run: () => unknown): ODataSyntaxError | undefined {
  try {
    run()
    return undefined
  } catch (error) {
    if (error instanceof ODataSyntaxError) return error
    throw error
  }
}

const fragments = fc
  .array(
    fc.oneof(
      fc.constantFrom(...options, ...Array.from(" \t()',;:=/*$@%+-._&?")),
      fc.constantFrom(
        ' eq ',
        ' and ',
        ' or ',
        'not ',
        ' in (',
        'any(x:',
        'all(',
        'A',
        'x/B',
        "'a''b'",
        "a.B'C'",
        '1',
        '-2.5',
        'null',
      ),
      fc.constantFrom(
        'contains(',
        'year(',
        'Items($filter=',
        'desc',
        'true',
        '2026-01-31',
        '%27',
        '%',
        '\ud800',
        '\0',
        '𝒜',
      ),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''))
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.array(fc.nat({ max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fragments,
)

describe('whatever the text', () => {
  test.prop([texts, fc.constantFrom(...options), fc.boolean()], { numRuns: 5_000 })(
    'a query is read or refused with a place in it',
    (text, option, isWide) => {
      const error = errorOf(() => parseQuery([[option, text]], isWide ? wide : {}))
      expect(error?.position ?? 0).toBeLessThanOrEqual(text.length)
      errorOf(() => parseQuery(`${option}=${text}`))
      errorOf(() => parseQuery(text))
    },
  )

  test.prop([conditions(), fc.nat(), fc.nat({ max: 3 }), texts], { numRuns: 2_000 })(
    'so is a filter with a piece replaced',
    (tree, at, length, text) => {
      const filter = printFilter(tree)
      const start = at % (filter.length + 1)
      const broken = filter.slice(0, start) + text.slice(0, 5) + filter.slice(start + length)
      const error = errorOf(() => parseQuery([['$filter', broken]], wide))
      expect(error?.position ?? 0).toBeLessThanOrEqual(broken.length)
    },
  )

  test.prop([texts], { numRuns: 5_000 })('so is a path', (text) => {
    const error = errorOf(() => parsePath(text))
    expect(error?.position ?? 0).toBeLessThanOrEqual(text.length + 1)
  })
})

describe('the work grows no faster than the text', () => {
  const most = 16
  const workOf = (option: string, text: string): number => {
    const budget = { filterNodes: 0, steps: 0 }
    errorOf(() => parseQueryWithin([[option, text]], completeLimits(wide), budget))
    return budget.steps
  }

  it.each([
    ['$filter', '(', ''],
    ['$filter', 'not ', 'A'],
    ['$filter', 'not(', ''],
    ['$filter', 'A and ', 'A'],
    ['$filter', 'A or A and ', 'A'],
    ['$filter', 'A eq ', 'A'],
    ['$filter', 'A gt A eq ', 'A'],
    ['$filter', 'A/any(', ''],
    ['$filter', 'contains(', ''],
    ['$filter', ' ', 'A'],
    ['$filter', "''", ''],
    ['$filter', '1', ''],
    ['$filter', '1-', ''],
    ['$filter', 'A', ''],
    ['$filter', 'A/', 'A'],
    ['$filter', 'A.', "A'x'"],
    ['$filter', "A.A'A' eq ", 'A'],
    ['$filter', 'A.', '!'],
    ['$filter', 'A in (1) and ', 'A'],
    ['$filter', `A in (${'1 , '.repeat(1_000)}`, ''],
    ['$filter', 'A    \t   eq    1     and     ', 'A'],
    ['$expand', 'A($expand=', ''],
    ['$expand', 'A($select=*;$filter=B eq 1),', 'A'],
    ['$select', 'A/B , ', '*'],
    ['$orderby', 'A desc,', 'A'],
    ['$top', '9', ''],
  ])('%s of %j many times', (option, piece, end) => {
    for (const times of [1, 10, 10_000]) {
      const text = piece.repeat(times) + end
      expect(workOf(option, text)).toBeLessThanOrEqual(most * (text.length + 4))
    }
  })

  test.prop([texts, fc.constantFrom(...options)], { numRuns: 2_000 })('for any text', (text, option) => {
    expect(workOf(option, text)).toBeLessThanOrEqual(most * (text.length + 4))
  })

  test.prop([conditions()], { numRuns: 500 })('for any filter', (tree) => {
    const text = printFilter(tree)
    expect(workOf('$filter', text)).toBeLessThanOrEqual(most * (text.length + 4))
  })

  it('stops at once where nesting is too deep', () => {
    const budget = { filterNodes: 0, steps: 0 }
    const text = '('.repeat(8_000)
    const error = errorOf(() => parseQueryWithin([['$filter', text]], completeLimits({}), budget))
    expect(error).toMatchObject({ code: 'odata-limit', position: 6 })
    expect(budget.steps).toBeLessThan(100)
    expect(errorOf(() => parseQuery(`$filter=${'('.repeat(10_000)}`))).toMatchObject({ code: 'odata-limit' })
  })
})
