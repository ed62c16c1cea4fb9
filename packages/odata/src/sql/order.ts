import { isStructured, propertyOfColumn } from '../model/members.js'
import { type PrimitiveType } from '../model/primitive-type.js'
import { type Relation } from '../model/relation.js'
import { type OrderByItem } from '../parse/query-tree.js'
import { listOf, quoted, refuseAt } from '../refuse.js'
import { columnOf, exactText } from './column-text.js'
import { rankOf } from './compare.js'
import { nullSafe } from './operand.js'
import { parameterOf } from './parameter-of.js'
import { memberOfRow, type Row } from './row.js'
import { allOf, joined, type Sql, sql } from './sql.js'

/** One thing that rows are sorted by. */
export interface SortTerm {
  /** What the term is, as `$orderby` would say it. */
  readonly name: string
  readonly value: Sql
  readonly type: PrimitiveType
  readonly direction: 'asc' | 'desc'
  readonly isNullable: boolean
}

/** One text for each term; null where the term is. */
export type SortKey = readonly (string | null)[]

// Each further item makes the condition of the next page longer by more than the last.
const mostItems = 8

/**
 * What the rows are sorted by: `$orderby` unless the relation's order is fixed, then the relation's own order, so
 * that no two rows are equal.
 */
export function sortTerms(
  orderby: readonly OrderByItem[],
  row: Row,
  relation: Relation,
  option: string,
): readonly SortTerm[] {
  const terms = new Map<string, SortTerm>()
  const items = relation.orderIsFixed === true ? [] : orderby
  if (items.length > mostItems) {
    const position = items[mostItems]?.position ?? 0
    refuseAt(option, position, 'odata-limit', `at most ${mostItems} members can be sorted by`)
  }
  for (const item of items) {
    const term = termOfItem(item, row, option)
    if (!terms.has(term.name)) terms.set(term.name, term)
  }
  for (const { column, direction, type } of relation.order) {
    const own = type ?? propertyOfColumn(row.items, column)?.type ?? 'Edm.String'
    const name = nameOfColumn(row, column)
    if (terms.has(name)) continue
    terms.set(name, {
      name,
      value: columnOf(row.alias, column),
      // Where the relation itself is sorted by an enumeration, the names that its column holds are meant.
      type: typeof own === 'string' ? own : 'Edm.String',
      direction,
      isNullable: false,
    })
  }
  return [...terms.values()]
}

/** The terms for `order by`. Nulls are less than all values (OData 4.0 protocol, 11.2.5.2). */
export function orderOf(terms: readonly SortTerm[]): Sql {
  return joined(
    terms.map(({ value, direction, isNullable }) => {
      if (direction === 'asc') return isNullable ? sql`${value} asc nulls first` : sql`${value}`
      return isNullable ? sql`${value} desc nulls last` : sql`${value} desc`
    }),
    sql`, `,
  )
}

/** The texts of a row's key, from which {@link isAfter} finds the rows after it. */
export function sortKeyTexts(terms: readonly SortTerm[]): readonly Sql[] {
  return terms.map(({ type, value }) => exactText(type, value))
}

/** Whether a row comes after the one with the key. */
export function isAfter(terms: readonly SortTerm[], key: SortKey): Sql {
  const bounds = terms.map((term, at) => boundOf(term, key[at] ?? null))
  const [first] = terms
  const isUniform = terms.every(({ direction, isNullable }) => !isNullable && direction === first?.direction)
  if (isUniform) {
    const values = joined(
      terms.map(({ value }) => value),
      sql`, `,
    )
    const texts = joined(
      bounds.map(({ key: text }) => text),
      sql`, `,
    )
    return first?.direction === 'desc' ? sql`(${values}) < (${texts})` : sql`(${values}) > (${texts})`
  }
  const [lead, ...rest] = bounds
  if (!lead) return sql`false`
  // An index on what is sorted by first can only serve a condition on that alone.
  const conditions = [lead.isAtOrAfter, afterBounds([lead, ...rest])]
  return allOf(conditions.flatMap((each) => each ?? []))
}

interface Bound {
  readonly key: Sql
  /** Undefined if nothing is after. */
  readonly isAfter: Sql | undefined
  readonly isEqual: Sql
  /** Undefined if everything is. */
  readonly isAtOrAfter: Sql | undefined
}

function boundOf({ value, type, direction, isNullable }: SortTerm, text: string | null): Bound {
  const isNull = sql`${value} is null`
  if (text === null) {
    const isValue = sql`${value} is not null`
    return direction === 'asc'
      ? { key: sql`null`, isAfter: isValue, isEqual: isNull, isAtOrAfter: undefined }
      : { key: sql`null`, isAfter: undefined, isEqual: isNull, isAtOrAfter: isNull }
  }
  const key = parameterOf(type, text)
  const isEqual = sql`${value} = ${key}`
  if (direction === 'asc') {
    return { key, isAfter: sql`${value} > ${key}`, isEqual, isAtOrAfter: sql`${value} >= ${key}` }
  }
  const orNull = (condition: Sql): Sql => (isNullable ? sql`(${condition} or ${isNull})` : condition)
  return {
    key,
    isAfter: orNull(sql`${value} < ${key}`),
    isEqual,
    isAtOrAfter: orNull(sql`${value} <= ${key}`),
  }
}

function afterBounds([bound, ...rest]: readonly [Bound, ...Bound[]]): Sql {
  const [next, ...others] = rest
  const isLater = next ? sql`(${bound.isEqual} and ${afterBounds([next, ...others])})` : undefined
  const either = [bound.isAfter, isLater].flatMap((each) => each ?? [])
  return either.length === 0 ? sql`false` : sql`(${joined(either, sql` or `)})`
}

function termOfItem({ path, direction, position }: OrderByItem, row: Row, option: string): SortTerm {
  const member = memberOfRow(row, path, (code, sentence) => refuseAt(option, position, code, sentence))
  const name = path.join('/')
  if (member.kind !== 'value' || member.property?.sortable === false) {
    const sentence = `${quoted(name)} cannot be sorted by; ${listOf(sortableNames(row))} can`
    return refuseAt(option, position, 'odata-member-use', sentence)
  }
  const { type } = member
  const isNullable = member.guards.length > 0
  const value = nullSafe(member)
  if (typeof type === 'string') return { name, value, type, direction, isNullable }
  // A name that is no member's would else be a null that the order does not reckon with.
  const rank = isNullable ? rankOf(type, value) : sql`coalesce(${rankOf(type, value)}, 0)`
  return { name, value: rank, type: 'Edm.Int32', direction, isNullable }
}

function sortableNames({ items }: Row): readonly string[] {
  if (!isStructured(items)) return []
  return Object.entries(items.properties).flatMap(([name, property]) =>
    property.kind === 'primitive' && property.sortable !== false ? name : [],
  )
}

/** The name of the property that the column holds, so that sorting by it twice is seen; an enumeration's is sorted otherwise. */
function nameOfColumn({ items }: Row, column: string): string {
  if (!isStructured(items)) return ` ${column}`
  const found = Object.entries(items.properties).find(
    ([, each]) => each.kind === 'primitive' && each.column === column && typeof each.type === 'string',
  )
  return found?.[0] ?? ` ${column}`
}
