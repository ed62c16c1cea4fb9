import type { Element } from '../books/read-element.js'

/** Whether an element fulfils a filter. */
export type Condition = (element: Element) => boolean

export class QueryParseError extends Error {
  override readonly name = 'QueryParseError'
}

const comparison =
  /^([A-Za-z.]+)\s*(==|!=|>=|<=|>|<)\s*(?:"([^"]*)"|DateTime\((\d{4}),\s*(\d{1,2}),\s*(\d{1,2})\))$/
const beginning = /^([A-Za-z.]+)\.StartsWith\("([^"]*)"\)$/

/**
 * The part of Xero's filter language that adapters use: comparisons of members with texts and dates and
 * `StartsWith`, joined by AND and OR (AND binds closer).
 * @throws QueryParseError
 */
export function parseWhere(filter: string): Condition {
  const alternatives = splitOutsideQuotes(filter, / OR /i).map((alternative) =>
    splitOutsideQuotes(alternative, / AND /i).map((each) => parseCondition(each.trim())),
  )
  return (element) => alternatives.some((conditions) => conditions.every((holds) => holds(element)))
}

function parseCondition(source: string): Condition {
  const starts = beginning.exec(source)
  if (starts) {
    const [, name = '', prefix = ''] = starts
    return (element) => memberText(element, name).startsWith(prefix)
  }
  const match = comparison.exec(source)
  if (!match) throw new QueryParseError(`No property or operator understood in '${source}'`)
  const [, name = '', operator = '', quoted, year = '', month = '', day = ''] = match
  const wanted = quoted ?? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return (element) => compares(operator, memberText(element, name), wanted)
}

function compares(operator: string, actual: string, wanted: string): boolean {
  switch (operator) {
    case '==':
      return actual === wanted
    case '!=':
      return actual !== wanted
    case '>=':
      return actual >= wanted
    case '<=':
      return actual <= wanted
    case '>':
      return actual > wanted
    default:
      return actual < wanted
  }
}

/** A member as text, a date as `YYYY-MM-DD`; the members of members by a point (`Contact.Name`). */
function memberText(element: Element, path: string): string {
  let value: unknown = element
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || !(name in value)) return ''
    value = new Map(Object.entries(value)).get(name)
  }
  if (typeof value !== 'string') return String(value)
  const date = /^\/Date\((-?\d+)/.exec(value)
  return date ? new Date(Number(date[1])).toISOString().slice(0, 10) : value
}

function splitOutsideQuotes(source: string, separator: RegExp): string[] {
  const parts: string[] = []
  let rest = source
  let from = 0
  for (;;) {
    const found = rest.slice(from).search(separator)
    if (found < 0) return [...parts, rest]
    const at = from + found
    const isQuoted = (rest.slice(0, at).split('"').length - 1) % 2 === 1
    if (isQuoted) {
      from = at + 1
      continue
    }
    parts.push(rest.slice(0, at))
    rest = rest.slice(at + (separator.exec(rest.slice(at))?.[0].length ?? 1))
    from = 0
  }
}
