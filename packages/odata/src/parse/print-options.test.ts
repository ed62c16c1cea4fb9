import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { conditions, wide, withoutPositions } from './filters.test-support.js'
import { parseQuery } from './parse-query.js'
import { printOptions } from './print-options.js'
import { type ExpandOptions } from './query-tree.js'

const position = fc.constant(0)
const path = fc.array(fc.constantFrom('A', 'desc', 'Größe', 'top'), { minLength: 1, maxLength: 3 })

function options(depth: number): fc.Arbitrary<ExpandOptions> {
  const select = fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('all' as const), position }),
      fc.record({ kind: fc.constant('member' as const), path, position }),
    ),
    { minLength: 1, maxLength: 3 },
  )
  const orderby = fc.array(
    fc.record({ path, direction: fc.constantFrom('asc' as const, 'desc' as const), position }),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  const leaves = {
    select,
    orderby,
    filter: conditions(1),
    top: fc.nat({ max: 9 }),
    skip: fc.nat({ max: 9 }),
    count: fc.boolean(),
  }
  if (depth === 0) return fc.record(leaves, { requiredKeys: [] })
  const expand = fc.array(fc.record({ path, options: options(depth - 1), position }), {
    minLength: 1,
    maxLength: 2,
  })
  return fc.record({ ...leaves, expand }, { requiredKeys: [] })
}

test.prop([options(2)], { numRuns: 500 })('options are read back as they were printed', (tree) => {
  expect(withoutPositions(parseQuery(printOptions(tree), wide))).toEqual(tree)
})
