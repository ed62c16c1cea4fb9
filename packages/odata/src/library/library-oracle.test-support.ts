import { type FilterExpression, type FilterMember } from '../parse/filter-tree.js'
import { type Literal } from '../parse/literal.js'
import { type LibraryBook, type LibraryLoan } from './library-book.test-support.js'

/** A value as the oracle has it; every kind compares in one way. */
type Value =
  | { readonly kind: 'text' | 'date' | 'guid'; readonly is: string }
  | { readonly kind: 'number'; readonly is: bigint }
  | { readonly kind: 'truth'; readonly is: boolean }
  | { readonly kind: 'member'; readonly is: number }
  /** Milliseconds since 1970, and minutes ahead of UTC. */
  | { readonly kind: 'moment'; readonly is: number; readonly offset: number }
  /** Something that has members. */
  | { readonly kind: 'thing' }

type Thing = Readonly<Record<string, () => Value | readonly Thing[] | Thing | null>> & {
  readonly '': () => Value | null
}

const numbers: Readonly<Record<string, number>> = { Cloth: 0, Paper: 1, Audio: 7 }
const text = (is: string | null): Value | null => (is === null ? null : { kind: 'text', is })
const number = (is: string | number | null): Value | null =>
  is === null ? null : { kind: 'number', is: scaled(`${is}`) }
const truth = (is: boolean | null): Value | null => (is === null ? null : { kind: 'truth', is })
const member = (is: string | null): Value | null =>
  is === null ? null : { kind: 'member', is: numbers[is] ?? Number.NaN }
const thing = (members: Omit<Thing, ''>): Thing => ({ ...members, '': () => ({ kind: 'thing' }) })

function bookThing(book: LibraryBook): Thing {
  const { size, publisher } = book
  return thing({
    Id: () => text(book.id),
    Title: () => text(book.title),
    Subtitle: () => text(book.subtitle),
    Price: () => number(book.price),
    Pages: () => number(book.pages),
    Words: () => number(book.words),
    Published: () => (book.published === null ? null : { kind: 'date', is: book.published }),
    Bought: () => ({ kind: 'moment', is: Date.parse(book.bought), offset: book.offset }),
    Seen: () => (book.seen === null ? null : { kind: 'moment', is: Date.parse(book.seen), offset: 0 }),
    Binding: () => member(book.binding),
    Rebinding: () => member(book.rebinding),
    Lost: () => truth(book.lost),
    Signed: () => truth(book.signed),
    Code: () => ({ kind: 'guid', is: book.code }),
    Size: () =>
      size &&
      thing({
        Unit: () => text(size.unit),
        Height: () => number(size.height),
        Box: () => thing({ Weight: () => number(size.weight) }),
      }),
    Publisher: () =>
      publisher && thing({ Name: () => text(publisher.name), City: () => text(publisher.city) }),
    Tags: () => book.tags.map((tag) => ({ '': () => text(tag) })),
    Reviews: () =>
      book.reviews.map((each) => thing({ Stars: () => number(each.stars), Text: () => text(each.text) })),
    Loans: () => book.loans.map(loanThing),
  })
}

function loanThing({ nr, member: name, fee, notes }: LibraryLoan): Thing {
  return thing({
    Nr: () => number(nr),
    Member: () => text(name),
    Fee: () => number(fee),
    Notes: () =>
      notes.map((each) =>
        thing({
          Day: () => ({ kind: 'date', is: each.day }),
          Line: () => number(each.line),
          Text: () => text(each.text),
        }),
      ),
  })
}

/** Whether the book passes the filter, by OData's rules and none of the database's. */
export function passes(filter: FilterExpression, book: LibraryBook): boolean {
  return condition(filter, { '': bookThing(book) }) === true
}

type Scope = Readonly<Record<string, Thing>>

