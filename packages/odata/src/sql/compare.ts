import { type EnumType, type PrimitiveType } from '../model/primitive-type.js'
import { type ComparisonOperator } from '../parse/filter-tree.js'
import { nullSafe, type ValueOperand } from './operand.js'
import { parameter, allOf, type Sql, sql } from './sql.js'

/** A value that is compared. */
export type Side = Pick<ValueOperand, 'sql' | 'guards' | 'isBare' | 'isShort'>

const operators: Readonly<Record<ComparisonOperator, Sql>> = {
  eq: sql`=`,
  ne: sql`<>`,
  gt: sql`>`,
  ge: sql`>=`,
  lt: sql`<`,
  le: sql`<=`,
}

/** Compares with OData's nulls: `eq` and `ne` know null as a value, the others are false of it. The result is never null. */
export function compareSides(operator: ComparisonOperator, left: Side, right: Side): Sql {
  const plain = sql`${left.sql} ${operators[operator]} ${right.sql}`
  const guards = [...left.guards, ...right.guards]
  if (guards.length === 0) return plain
  const isShort = left.isShort && right.isShort
  if (operator !== 'eq' && operator !== 'ne') {
    if (isShort) return sql`(${allOf(guards)} and ${plain})`
    return sql`coalesce(${nullSafe(left)} ${operators[operator]} ${nullSafe(right)}, false)`
  }
  const areBothNullable = left.guards.length > 0 && right.guards.length > 0
  if (areBothNullable || !isShort) {
    const distinct = operator === 'eq' ? sql`is not distinct from` : sql`is distinct from`
    return sql`(${nullSafe(left)} ${distinct} ${nullSafe(right)})`
  }
  // No index serves "is not distinct from".
  return operator === 'eq' ? sql`(${allOf(guards)} and ${plain})` : sql`(not (${allOf(guards)}) or ${plain})`
}

/** Whether there is a value, or whether there is none. */
export function compareWithNull(operator: ComparisonOperator, { guards }: Pick<Side, 'guards'>): Sql {
  switch (operator) {
    case 'eq':
      return guards.length === 0 ? sql`false` : sql`(not (${allOf(guards)}))`
    case 'ne':
      return guards.length === 0 ? sql`true` : sql`(${allOf(guards)})`
    default:
      return sql`false`
  }
}

/** Whether the value is one of the array's, or null if null is among what is looked for. */
export function isIn(side: Side, array: Sql | undefined, withNull: boolean): Sql {
  const isOne = array ? sql`${side.sql} = any(${array})` : sql`false`
  if (side.guards.length === 0) return isOne
  if (!side.isShort) {
    const isNull = sql`${nullSafe(side)} is null`
    const isOneOrFalse = array ? sql`coalesce(${nullSafe(side)} = any(${array}), false)` : sql`false`
    return withNull ? sql`(${isNull} or ${isOneOrFalse})` : isOneOrFalse
  }
  return withNull ? sql`(not (${allOf(side.guards)}) or ${isOne})` : sql`(${allOf(side.guards)} and ${isOne})`
}

/** The place of an enumeration's member by its number, since its column holds the name. */
export function rankOf({ members }: EnumType, value: Sql): Sql {
  const names = Object.entries(members)
    .toSorted(([, one], [, other]) => one - other)
    .map(([name]) => name)
  return sql`array_position(${parameter(names)}::text[], ${value}::text)`
}

/** Whether values of the types can be compared. */
export function areComparable(one: PrimitiveType | EnumType, other: PrimitiveType | EnumType): boolean {
  return one === other || (isNumeric(one) && isNumeric(other))
}

function isNumeric(type: PrimitiveType | EnumType): boolean {
  return type === 'Edm.Int32' || type === 'Edm.Int64' || type === 'Edm.Decimal'
}
