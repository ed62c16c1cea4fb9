import { type EnumType, type PrimitiveType } from '../model/primitive-type.js'
import { identifier, type Sql, sql } from './sql.js'

/** The column of the relation that stands under the alias. */
export function columnOf(alias: Sql, column: string): Sql {
  return sql`${alias}.${identifier(column)}`
}

/** What every leaf is read as: a text from which `writeValue` makes JSON, so that no driver or float touches a value. */
export function outputText(type: PrimitiveType | EnumType, column: Sql, local?: Sql): Sql {
  switch (type) {
    case 'Edm.Date':
      return dateText(column)
    case 'Edm.DateTimeOffset': {
      const wallClock = local ?? sql`${column} at time zone 'UTC'`
      const text = sql`to_char(${wallClock}, 'YYYY-MM-DD"T"HH24:MI:SS.MS')`
      return local ? sql`${text} || ' ' || ${offsetSeconds(column, local)}` : sql`${text} || ' 0'`
    }
    default:
      return sql`${column}::text`
  }
}

/** A text that stands for exactly this value, and from which a parameter can be made again. */
export function exactText(type: PrimitiveType, value: Sql): Sql {
  switch (type) {
    case 'Edm.Date':
      return dateText(value)
    case 'Edm.DateTimeOffset':
      return sql`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
    default:
      return sql`${value}::text`
  }
}

function dateText(column: Sql): Sql {
  return sql`to_char(${column}, 'YYYY-MM-DD')`
}

function offsetSeconds(column: Sql, local: Sql): Sql {
  return sql`extract(epoch from (${local} - (${column} at time zone 'UTC')))::int8::text`
}
