import { type Relation } from '../model/relation.js'
import {
  type ComplexType,
  type EntityType,
  type PrimitiveItems,
  type PrimitiveProperty,
} from '../model/structured-type.js'
import { type Row } from '../sql/row.js'
import { relationAs } from '../sql/join.js'
import { allOf, joined, type Sql, sql } from '../sql/sql.js'

/** The rows that a path goes through before it ends. */
export interface Origin {
  /** The relations with their aliases; empty at the root. */
  readonly from: readonly Sql[]
  readonly where: readonly Sql[]
}

interface Addressed {
  /** Below the root of the service, percent-encoded, with every key in its canonical form. */
  readonly address: string
  readonly origin: Origin
}

/** What a path leads to. */
export type Resource =
  | EntitiesResource
  | ValuesResource
  | EntityResource
  | ComplexResource
  | PrimitiveResource

interface Collected extends Addressed {
  readonly row: Row
  readonly relation: Relation
  /** Which rows of the relation belong to the origin. */
  readonly conditions: readonly Sql[]
}

export interface EntitiesResource extends Collected {
  readonly kind: 'entities'
  readonly items: EntityType
}

/** The values of a collection property. */
export interface ValuesResource extends Collected {
  readonly kind: 'values'
  readonly items: ComplexType | PrimitiveItems
}

export interface EntityResource extends Addressed {
  readonly kind: 'entity'
  readonly type: EntityType
  readonly alias: Sql
  /** The address of the collection that it is in; absent if it is contained as the only one. */
  readonly collection?: string
  /** Conditions under which it exists though its owner does. */
  readonly guards: readonly Sql[]
}

export interface ComplexResource extends Addressed {
  readonly kind: 'complex'
  readonly type: ComplexType
  readonly alias: Sql
  readonly guards: readonly Sql[]
}

export interface PrimitiveResource extends Addressed {
  readonly kind: 'primitive'
  readonly property: PrimitiveProperty
  readonly alias: Sql
}

/** A statement that reads one value beside the origin: no row if the origin does not exist. */
export function selectFrom({ from, where }: Origin, answer: Sql): Sql {
  const select = sql`select (${answer})::text as "answer"`
  return from.length === 0 ? select : sql`${select} from ${joined(from, sql`, `)} where ${allOf(where)}`
}

export function extend(
  { from, where }: Origin,
  relation: Relation,
  alias: Sql,
  conditions: readonly Sql[],
): Origin {
  return { from: [...from, relationAs(relation.name, alias)], where: [...where, ...conditions] }
}
