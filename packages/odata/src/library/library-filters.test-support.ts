import { fc } from '@fast-check/vitest'
import {
  type FilterExpression,
  type FilterFunction,
  type FilterMember,
  type FilterOperand,
} from '../parse/filter-tree.js'
import { type Literal } from '../parse/literal.js'
import { type LibraryBook } from './library-book.test-support.js'

const position = 0
const texts = fc.constantFrom('', 'a', 'A', 'ab', 'b%', "o'a", '_', 'é', '😀', '\ufb01', '\\')
const whole = fc.constantFrom(-5, 0, 1, 2, 880)
const decimals = fc.constantFrom('-1.5', '0', '0.10', '1', '1.0', '2.25')
const days = fc.constantFrom('1871-12-01', '2024-02-29', '2026-01-31', '2026-02-01')
const moments = fc.constantFrom(
  '2024-02-29T23:30:00.000Z',
  '2026-01-31T23:59:59.999Z',
  '2026-02-01T00:00:00.000Z',
)
const guids = fc.constantFrom('01234567-89ab-cdef-0123-456789abcdef', 'ffffffff-0000-4000-8000-000000000000')
const bindings = fc.constantFrom('Paper', 'Cloth', 'Audio')
const perhaps = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 2 })

/** A book; values are few, so that conditions meet. */
export const books: fc.Arbitrary<Omit<LibraryBook, 'id'>> = fc.record({
  title: texts,
  subtitle: perhaps(texts),
  price: perhaps(decimals),
  pages: whole,
  words: perhaps(fc.constantFrom('0', '1', '9007199254740993')),
  published: perhaps(days),
  offset: fc.constantFrom(0, 330, -480),
  bought: moments,
  seen: perhaps(moments),
  binding: bindings,
  rebinding: perhaps(bindings),
  lost: fc.boolean(),
  signed: perhaps(fc.boolean()),
  code: guids,
  size: perhaps(fc.record({ unit: texts, height: decimals, weight: perhaps(whole) })),
  publisher: perhaps(fc.record({ name: texts, city: perhaps(texts) })),
  tags: fc.array(texts, { maxLength: 2 }),
  reviews: fc.array(fc.record({ stars: whole, text: perhaps(texts) }), { maxLength: 2 }),
  loans: fc.uniqueArray(
    fc.record({
      nr: fc.nat({ max: 3 }),
      member: texts,
      fee: perhaps(decimals),
      notes: fc.uniqueArray(fc.record({ day: days, line: fc.nat({ max: 2 }), text: perhaps(texts) }), {
        maxLength: 2,
        selector: ({ day, line }) => `${day} ${line}`,
      }),
    }),
    { maxLength: 2, selector: ({ nr }) => nr },
  ),
})

/** The books under ids of their own. */
export const shelves: fc.Arbitrary<readonly LibraryBook[]> = fc
  .array(books, { minLength: 1, maxLength: 8 })
  .map((all) => all.map((each, at) => ({ ...each, id: `${at}` })))

type Kind = 'text' | 'number' | 'truth' | 'date' | 'moment' | 'guid' | 'member'

interface Scope {
  readonly members: Readonly<Partial<Record<Kind, readonly FilterMember[]>>>
  readonly collections: readonly { readonly member: FilterMember; readonly items: ItemKind }[]
}

type ItemKind = 'tag' | 'review' | 'loan' | 'note'

const memberOf = (path: string, variable?: string): FilterMember => ({
  kind: 'member',
  path: path === '' ? [] : path.split('/'),
  ...(variable === undefined ? {} : { variable }),
  position,
})

