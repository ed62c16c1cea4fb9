import { type FilterCall } from '../parse/filter-tree.js'
import { type Literal } from '../parse/literal.js'
import { refuseAt } from '../refuse.js'
import { describeType, type LiteralContext, literalText } from './literal-text.js'
import { type Condition, nullSafe, type Operand, type ValueOperand } from './operand.js'
import { parameterOf } from './parameter-of.js'
import { type Sql, sql } from './sql.js'

/** `contains`, `startswith` and `endswith`; undefined if the function is none of them. Null of a null. */
export function callCondition(
  call: FilterCall,
  operands: readonly Operand[],
  context: LiteralContext,
): Condition | undefined {
  if (call.function !== 'contains' && call.function !== 'startswith' && call.function !== 'endswith') {
    return undefined
  }
  const [text = nullText, part = nullText] = operands.map((each, at) =>
    textArgument(each, call.arguments[at]?.position ?? call.position, context),
  )
  // Two columns may have two collations, and the database does not choose.
  const partText = operands.every(({ kind }) => kind === 'value') ? sql`${part.sql} collate "C"` : part.sql
  const isNullable = text.isNullable || part.isNullable
  switch (call.function) {
    case 'contains':
      return { sql: sql`(strpos(${text.sql}, ${partText}) > 0)`, isNullable }
    case 'startswith':
      return { sql: sql`starts_with(${text.sql}, ${partText})`, isNullable }
    default:
      return { sql: sql`(right(${text.sql}, length(${partText})) = ${partText})`, isNullable }
  }
}

/** `year`, `month`, `day` and `date`, in the offset of the value; undefined if the function is none of them. */
export function callValue(
  call: FilterCall,
  [operand]: readonly Operand[],
  context: LiteralContext,
): Operand | undefined {
  const { function: name, position } = call
  if (name === 'contains' || name === 'startswith' || name === 'endswith' || operand === undefined) {
    return undefined
  }
  const { option } = context
  if (operand.kind === 'literal') {
    const { literal } = operand
    if (literal.type === 'null') return operand
    const isDay = literal.type === 'date' && name !== 'date'
    if (isDay || literal.type === 'dateTimeOffset') {
      return { kind: 'literal', literal: partOfLiteral(name, literal, position) }
    }
  } else if (operand.kind === 'value') {
    const { type, sql: value, local } = operand
    if (type === 'Edm.DateTimeOffset') {
      return partOfValue(name, operand, local ?? sql`(${value} at time zone 'UTC')`)
    }
    if (type === 'Edm.Date' && name !== 'date') return partOfValue(name, operand, value)
  }
  const sentence = `${name} takes a moment${name === 'date' ? '' : ' or a date'}`
  return refuseAt(option, position, 'odata-type-mismatch', sentence)
}

type DatePart = 'year' | 'month' | 'day' | 'date'

function partOfValue(name: DatePart, operand: ValueOperand, wallClock: Sql): ValueOperand {
  const { guards, isBare, isShort } = operand
  const own = { kind: 'value' as const, guards, isBare, isShort }
  switch (name) {
    case 'year':
      return { ...own, type: 'Edm.Int32', sql: sql`extract(year from ${wallClock})::int4` }
    case 'month':
      return { ...own, type: 'Edm.Int32', sql: sql`extract(month from ${wallClock})::int4` }
    case 'day':
      return { ...own, type: 'Edm.Int32', sql: sql`extract(day from ${wallClock})::int4` }
    default:
      return { ...own, type: 'Edm.Date', sql: sql`${wallClock}::date` }
  }
}

function partOfLiteral(
  name: DatePart,
  { value }: Extract<Literal, { type: 'date' | 'dateTimeOffset' | 'guid' | 'integer' | 'decimal' }>,
  position: number,
): Literal {
  if (name === 'date') return { kind: 'literal', type: 'date', value: value.slice(0, 10), position }
  const [start, end] = { year: [0, 4], month: [5, 7], day: [8, 10] }[name]
  return { kind: 'literal', type: 'integer', value: value.slice(start, end), position }
}

interface TextArgument {
  readonly sql: Sql
  readonly isNullable: boolean
}

const nullText: TextArgument = { sql: sql`null::text`, isNullable: true }

function textArgument(operand: Operand, position: number, context: LiteralContext): TextArgument {
  if (operand.kind === 'literal') {
    if (operand.literal.type === 'null') return nullText
    const { text } = literalText(operand.literal, 'Edm.String', context)
    return { sql: parameterOf('Edm.String', text), isNullable: false }
  }
  if (operand.kind === 'value' && operand.type === 'Edm.String') {
    return { sql: nullSafe(operand), isNullable: operand.guards.length > 0 }
  }
  const sentence = `expected ${describeType('Edm.String', context.namespace)} or a member that is a text`
  return refuseAt(context.option, position, 'odata-type-mismatch', sentence)
}
