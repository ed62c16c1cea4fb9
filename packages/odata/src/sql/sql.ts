export type SqlValue = string | number | boolean | null | readonly string[]

/** A statement as a driver of PostgreSQL takes it: `$1` in the text is the first of the values. */
export interface Statement {
  readonly text: string
  readonly values: readonly SqlValue[]
}

class Parameter {
  constructor(readonly value: SqlValue) {}
}

/**
 * A piece of a statement. It can only be made of texts that stand in this package's sources, of the model's
 * identifiers and of parameters, so nothing that a request brings can become a part of a statement's text.
 */
export class Sql {
  private constructor(private readonly chunks: readonly (string | Parameter)[]) {}

  static ofTemplate(strings: TemplateStringsArray, parts: readonly Sql[]): Sql {
    const chunks: (string | Parameter)[] = []
    strings.forEach((text, at) => {
      chunks.push(text, ...(parts[at]?.chunks ?? []))
    })
    return new Sql(chunks)
  }

  static ofParameter(value: SqlValue): Sql {
    return new Sql([new Parameter(value)])
  }

  static ofIdentifier(name: string): Sql {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
      throw new RangeError(`${JSON.stringify(name)} is no identifier that may stand in a statement`)
    }
    return new Sql([`"${name}"`])
  }

  /** A piece that is used in several places is one parameter in all of them. */
  toStatement(): Statement {
    const numbers = new Map<Parameter, number>()
    let text = ''
    for (const chunk of this.chunks) {
      if (typeof chunk === 'string') {
        text += chunk
        continue
      }
      const number = numbers.get(chunk) ?? numbers.size + 1
      numbers.set(chunk, number)
      text += `$${number}`
    }
    return { text, values: [...numbers.keys()].map(({ value }) => value) }
  }
}

export function sql(strings: TemplateStringsArray, ...parts: readonly Sql[]): Sql {
  return Sql.ofTemplate(strings, parts)
}

export function parameter(value: SqlValue): Sql {
  return Sql.ofParameter(value)
}

/** @throws RangeError if the name is not plain; a model that was checked has none such */
export function identifier(name: string): Sql {
  return Sql.ofIdentifier(name)
}

export function joined(parts: readonly Sql[], separator: Sql): Sql {
  return parts.reduce((all, part, at) => (at === 0 ? part : sql`${all}${separator}${part}`), sql``)
}

/** All of the conditions; true if there are none. */
export function allOf(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? sql`true` : joined(conditions, sql` and `)
}

/** A JSON array of the values. */
export function jsonArray(values: readonly Sql[]): Sql {
  return sql`json_build_array(${joined(values, sql`, `)})`
}