const bookScope: Scope = {
  members: {
    text: ['Id', 'Title', 'Subtitle', 'Size/Unit', 'Publisher/Name', 'Publisher/City'].map((each) =>
      memberOf(each),
    ),
    number: ['Price', 'Pages', 'Words', 'Size/Height', 'Size/Box/Weight'].map((each) => memberOf(each)),
    truth: ['Lost', 'Signed'].map((each) => memberOf(each)),
    date: [memberOf('Published')],
    moment: ['Bought', 'Seen'].map((each) => memberOf(each)),
    guid: [memberOf('Code')],
    member: ['Binding', 'Rebinding'].map((each) => memberOf(each)),
  },
  collections: [
    { member: memberOf('Tags'), items: 'tag' },
    { member: memberOf('Reviews'), items: 'review' },
    { member: memberOf('Loans'), items: 'loan' },
  ],
}

const itemMembers: Readonly<Record<ItemKind, Readonly<Partial<Record<Kind, readonly string[]>>>>> = {
  tag: { text: [''] },
  review: { number: ['Stars'], text: ['Text'] },
  loan: { number: ['Nr', 'Fee'], text: ['Member'] },
  note: { date: ['Day'], number: ['Line'], text: ['Text'] },
}

function within(scope: Scope, items: ItemKind, variable: string): Scope {
  const own = itemMembers[items]
  const members = { ...scope.members }
  for (const kind of ['text', 'number', 'date'] as const) {
    members[kind] = [...(members[kind] ?? []), ...(own[kind] ?? []).map((path) => memberOf(path, variable))]
  }
  const inner = items === 'loan' ? [{ member: memberOf('Notes', variable), items: 'note' as const }] : []
  return { members, collections: [...scope.collections, ...inner] }
}

const literal = (type: Literal['type'], value: unknown): Literal =>
  ({
    kind: 'literal',
    type,
    value,
    position,
    ...(type === 'enumeration' ? { enumeration: 'Town.Library.Binding' } : {}),
  }) as Literal

const literals: Readonly<Record<Kind, fc.Arbitrary<Literal>>> = {
  text: texts.map((value) => literal('string', value)),
  number: fc.oneof(
    fc.oneof(whole, fc.constantFrom(2026, 31, 12, 29)).map((value) => literal('integer', `${value}`)),
    fc.constantFrom('-1.5', '0.1', '1.000', '2.25', '2.3').map((value) => literal('decimal', value)),
  ),
  truth: fc.boolean().map((value) => literal('boolean', value)),
  date: days.map((value) => literal('date', value)),
  moment: fc.oneof(
    moments.map((value) => literal('dateTimeOffset', value)),
    fc
      .constantFrom('2026-02-01T05:30:00+05:30', '2026-01-31T16:00Z', '2024-02-29t15:30:00.000-08:00')
      .map((value) => literal('dateTimeOffset', value)),
  ),
  guid: guids.map((value) => literal('guid', value)),
  member: fc.oneof(
    bindings.map((value) => literal('string', value)),
    bindings.map((value) => literal('enumeration', value)),
    fc.constantFrom('0', '1', '7').map((value) => literal('integer', value)),
  ),
}

const nothing = literal('null', null)
const call = (name: FilterFunction, ...all: readonly FilterOperand[]): FilterOperand => ({
  kind: 'call',
  function: name,
  arguments: all,
  position,
})

function values(kind: Kind, scope: Scope): fc.Arbitrary<FilterOperand> {
  const members = fc.constantFrom<FilterOperand[]>(...(scope.members[kind] ?? [nothing]))
  if (kind !== 'number' && kind !== 'date') return members
  const moment = fc.oneof(fc.constantFrom(...(scope.members.moment ?? [])), literals.moment)
  const day = fc.oneof(moment, fc.constantFrom(...(scope.members.date ?? [])))
  const part =
    kind === 'date'
      ? moment.map((each) => call('date', each))
      : fc.tuple(fc.constantFrom('year', 'month', 'day'), day).map(([name, each]) => call(name, each))
  return fc.oneof(members, part)
}

const kinds = fc.constantFrom<Kind[]>('text', 'number', 'truth', 'date', 'moment', 'guid', 'member')

