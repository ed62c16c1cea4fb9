import { type EnumType, type PrimitiveType } from '../model/primitive-type.js'
import { type ComparisonOperator } from '../parse/filter-tree.js'
import { type Literal } from '../parse/literal.js'
import { refuseAt } from '../refuse.js'
import { areComparable, compareSides, compareWithNull, isIn, rankOf, type Side } from './compare.js'
import { describe, describeType, type LiteralContext, literalText, naturalType } from './literal-text.js'
import { type Operand, type ValueOperand } from './operand.js'
import { arrayParameterOf, parameterOf } from './parameter-of.js'
import { type Sql, sql } from './sql.js'

/** `left operator right`, with the types checked and the literals as parameters of the type of the other side. */
export function compareOperands(
  operator: ComparisonOperator,
  left: Operand,
  right: Operand,
  position: number,
  context: LiteralContext,
): Sql {
  if (isNull(right)) return withNull(operator, left)
  if (isNull(left)) return withNull(operator, right)
  if (left.kind === 'structure' || right.kind === 'structure') {
    const sentence = 'a complex value can only be compared with null; compare its members'
    return refuseAt(context.option, position, 'odata-type-mismatch', sentence)
  }
  if (left.kind === 'literal') {
    if (right.kind === 'value') {
      return compareSides(
        operator,
        ...sidesOf(literalSide(left.literal, right, context), right, operator, right.type),
      )
    }
    return compareLiterals(operator, left.literal, right.literal, context)
  }
  if (right.kind === 'literal') {
    return compareSides(
      operator,
      ...sidesOf(left, literalSide(right.literal, left, context), operator, left.type),
    )
  }
  if (!areComparable(left.type, right.type)) {
    const { namespace, option } = context
    const sentence = `${describeType(left.type, namespace)} cannot be compared with ${describeType(right.type, namespace)}`
    return refuseAt(option, position, 'odata-type-mismatch', sentence)
  }
  // Two columns may have two collations, and the database does not choose.
  const collated = left.type === 'Edm.String' ? { ...right, sql: sql`${right.sql} collate "C"` } : right
  return compareSides(operator, ...sidesOf(left, collated, operator, left.type))
}

/** `operand in (…)`. */
export function inLiterals(
  operand: Operand,
  literals: readonly Literal[],
  position: number,
  context: LiteralContext,
): Sql {
  const values = literals.filter(({ type }) => type !== 'null')
  const isNullWanted = values.length < literals.length
  if (isNull(operand)) return isNullWanted ? sql`true` : sql`false`
  if (operand.kind === 'structure') {
    const sentence = 'a complex value cannot be looked for with in; compare its members'
    return refuseAt(context.option, position, 'odata-type-mismatch', sentence)
  }
  const side = operand.kind === 'value' ? operand : valueOfLiteral(operand.literal, context)
  const typed = values.map((each) => literalText(each, side.type, context))
  const types = new Set(typed.map(({ type }) => type))
  const type = types.size > 1 ? 'Edm.Decimal' : [...types][0]
  const array =
    type &&
    arrayParameterOf(
      type,
      typed.map(({ text }) => text),
    )
  return isIn(side, array, isNullWanted)
}

function isNull(operand: Operand): boolean {
  return operand.kind === 'literal' && operand.literal.type === 'null'
}

function withNull(operator: ComparisonOperator, operand: Operand): Sql {
  if (operand.kind !== 'literal') return compareWithNull(operator, operand)
  const isSame = operand.literal.type === 'null'
  return (operator === 'eq' && isSame) || (operator === 'ne' && !isSame) ? sql`true` : sql`false`
}

function literalSide(literal: Literal, { type }: ValueOperand, context: LiteralContext): Side {
  const typed = literalText(literal, type, context)
  return { sql: parameterOf(typed.type, typed.text), guards: [], isBare: true, isShort: true }
}

/** Members of enumerations are greater and less by their numbers. */
function sidesOf(
  left: Side,
  right: Side,
  operator: ComparisonOperator,
  type: PrimitiveType | EnumType,
): readonly [Side, Side] {
  if (typeof type === 'string' || operator === 'eq' || operator === 'ne') return [left, right]
  return [
    { ...left, sql: rankOf(type, left.sql) },
    { ...right, sql: rankOf(type, right.sql) },
  ]
}

function compareLiterals(
  operator: ComparisonOperator,
  left: Literal,
  right: Literal,
  context: LiteralContext,
): Sql {
  const one = valueOfLiteral(left, context)
  const other = literalSide(right, one, context)
  return compareSides(operator, one, other)
}

function valueOfLiteral(literal: Literal, context: LiteralContext): ValueOperand {
  const type = naturalType(literal)
  if (type === undefined) {
    const sentence = `expected a member on one side, found ${describe(literal)}`
    return refuseAt(context.option, literal.position, 'odata-type-mismatch', sentence)
  }
  const { text } = literalText(literal, type, context)
  const value = parameterOf(type, text)
  // Texts of the query have no collation of their own, and the database's would not be the columns'.
  const collated = type === 'Edm.String' ? sql`${value} collate "C"` : value
  return { kind: 'value', type, sql: collated, guards: [], isBare: true, isShort: true }
}
