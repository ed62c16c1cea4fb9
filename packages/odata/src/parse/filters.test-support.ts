import { fc } from '@fast-check/vitest'
import { type FilterExpression, type FilterMember, type FilterOperand } from './filter-tree.js'
import { type Literal } from './literal.js'

/** Limits that no test of anything else meets. */
export const wide = {
  maxTextLength: 100_000_000,
  maxFilterNodes: 100_000_000,
  maxDepth: 200,
  maxInValues: 100_000_000,
}

const position = 0
const names = fc.constantFrom(
  'A',
  'Total',
  'eq',
  'and',
  'in',
  'any',
  'all',
  'contains',
  'desc',
  'notes',
  'Größe',
  '_1',
)
const digits = fc.stringMatching(/^\d{1,30}$/)
const signs = fc.constantFrom('', '-')
const moments = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
const zones = fc.constantFrom('Z', '+05:30', '-14:00')

export const literals: fc.Arbitrary<Literal> = fc
  .oneof(
    fc.record({ type: fc.constant('string' as const), value: fc.string({ unit: 'binary' }) }),
    fc.record({
      type: fc.constant('string' as const),
      value: fc.constantFrom("'", "''", "it's", "') or (1 eq 1"),
    }),
    fc.record({
      type: fc.constant('integer' as const),
      value: fc.tuple(signs, digits).map((all) => all.join('')),
    }),
    fc.record({
      type: fc.constant('decimal' as const),
      value: fc.tuple(signs, digits, fc.constant('.'), digits).map((all) => all.join('')),
    }),
    fc.record({
      type: fc.constant('date' as const),
      value: moments.map((each) => each.toISOString().slice(0, 10)),
    }),
    fc.record({
      type: fc.constant('dateTimeOffset' as const),
      value: fc.tuple(moments, zones).map(([each, zone]) => each.toISOString().replace('Z', zone)),
    }),
    fc.record({ type: fc.constant('guid' as const), value: fc.uuid() }),
    fc.record({
      type: fc.constant('enumeration' as const),
      enumeration: fc.constantFrom('Shop.Kind', 'a.b.Größe', 'not.null.in'),
      value: fc.constantFrom('Sale', 'Sale,Refund', '-1', 'null'),
    }),
    fc.record({ type: fc.constant('boolean' as const), value: fc.boolean() }),
    fc.constant({ type: 'null' as const, value: null }),
  )
  .map((each) => ({ kind: 'literal', position, ...each }))

function members(variables: readonly string[]): fc.Arbitrary<FilterMember> {
  const plain = fc
    .array(names, { minLength: 1, maxLength: 3 })
    .map((path): FilterMember => ({ kind: 'member', path, position }))
  if (variables.length === 0) return plain
  const ofVariable = fc
    .tuple(fc.constantFrom(...variables), fc.array(names, { maxLength: 2 }))
    .map(([variable, path]): FilterMember => ({ kind: 'member', variable, path, position }))
  return fc.oneof(plain, ofVariable)
}

function values(variables: readonly string[], depth: number): fc.Arbitrary<FilterOperand> {
  const leaves = fc.oneof(members(variables), literals)
  if (depth <= 0) return leaves
  const call = fc
    .tuple(fc.constantFrom('year', 'month', 'day', 'date'), values(variables, depth - 1))
    .map(([name, argument]): FilterOperand => ({
      kind: 'call',
      function: name,
      arguments: [argument],
      position,
    }))
  return fc.oneof(leaves, call)
}

/** Conditions of any form; each variable of a lambda is new. */
export function conditions(depth = 3, variables: readonly string[] = []): fc.Arbitrary<FilterExpression> {
  const value = values(variables, depth)
  const call = fc
    .tuple(fc.constantFrom('contains', 'startswith', 'endswith'), value, value)
    .map(([name, ...both]): FilterExpression => ({ kind: 'call', function: name, arguments: both, position }))
  const truth = fc
    .boolean()
    .map((each): FilterExpression => ({ kind: 'literal', type: 'boolean', value: each, position }))
  if (depth <= 0) return fc.oneof(members(variables), call, truth)
  const inner = conditions(depth - 1, variables)
  const side = fc.oneof({ arbitrary: value, weight: 3 }, inner)
  const operators = fc.constantFrom('eq', 'ne', 'gt', 'ge', 'lt', 'le')
  const variable = `v${variables.length}`
  const predicate = conditions(depth - 1, [...variables, variable]).map((condition) => ({
    variable,
    condition,
  }))
  return fc.oneof(
    members(variables),
    call,
    fc.record({
      kind: fc.constant('comparison' as const),
      operator: operators,
      left: side,
      right: side,
      position: fc.constant(0),
    }),
    fc.record({
      kind: fc.constant('in' as const),
      operand: side,
      values: fc.array(literals, { minLength: 1, maxLength: 4 }),
      position: fc.constant(0),
    }),
    fc.record({
      kind: fc.constantFrom('and', 'or'),
      operands: fc.array(inner, { minLength: 2, maxLength: 3 }),
      position: fc.constant(0),
    }),
    fc.record({ kind: fc.constant('not' as const), operand: inner, position: fc.constant(0) }),
    fc
      .tuple(fc.constantFrom('any', 'all'), members(variables), predicate)
      .map(([quantifier, collection, each]): FilterExpression => ({
        kind: 'lambda',
        quantifier,
        collection,
        predicate: each,
        position,
      })),
    members(variables).map((collection): FilterExpression => ({
      kind: 'lambda',
      quantifier: 'any',
      collection,
      position,
    })),
  )
}

/** The tree with every position set to 0, so that only what was said is compared. */
export function withoutPositions(tree: unknown): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value: unknown) => (key === 'position' ? 0 : value)))
}
