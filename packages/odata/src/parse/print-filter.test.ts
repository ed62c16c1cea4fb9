import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { type FilterExpression, type FilterMember } from './filter-tree.js'
import { conditions, wide, withoutPositions } from './filters.test-support.js'
import { parseQuery } from './parse-query.js'
import { printFilter } from './print-filter.js'

const read = (text: string) => parseQuery([['$filter', text]], wide).filter

describe('a filter', () => {
  test.prop([conditions()], { numRuns: 2_000 })('is read back as it was printed', (tree) => {
    expect(withoutPositions(read(printFilter(tree)))).toEqual(tree)
  })

  test.prop([conditions()], { numRuns: 300 })('survives an address', (tree) => {
    const address = `?$filter=${encodeURIComponent(printFilter(tree))}&$top=1`
    expect(withoutPositions(parseQuery(address, wide))).toEqual({ filter: tree, top: 1 })
    const form = new URLSearchParams({ $filter: printFilter(tree) })
    expect(parseQuery(form.toString(), wide)).toEqual(parseQuery(form, wide))
  })

  test.prop([conditions(), fc.constantFrom(' ', '\t', ' \t ')])(
    'may stand in parentheses and blanks',
    (tree, blanks) => {
      expect(withoutPositions(read(`${blanks}(${blanks}${printFilter(tree)}${blanks})${blanks}`))).toEqual(
        tree,
      )
    },
  )
})

const member: FilterMember = { kind: 'member', path: ['A'], position: 0 }

describe('what cannot be read back is not printed', () => {
  it.each<[string, FilterExpression]>([
    ['a name with a blank', { ...member, path: ['A or true'] }],
    ['a name that is empty', { ...member, path: [''] }],
    ['no name at all', { ...member, path: [] }],
    ['a reserved name', { ...member, path: ['null'] }],
    ['a variable of no lambda', { ...member, variable: 'x' }],
    ['a number that is none', { kind: 'literal', type: 'decimal', value: '1.0 or true', position: 0 }],
    [
      'a day that is not in the calendar',
      { kind: 'literal', type: 'date', value: '2025-02-29', position: 0 },
    ],
    [
      'an enumeration without a namespace',
      { kind: 'literal', type: 'enumeration', enumeration: 'Kind', value: 'Sale', position: 0 },
    ],
    [
      'a member of an enumeration with a quote',
      { kind: 'literal', type: 'enumeration', enumeration: 'Shop.Kind', value: "'", position: 0 },
    ],
    ['an and of one', { kind: 'and', operands: [member], position: 0 }],
    ['an in of nothing', { kind: 'in', operand: member, values: [], position: 0 }],
    ['an all without a condition', { kind: 'lambda', quantifier: 'all', collection: member, position: 0 }],
    [
      'a member with the name of a variable',
      {
        kind: 'lambda',
        quantifier: 'any',
        collection: member,
        predicate: { variable: 'A', condition: member },
        position: 0,
      },
    ],
  ])('%s', (_what, filter) => {
    expect(() => printFilter(filter)).toThrow(RangeError)
  })
})
