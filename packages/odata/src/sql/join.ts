import { type Relation } from '../model/relation.js'
import { columnOf } from './column-text.js'
import { identifier, parameter, type Sql, sql } from './sql.js'

/** `from` the relation under the alias. */
export function fromRelation({ name }: Relation, alias: Sql): Sql {
  return sql`from ${relationAs(name, alias)}`
}

export function relationAs(name: string, alias: Sql): Sql {
  return sql`${identifier(name)} as ${alias}`
}

/** Which rows of a relation belong to the parent's row. */
export function joinConditions({ joins }: Relation, alias: Sql, parent: Sql): readonly Sql[] {
  return Object.entries(joins).map(
    ([own, parents]) => sql`${columnOf(alias, own)} = ${columnOf(parent, parents)}`,
  )
}

/**
 * Which rows of an entity set belong to the request.
 * @throws RangeError if the scope lacks a name that the set is joined by; without it the rows of all would be read
 */
export function scopeConditions(
  { joins, name }: Relation,
  alias: Sql,
  scope: Readonly<Record<string, string>>,
): readonly Sql[] {
  return Object.entries(joins).map(([column, entry]) => {
    const value = Object.hasOwn(scope, entry) ? scope[entry] : undefined
    if (value === undefined) {
      throw new RangeError(
        `The request's scope has no entry ${JSON.stringify(entry)}, which ${name} is joined by`,
      )
    }
    // Without a cast the parameter takes the type of the column, whatever that is.
    return sql`${columnOf(alias, column)} = ${parameter(value)}`
  })
}
