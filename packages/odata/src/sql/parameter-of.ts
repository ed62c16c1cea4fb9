import { type PrimitiveType } from '../model/primitive-type.js'
import { isTextLiteral } from '../parse/literal.js'
import { parameter, type Sql, sql } from './sql.js'

const ranges = {
  'Edm.Int32': [-(2n ** 31n), 2n ** 31n - 1n],
  'Edm.Int64': [-(2n ** 63n), 2n ** 63n - 1n],
} as const
const mostDigits = 1_000

/**
 * Why the database cannot hold the text as a value of the type; undefined if it can. What passes here never fails
 * there.
 */
export function faultOfText(type: PrimitiveType, text: string): string | undefined {
  switch (type) {
    case 'Edm.String':
      return text.includes('\0') ? 'a text without the character U+0000' : undefined
    case 'Edm.Boolean':
      return text === 'true' || text === 'false' ? undefined : 'true or false'
    case 'Edm.Int32':
    case 'Edm.Int64': {
      const [least, most] = ranges[type]
      const isInteger = isTextLiteral('integer', text) && text.length <= mostDigits
      if (isInteger && BigInt(text) >= least && BigInt(text) <= most) return undefined
      return `an integer from ${least} to ${most}`
    }
    case 'Edm.Decimal': {
      const isNumber = isTextLiteral('integer', text) || isTextLiteral('decimal', text)
      return isNumber && text.length <= mostDigits
        ? undefined
        : `a number of at most ${mostDigits} characters`
    }
    case 'Edm.Date':
      return isTextLiteral('date', text) && !text.startsWith('0000') ? undefined : 'a date from the year 1 on'
    case 'Edm.DateTimeOffset':
      if (!isTextLiteral('dateTimeOffset', text) || text.startsWith('0000'))
        return 'a moment from the year 1 on'
      return /\.\d{6}\d*[1-9]/.test(text) ? 'a moment in microseconds, with at most six decimals' : undefined
    default:
      return isTextLiteral('guid', text) ? undefined : 'a guid'
  }
}

/** A parameter of the type that columns of it have, so that their indexes serve. */
export function parameterOf(type: PrimitiveType, text: string): Sql {
  // Some drivers take nothing but their own booleans for a parameter of that type.
  if (type === 'Edm.Boolean') return sql`${parameter(text)}::text::boolean`
  return sql`${parameter(text)}::${sqlTypes[type]}`
}

export function arrayParameterOf(type: PrimitiveType, texts: readonly string[]): Sql {
  if (type === 'Edm.Boolean') return sql`${parameter(texts)}::text[]::boolean[]`
  return sql`${parameter(texts)}::${sqlTypes[type]}[]`
}

const sqlTypes: Readonly<Record<PrimitiveType, Sql>> = {
  'Edm.String': sql`text`,
  'Edm.Boolean': sql`boolean`,
  'Edm.Int32': sql`int4`,
  'Edm.Int64': sql`int8`,
  'Edm.Decimal': sql`numeric`,
  'Edm.Date': sql`date`,
  'Edm.DateTimeOffset': sql`timestamptz`,
  'Edm.Guid': sql`uuid`,
}