function condition(expression: FilterExpression, scope: Scope): boolean | null {
  switch (expression.kind) {
    case 'and': {
      const all = expression.operands.map((each) => condition(each, scope))
      return all.includes(false) ? false : all.includes(null) ? null : true
    }
    case 'or': {
      const all = expression.operands.map((each) => condition(each, scope))
      return all.includes(true) ? true : all.includes(null) ? null : false
    }
    case 'not': {
      const inner = condition(expression.operand, scope)
      return inner === null ? null : !inner
    }
    case 'comparison': {
      const [left, right] = alike(value(expression.left, scope), value(expression.right, scope))
      const { operator } = expression
      if (operator === 'eq') return isSame(left, right)
      if (operator === 'ne') return !isSame(left, right)
      if (left === null || right === null) return false
      const order = compare(left, right)
      return { gt: order > 0, ge: order >= 0, lt: order < 0, le: order <= 0 }[operator]
    }
    case 'in':
      return expression.values.some((each) =>
        isSame(...alike(value(expression.operand, scope), literal(each))),
      )
    case 'lambda': {
      const { collection, predicate, quantifier } = expression
      const items = follow(collection, scope)
      const things = Array.isArray(items) ? (items as readonly Thing[]) : []
      if (!predicate) return things.length > 0
      const holds = (item: Thing): boolean =>
        condition(predicate.condition, { ...scope, [predicate.variable]: item }) === true
      return quantifier === 'any' ? things.some(holds) : things.every(holds)
    }
    default: {
      const found = value(expression, scope)
      return found?.kind === 'truth' ? found.is : null
    }
  }
}

function value(expression: FilterExpression, scope: Scope): Value | null {
  switch (expression.kind) {
    case 'literal':
      return literal(expression)
    case 'member': {
      const found = follow(expression, scope)
      if (found === null || Array.isArray(found)) return null
      return '' in found ? found['']() : (found as Value)
    }
    case 'call': {
      const [first = null, second = null] = expression.arguments.map((each) => value(each, scope))
      return call(expression.function, first, second)
    }
    default:
      return truth(condition(expression, scope))
  }
}

function call(name: string, first: Value | null, second: Value | null): Value | null {
  if (first?.kind === 'text') {
    if (second?.kind !== 'text') return null
    if (name === 'contains') return truth(first.is.includes(second.is))
    return truth(name === 'startswith' ? first.is.startsWith(second.is) : first.is.endsWith(second.is))
  }
  const day =
    first?.kind === 'moment'
      ? new Date(first.is + first.offset * 60_000).toISOString().slice(0, 10)
      : first?.kind === 'date'
        ? first.is
        : undefined
  if (day === undefined) return null
  if (name === 'date') return { kind: 'date', is: day }
  return number(day.split('-')[['year', 'month', 'day'].indexOf(name)] ?? null)
}

function follow(
  { variable = '', path }: FilterMember,
  scope: Scope,
): Value | readonly Thing[] | Thing | null {
  let found: Value | readonly Thing[] | Thing | null = scope[variable] ?? null
  for (const name of path) found = found === null ? null : ((found as Thing)[name]?.() ?? null)
  return found
}

function literal({ type, value: is }: Literal): Value | null {
  switch (type) {
    case 'string':
      return text(is)
    case 'boolean':
      return truth(is)
    case 'null':
      return null
    case 'enumeration':
      return member(is)
    case 'date':
      return { kind: 'date', is }
    case 'guid':
      return { kind: 'guid', is: is.toLowerCase() }
    case 'dateTimeOffset': {
      const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)$/.exec(is) ?? []
      const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
      return { kind: 'moment', is: Date.parse(is), offset }
    }
    default:
      return number(is)
  }
}

/** A text or number beside an enumeration's member is one. */
function alike(one: Value | null, other: Value | null): readonly [Value | null, Value | null] {
  const asMember = (each: Value | null): Value | null => {
    if (each?.kind === 'text') return member(each.is)
    return each?.kind === 'number' ? { kind: 'member', is: Number(each.is / million) } : each
  }
  if (one?.kind === 'member') return [one, asMember(other)]
  return other?.kind === 'member' ? [asMember(one), other] : [one, other]
}

function isSame(one: Value | null, other: Value | null): boolean {
  return one === null || other === null ? one === other : compare(one, other) === 0
}

function compare(one: Value, other: Value): number {
  if (one.kind === 'thing' || other.kind === 'thing' || one.kind !== other.kind) return Number.NaN
  if (one.kind === 'text') return Buffer.compare(Buffer.from(one.is), Buffer.from(`${other.is}`))
  return one.is < other.is ? -1 : one.is > other.is ? 1 : 0
}

const million = 1_000_000n

/** Millionths. */
function scaled(decimal: string): bigint {
  const [, sign = '', whole = '', fraction = ''] = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? []
  const size = BigInt(whole) * million + BigInt(fraction.padEnd(6, '0').slice(0, 6))
  return sign === '-' ? -size : size
}
