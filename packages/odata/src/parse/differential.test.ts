import { fc, test } from '@fast-check/vitest'
import { defaultParser } from '@odata/parser'
import { expect, it } from 'vitest'
import { type FilterExpression } from './filter-tree.js'
import { literals, wide } from './filters.test-support.js'
import { parseQuery } from './parse-query.js'
import { printFilter } from './print-filter.js'

/** What a parser understood, in a form that either tree can be put into: operator first, then its parts. */
type Outline = string | readonly Outline[]

/** `a and (b and c)` means what `a and b and c` means; one parser keeps the parentheses, the other groups to the right. */
function join(kind: string, parts: readonly Outline[]): Outline {
  return [
    kind,
    ...parts.flatMap((part) => (Array.isArray(part) && part[0] === kind ? part.slice(1) : [part])),
  ]
}

function outlineOfOurs(tree: FilterExpression): Outline {
  switch (tree.kind) {
    case 'and':
    case 'or':
      return join(tree.kind, tree.operands.map(outlineOfOurs))
    case 'not':
      return ['not', outlineOfOurs(tree.operand)]
    case 'comparison':
      return [tree.operator, outlineOfOurs(tree.left), outlineOfOurs(tree.right)]
    case 'in':
      throw new Error('The other parser does not know in')
    case 'call':
      return [tree.function, ...tree.arguments.map(outlineOfOurs)]
    case 'lambda':
      return [
        tree.quantifier,
        outlineOfOurs(tree.collection),
        ...(tree.predicate ? [tree.predicate.variable, outlineOfOurs(tree.predicate.condition)] : []),
      ]
    case 'member':
      return [tree.variable ?? [], tree.path].flat().join('/')
    default:
      return [tree.type, printFilter(tree)]
  }
}

interface TheirToken {
  readonly type: string
  readonly raw: string
  // oxlint-disable-next-line typescript/no-explicit-any -- the shape of a token's value depends on its type and is not declared
  readonly value: any
}

const theirOperators: Readonly<Record<string, string>> = {
  EqualsExpression: 'eq',
  NotEqualsExpression: 'ne',
  GreaterThanExpression: 'gt',
  GreaterOrEqualsExpression: 'ge',
  LesserThanExpression: 'lt',
  LesserOrEqualsExpression: 'le',
}

const theirLiterals: Readonly<Record<string, string>> = {
  'Edm.SByte': 'integer',
  'Edm.Byte': 'integer',
  'Edm.Int16': 'integer',
  'Edm.Int32': 'integer',
  'Edm.Int64': 'integer',
  'Edm.Decimal': 'decimal',
  'Edm.Double': 'decimal',
  'Edm.String': 'string',
  'Edm.Date': 'date',
  'Edm.DateTimeOffset': 'dateTimeOffset',
  'Edm.Guid': 'guid',
  'Edm.Boolean': 'boolean',
  null: 'null',
}

function outlineOfTheirs({ type, raw, value }: TheirToken): Outline {
  const operator = theirOperators[type]
  if (operator !== undefined) return [operator, outlineOfTheirs(value.left), outlineOfTheirs(value.right)]
  switch (type) {
    case 'AndExpression':
      return join('and', [outlineOfTheirs(value.left), outlineOfTheirs(value.right)])
    case 'OrExpression':
      return join('or', [outlineOfTheirs(value.left), outlineOfTheirs(value.right)])
    case 'NotExpression':
      return ['not', outlineOfTheirs(value)]
    case 'CommonExpression':
    case 'BoolParenExpression':
    case 'ParenExpression':
    case 'LambdaPredicateExpression':
      return outlineOfTheirs(value)
    case 'MethodCallExpression':
      return [value.method, ...value.parameters.map(outlineOfTheirs)]
    case 'Literal':
      return [theirLiterals[value] ?? value, raw]
    case 'Enum':
      return ['enumeration', raw]
    case 'FirstMemberExpression':
      return outlineOfTheirMember(raw, value)
    default:
      throw new Error(`The other parser made a token of type ${type}`)
  }
}

