import { isStructured, type Items, memberNames, navigationOf, propertyOf } from '../model/members.js'
import { type EnumType, type PrimitiveType } from '../model/primitive-type.js'
import { type Relation } from '../model/relation.js'
import { type PrimitiveProperty, type StructuredType } from '../model/structured-type.js'
import { type ODataRequestErrorCode } from '../request-error.js'
import { listOf, quoted } from '../refuse.js'
import { columnOf } from './column-text.js'
import { type Sql, sql } from './sql.js'

/** A row that stands under an alias in a statement, and what it is a row of. */
export interface Row {
  readonly alias: Sql
  readonly items: Items
}

/** A single value in a row. */
export interface RowValue {
  readonly kind: 'value'
  readonly type: PrimitiveType | EnumType
  readonly sql: Sql
  readonly local?: Sql
  /** Absent for the items of a collection of primitive values. */
  readonly property?: PrimitiveProperty
  /** Conditions under which there is a value; empty if there always is one. */
  readonly guards: readonly Sql[]
  /** Whether the column itself is null wherever a guard fails. */
  readonly isBare: boolean
}

export interface RowStructure {
  readonly kind: 'structure'
  readonly guards: readonly Sql[]
}

export interface RowCollection {
  readonly kind: 'collection'
  readonly items: Items
  readonly relation: Relation
  /** The alias of the row that its relation is joined to. */
  readonly alias: Sql
  readonly guards: readonly Sql[]
}

export type RowMember = RowValue | RowStructure | RowCollection

type Refuse = (code: ODataRequestErrorCode, sentence: string) => never

/** Follows a path of names from the row; what is not there is refused with what is. */
export function memberOfRow(row: Row, path: readonly string[], refuse: Refuse): RowMember {
  const { alias, items } = row
  if (!isStructured(items)) {
    if (path.length > 0) refuse('odata-unknown-member', `a ${nameOf(items.type)} has no members`)
    return valueOf(alias, items, [])
  }
  let type: StructuredType = items
  const guards: Sql[] = []
  for (const [at, name] of path.entries()) {
    const isLast = at === path.length - 1
    const member = propertyOf(type, name) ?? navigationOf(type, name)
    if (member === undefined) return refuse('odata-unknown-member', unknownMember(type, name))
    if (member.kind === 'primitive') {
      if (isLast) return valueOf(alias, member, guards)
      return refuse('odata-unknown-member', `${quoted(name)} is a ${nameOf(member.type)} and has no members`)
    }
    if (member.kind === 'collection' || (member.kind === 'contained' && member.many)) {
      const found = member.kind === 'collection' ? member.items : member.target
      if (isLast) return { kind: 'collection', items: found, relation: member.relation, alias, guards }
      return refuse(
        'odata-member-use',
        `${quoted(name)} is a collection, so its members are met in any or all`,
      )
    }
    if (member.presence !== undefined) guards.push(isPresent(columnOf(alias, member.presence)))
    type = member.kind === 'complex' ? member.type : member.target
  }
  return { kind: 'structure', guards }
}

export function unknownMember(type: StructuredType, name: string): string {
  return `${type.name} has no member ${quoted(name)}; it has ${listOf(memberNames(type))}`
}

export function isPresent(value: Sql): Sql {
  return sql`${value} is not null`
}

function valueOf(
  alias: Sql,
  source: { readonly type: PrimitiveType | EnumType; readonly column: string } | PrimitiveProperty,
  presences: readonly Sql[],
): RowValue {
  const column = columnOf(alias, source.column)
  const property = 'kind' in source ? source : undefined
  const isNullable = property?.nullable === true
  return {
    kind: 'value',
    type: source.type,
    sql: column,
    guards: isNullable ? [...presences, isPresent(column)] : presences,
    isBare: presences.length === 0,
    ...(property ? { property } : {}),
    ...(property?.localColumn === undefined ? {} : { local: columnOf(alias, property.localColumn) }),
  }
}

function nameOf(type: PrimitiveType | EnumType): string {
  return typeof type === 'string' ? type.replace('Edm.', '') : type.name
}
