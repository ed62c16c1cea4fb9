import { type Relation } from '../model/relation.js'
import { type ExpandOptions } from '../parse/query-tree.js'
import { filterCondition } from '../sql/filter.js'
import { relationAs } from '../sql/join.js'
import { isAfter, orderOf, type SortKey, sortKeyTexts, type SortTerm, sortTerms } from '../sql/order.js'
import { type Row } from '../sql/row.js'
import { allOf, jsonArray, parameter, type Sql, sql } from '../sql/sql.js'
import { type ItemPlan, type PagePlan } from './plan.js'
import { type PlanContext } from './plan-context.js'

/** The rows of which a collection is made. */
export interface PageSource {
  readonly row: Row
  readonly relation: Relation
  /** Which rows of the relation are meant before any `$filter`. */
  readonly conditions: readonly Sql[]
  /** The option that the options stand in, or themselves are: `$expand`, or undefined at the top. */
  readonly within?: '$expand'
}

/** Plans a page of a collection: filtered, sorted, counted and cut, by one subquery that is a JSON value. */
export function planPage(
  source: PageSource,
  item: ItemPlan,
  options: ExpandOptions,
  readAfter: (terms: readonly SortTerm[]) => SortKey | undefined,
  nextOptions: readonly string[],
  context: PlanContext,
): PagePlan {
  const { row, relation, within } = source
  const { pageSize } = context
  const terms = sortTerms(options.orderby ?? [], row, relation, within ?? '$orderby')
  const where = filteredConditions(source, options, context)
  const after = readAfter(terms)
  const size = Math.min(options.top ?? pageSize, pageSize)
  const isLast = options.top !== undefined && options.top <= pageSize
  const rows = sql`select * from ${relationAs(relation.name, row.alias)} where ${allOf(
    after ? [...where, isAfter(terms, after)] : where,
  )} order by ${orderOf(terms)} limit ${integer(isLast ? size : size + 1)}`
  // A row that is skipped is not made into JSON, whatever hangs on it: the rows are cut before.
  const skip = after ? 0 : (options.skip ?? 0)
  const cut = skip === 0 ? rows : sql`${rows} offset ${integer(skip)}`
  const found = jsonArray([item.json, jsonArray(isLast ? [] : sortKeyTexts(terms))])
  const count = options.count === true ? countOf(source, where) : sql`null`
  const list = sql`(select coalesce(json_agg(${found}), '[]'::json) from (${cut}) as ${row.alias})`
  return { json: jsonArray([count, list]), item, terms, size, top: options.top, nextOptions }
}

/** Plans a collection that is a part of its owner and stands in it wholly: an array of the items. */
export function wholeCollection(
  { row, relation, conditions }: PageSource,
  item: ItemPlan,
  terms: readonly SortTerm[],
): Sql {
  const rows = sql`select * from ${relationAs(relation.name, row.alias)} where ${allOf(conditions)} order by ${orderOf(terms)}`
  return sql`(select coalesce(json_agg(${item.json}), '[]'::json) from (${rows}) as ${row.alias})`
}

/** The number of rows, as a text. */
export function planCount(source: PageSource, options: ExpandOptions, context: PlanContext): Sql {
  return countOf(source, filteredConditions(source, options, context))
}

function filteredConditions(
  { row, conditions, within }: PageSource,
  { filter }: ExpandOptions,
  { namespace, newAlias }: PlanContext,
): readonly Sql[] {
  if (!filter) return conditions
  return [...conditions, filterCondition(filter, row, { namespace, newAlias, option: within ?? '$filter' })]
}

function countOf({ row, relation }: PageSource, where: readonly Sql[]): Sql {
  return sql`(select count(*)::text from ${relationAs(relation.name, row.alias)} where ${allOf(where)})`
}

function integer(value: number): Sql {
  return sql`${parameter(`${value}`)}::int8`
}