function outlineOfTheirMember(raw: string, value: TheirToken['value']): Outline {
  const lambda = /^([\w/]+)\/(any|all)\(/.exec(raw)
  if (lambda === null) return raw
  const [, collection = '', quantifier = ''] = lambda
  let token: TheirToken = value
  while (!/^(?:Any|All)Expression$/.test(token.type)) {
    token = token.value.current ? token.value.next : token.value
  }
  const { variable, predicate } = token.value
  return [quantifier, collection, ...(variable ? [variable.raw, outlineOfTheirs(predicate)] : [])]
}

const names = fc.constantFrom('Id', 'Total', 'OrderDate', 'Name')
const plainLiterals = literals.filter(
  ({ type, value }) =>
    (type !== 'string' || /^[\w ]*$/.test(value)) && (type !== 'integer' || /^-?[1-9]\d{0,8}$/.test(value)),
)

/** The other parser takes `not a and b` for `not (a and b)`, against the precedence of the standard. */
function endsInNot(tree: FilterExpression): boolean {
  if (tree.kind !== 'and' && tree.kind !== 'or') return tree.kind === 'not'
  return tree.operands.slice(-1).some(endsInNot)
}

/** What both parsers read: no `in`, one lambda deep, and nothing after `not` and its operand. */
function shared(depth: number, variable?: string): fc.Arbitrary<FilterExpression> {
  const position = fc.constant(0)
  const member = fc.record({
    kind: fc.constant('member' as const),
    path: fc.array(names, { minLength: 1, maxLength: variable === undefined ? 3 : 1 }),
    ...(variable === undefined ? {} : { variable: fc.constant(variable) }),
    position,
  })
  const value = fc.oneof(
    member,
    fc.record({
      kind: fc.constant('call' as const),
      function: fc.constantFrom('year', 'month', 'day', 'date'),
      arguments: fc.tuple(member),
      position,
    }),
  )
  const comparison = fc.record({
    kind: fc.constant('comparison' as const),
    operator: fc.constantFrom('eq', 'ne', 'gt', 'ge', 'lt', 'le'),
    left: value,
    right: plainLiterals,
    position,
  })
  const call = fc.record({
    kind: fc.constant('call' as const),
    function: fc.constantFrom('contains', 'startswith', 'endswith'),
    arguments: fc.tuple(
      member,
      plainLiterals.filter(({ type }) => type === 'string'),
    ),
    position,
  })
  if (depth === 0) return fc.oneof(comparison, call)
  const inner = shared(depth - 1, variable)
  const operators = [
    fc.record({
      kind: fc.constantFrom('and', 'or'),
      operands: fc
        .tuple(
          fc.array(
            inner.filter((each) => !endsInNot(each)),
            { minLength: 1, maxLength: 2 },
          ),
          inner,
        )
        .map(([before, last]) => [...before, last]),
      position,
    }),
    fc.record({
      kind: fc.constant('not' as const),
      operand: inner.filter(({ kind }) => kind !== 'not' && kind !== 'lambda'),
      position,
    }),
  ]
  if (variable !== undefined) return fc.oneof(comparison, call, ...operators)
  const lambda = fc.record({
    kind: fc.constant('lambda' as const),
    quantifier: fc.constantFrom('any', 'all'),
    collection: member,
    predicate: fc.record({ variable: fc.constant('x'), condition: shared(depth - 1, 'x') }),
    position,
  })
  return fc.oneof(comparison, call, lambda, ...operators)
}

const understandings = (text: string): readonly [Outline, Outline] => {
  const { filter } = parseQuery([['$filter', text]], wide)
  if (!filter) throw new Error('There is no filter')
  return [outlineOfOurs(filter), outlineOfTheirs(defaultParser.filter(text))]
}

test.prop([shared(2)], { numRuns: 300 })('@odata/parser understands the common part alike', (tree) => {
  const [ours, theirs] = understandings(printFilter(tree))
  expect(ours).toEqual(theirs)
})

it.each([
  'A eq 1 or B eq 2 and C eq 3',
  'A eq 1 and B eq 2 or C eq 3 and D eq 4',
  '(A eq 1 or B eq 2) and C eq 3',
  "B eq null and not contains(A,'x')",
  'Items/any()',
])('%s', (text) => {
  const [ours, theirs] = understandings(text)
  expect(ours).toEqual(theirs)
})
