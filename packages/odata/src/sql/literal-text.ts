import { typeName } from '../model/members.js'
import { type EnumType, type PrimitiveType } from '../model/primitive-type.js'
import { type Literal } from '../parse/literal.js'
import { listOf, quoted, refuseAt } from '../refuse.js'
import { type ODataRequestErrorCode } from '../request-error.js'
import { faultOfText } from './parameter-of.js'

/** A literal as what it is compared with needs it: a text, and the type of parameter that it becomes. */
export interface TypedText {
  readonly type: PrimitiveType
  readonly text: string
}

/** What a query's literals are read with. */
export interface LiteralContext {
  readonly namespace: string
  /** The option that the literal stands in. */
  readonly option: string
}

/**
 * Reads a literal that is not null as a value of the type. The members of enumerations become their names, since
 * their columns hold those.
 * @throws ODataRequestError if it is none, or one that no column can hold
 */
export function literalText(
  literal: Literal,
  type: PrimitiveType | EnumType,
  context: LiteralContext,
): TypedText {
  const typed = typeof type === 'string' ? asPrimitive(literal, type) : asMember(literal, type, context)
  const refuse = (code: ODataRequestErrorCode, sentence: string): never =>
    refuseAt(context.option, literal.position, code, sentence)
  if (typed === undefined) {
    return refuse(
      'odata-type-mismatch',
      `expected ${describeType(type, context.namespace)}, found ${describe(literal)}`,
    )
  }
  const fault = faultOfText(typed.type, typed.text)
  return fault === undefined ? typed : refuse('odata-out-of-range', `expected ${fault}, found another`)
}

/** The type that a literal has by itself. */
export function naturalType(literal: Literal): PrimitiveType | undefined {
  switch (literal.type) {
    case 'string':
      return 'Edm.String'
    case 'boolean':
      return 'Edm.Boolean'
    case 'integer':
    case 'decimal':
      return 'Edm.Decimal'
    case 'date':
      return 'Edm.Date'
    case 'dateTimeOffset':
      return 'Edm.DateTimeOffset'
    case 'guid':
      return 'Edm.Guid'
    default:
      return undefined
  }
}

export function describe(literal: Literal): string {
  return literal.type === 'dateTimeOffset' ? 'a moment' : `a literal of type ${literal.type}`
}

export function describeType(type: PrimitiveType | EnumType, namespace: string): string {
  switch (type) {
    case 'Edm.String':
      return "a text such as 'a'"
    case 'Edm.Boolean':
      return 'true or false'
    case 'Edm.Date':
      return 'a date such as 2026-01-31'
    case 'Edm.DateTimeOffset':
      return 'a moment such as 2026-01-31T10:00:00Z'
    case 'Edm.Guid':
      return 'a guid'
    case 'Edm.Int32':
    case 'Edm.Int64':
    case 'Edm.Decimal':
      return 'a number'
    default:
      return `a member of ${typeName(namespace, type)}: ${listOf(Object.keys(type.members))}`
  }
}

function asPrimitive(literal: Literal, type: PrimitiveType): TypedText | undefined {
  if (literal.type === 'integer' && (type === 'Edm.Int32' || type === 'Edm.Int64')) {
    return { type, text: literal.value }
  }
  if (literal.type === 'decimal' && (type === 'Edm.Int32' || type === 'Edm.Int64')) {
    return { type: 'Edm.Decimal', text: literal.value }
  }
  if (naturalType(literal) !== type) return undefined
  const text = String(literal.value)
  return { type, text: literal.type === 'dateTimeOffset' ? text.toUpperCase() : text }
}

function asMember(literal: Literal, type: EnumType, context: LiteralContext): TypedText | undefined {
  const name = nameOfMember(literal, type, context.namespace)
  if (name === undefined) return undefined
  if (Object.hasOwn(type.members, name)) return { type: 'Edm.String', text: name }
  const members = listOf(Object.keys(type.members))
  const sentence = `${type.name} has no member ${quoted(name)}; it has ${members}`
  return refuseAt(context.option, literal.position, 'odata-unknown-member', sentence)
}

function nameOfMember(literal: Literal, type: EnumType, namespace: string): string | undefined {
  switch (literal.type) {
    case 'string':
      return literal.value
    case 'integer':
      return nameOfNumber(literal.value, type)
    case 'enumeration': {
      if (literal.enumeration !== typeName(namespace, type)) return undefined
      return /^-?\d+$/.test(literal.value) ? nameOfNumber(literal.value, type) : literal.value
    }
    default:
      return undefined
  }
}

/** The member with the number; the number itself if there is none, which is no member's name. */
function nameOfNumber(text: string, type: EnumType): string {
  return Object.entries(type.members).find(([, value]) => value === Number(text))?.[0] ?? text
}
