import type { JsonRecord } from '@ledgerpost/adapter-kit'

/** Whether a row fulfils a condition. */
export type Condition = (row: JsonRecord) => boolean

const literal = String.raw`'(?:[^'\\]|\\.)*'|true|false|-?\d+(?:\.\d+)?`
const term = new RegExp(
  String.raw`^\s*([A-Za-z.]+)\s*(?:(=|!=|>=|<=|>|<|\blike\b)\s*(${literal})|\bin\s*\(\s*((?:${literal})(?:\s*,\s*(?:${literal}))*)\s*\))\s*`,
  'i',
)
const literals = new RegExp(literal, 'gi')

/** Conditions joined by `and`, which is the only way that Intuit has. @throws RangeError */
export function parseWhere(source: string): Condition {
  const conditions: Condition[] = []
  let rest = source
  for (;;) {
    const match = term.exec(rest)
    if (!match) throw new RangeError(`Encountered ${JSON.stringify(rest)}`)
    const [whole, member = '', operator = 'in', single, several] = match
    const texts = (single ?? several ?? '').match(literals) ?? []
    conditions.push(conditionOf(member, operator.toLowerCase(), texts.map(textOf)))
    rest = rest.slice(whole.length)
    if (rest === '') return (row) => conditions.every((holds) => holds(row))
    const and = /^and\s/i.exec(rest)
    if (!and) throw new RangeError(`Encountered ${JSON.stringify(rest)}`)
    rest = rest.slice(and[0].length)
  }
}

function conditionOf(member: string, operator: string, wanted: readonly string[]): Condition {
  const [first = ''] = wanted
  return (row) => {
    const actual = memberText(row, member)
    switch (operator) {
      case 'in':
      case '=':
        return wanted.includes(actual)
      case '!=':
        return actual !== first
      case '>=':
        return actual >= first
      case '<=':
        return actual <= first
      case '>':
        return actual > first
      case '<':
        return actual < first
      default:
        return like(actual, first)
    }
  }
}

function like(actual: string, pattern: string): boolean {
  const parts = pattern.split('%').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  return new RegExp(`^${parts.join('.*')}$`, 's').test(actual)
}

/** A member as text; the members of members by a point (`MetaData.CreateTime`). */
function memberText(row: JsonRecord, path: string): string {
  let value: unknown = row
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || !(name in value)) return ''
    value = new Map(Object.entries(value)).get(name)
  }
  return typeof value === 'string' ? value : String(value)
}

function textOf(written: string): string {
  return written.startsWith("'") ? written.slice(1, -1).replaceAll(/\\(.)/g, '$1') : written.toLowerCase()
}
