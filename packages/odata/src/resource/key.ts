import { type EnumType, type PrimitiveType } from '../model/primitive-type.js'
import { primitiveOf, typeName } from '../model/members.js'
import { type EntityType, type PrimitiveProperty } from '../model/structured-type.js'
import { type Literal } from '../parse/literal.js'
import { type KeyPart, type PathSegment } from '../parse/parse-path.js'
import { refuseAt } from '../refuse.js'
import { columnOf } from '../sql/column-text.js'
import { literalText } from '../sql/literal-text.js'
import { parameterOf } from '../sql/parameter-of.js'
import { type Sql, sql } from '../sql/sql.js'

/** A key in a path: how an address has it, and which row it means. */
export interface ReadKey {
  readonly address: string
  readonly conditions: readonly Sql[]
}

/** @throws ODataRequestError if it is not a key of the type */
export function readKey(
  segment: PathSegment,
  key: readonly KeyPart[],
  type: EntityType,
  alias: Sql,
  namespace: string,
): ReadKey {
  const refuse = (position: number): never => {
    const parts =
      type.key.length === 1
        ? `one value, of ${type.key.join('')}`
        : type.key.map((name) => `${name}=…`).join(',')
    return refuseAt('path', position, 'odata-key', `a key of ${type.name} is ${parts}`)
  }
  if (key.length !== type.key.length) return refuse(segment.position)
  const texts: string[] = []
  const conditions = type.key.map((name) => {
    const part =
      key.find((each) => each.name === name) ??
      (key.length === 1 && key[0]?.name === undefined ? key[0] : undefined)
    const property = primitiveOf(type, name)
    if (!part || !property) return refuse(segment.position)
    const typed = literalText(part.value, property.type, { namespace, option: 'path' })
    texts.push(keyText(property, typed.text, part.value))
    return sql`${columnOf(alias, property.column)} = ${parameterOf(typed.type, typed.text)}`
  })
  return { address: keyAddress(type, texts, namespace), conditions }
}

/** The key in parentheses, percent-encoded, from the texts that the database has of its parts. */
export function keyAddress(type: EntityType, texts: readonly string[], namespace: string): string {
  const parts = type.key.map((name, at) => {
    const property = primitiveOf(type, name)
    const value = keyLiteral(property?.type ?? 'Edm.String', texts[at] ?? '', namespace)
    return type.key.length === 1 ? value : `${name}=${value}`
  })
  return `(${parts.join(',')})`
}

/** One entity has one address, however its key was written. */
function keyText({ type }: PrimitiveProperty, text: string, { type: literal }: Literal): string {
  switch (type) {
    case 'Edm.Int32':
    case 'Edm.Int64':
      return literal === 'integer' ? BigInt(text).toString() : text
    case 'Edm.Guid':
      return text.toLowerCase()
    default:
      return text
  }
}

function keyLiteral(type: PrimitiveType | EnumType, text: string, namespace: string): string {
  if (typeof type === 'object') return `${typeName(namespace, type)}'${encodeURIComponent(text)}'`
  if (type !== 'Edm.String') return encodeURIComponent(text)
  return `'${encodeURIComponent(text.replaceAll("'", "''"))}'`
}