/** Well-typed filters of books. */
export function filters(depth = 3, scope: Scope = bookScope, lambdas = 0): fc.Arbitrary<FilterExpression> {
  const comparison = kinds.chain((kind) => {
    const value = values(kind, scope)
    const others = fc.oneof({ arbitrary: literals[kind], weight: 4 }, value, fc.constant(nothing))
    const pair = fc.oneof(
      { arbitrary: fc.tuple(value, others), weight: 4 },
      fc.tuple(others, value),
      ...(kind === 'member' ? [] : [fc.tuple(literals[kind], literals[kind])]),
    )
    return fc
      .tuple(fc.constantFrom('eq', 'ne', 'gt', 'ge', 'lt', 'le'), pair)
      .map(([operator, [left, right]]): FilterExpression => ({
        kind: 'comparison',
        operator,
        left,
        right,
        position,
      }))
  })
  const membership = kinds.chain((kind) =>
    fc
      .tuple(
        values(kind, scope),
        fc.array(fc.oneof({ arbitrary: literals[kind], weight: 4 }, fc.constant(nothing)), {
          minLength: 1,
          maxLength: 3,
        }),
      )
      .map(([operand, all]): FilterExpression => ({ kind: 'in', operand, values: all, position })),
  )
  const text = fc.oneof({ arbitrary: values('text', scope), weight: 3 }, literals.text, fc.constant(nothing))
  const textual = fc
    .tuple(fc.constantFrom('contains', 'startswith', 'endswith'), text, text)
    .map(([name, one, other]): FilterExpression => call(name, one, other))
  const truths = fc.oneof(values('truth', scope), literals.truth, fc.constant(nothing))
  const presence = fc
    .tuple(fc.constantFrom('eq', 'ne', 'gt'), fc.constantFrom('Size', 'Publisher', 'Size/Box'))
    .map(([operator, path]): FilterExpression => ({
      kind: 'comparison',
      operator,
      left: memberOf(path),
      right: nothing,
      position,
    }))
  const leaves = fc.oneof(
    { arbitrary: comparison, weight: 6 },
    { arbitrary: membership, weight: 2 },
    { arbitrary: textual, weight: 3 },
    truths,
    presence,
  )
  if (depth === 0) return leaves
  const inner = filters(depth - 1, scope, lambdas)
  const variable = `v${lambdas}`
  const lambda = fc.constantFrom(...scope.collections).chain(({ member, items }) =>
    fc
      .tuple(
        fc.constantFrom('any', 'all'),
        filters(Math.min(depth - 1, 1), within(scope, items, variable), lambdas + 1),
      )
      .map(([quantifier, condition]): FilterExpression => ({
        kind: 'lambda',
        quantifier,
        collection: member,
        predicate: { variable, condition },
        position,
      })),
  )
  const bare = fc.constantFrom(...scope.collections).map(({ member }): FilterExpression => ({
    kind: 'lambda',
    quantifier: 'any',
    collection: member,
    position,
  }))
  const side = fc.oneof(inner, truths)
  return fc.oneof(
    { arbitrary: leaves, weight: 3 },
    fc.record({
      kind: fc.constantFrom('and', 'or'),
      operands: fc.array(inner, { minLength: 2, maxLength: 3 }),
      position: fc.constant(position),
    }),
    {
      arbitrary: fc.record({
        kind: fc.constant('not' as const),
        operand: inner,
        position: fc.constant(position),
      }),
      weight: 2,
    },
    fc.record({
      kind: fc.constant('comparison' as const),
      operator: fc.constantFrom('eq', 'ne', 'lt', 'ge'),
      left: side,
      right: side,
      position: fc.constant(position),
    }),
    fc.record({
      kind: fc.constant('in' as const),
      operand: inner,
      values: fc.array(fc.oneof(literals.truth, fc.constant(nothing)), { minLength: 1, maxLength: 2 }),
      position: fc.constant(position),
    }),
    { arbitrary: lambda, weight: 2 },
    bare,
  )
}
