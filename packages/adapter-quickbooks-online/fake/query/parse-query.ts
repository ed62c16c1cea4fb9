import type { JsonRecord } from '@ledgerpost/adapter-kit'
import { type Condition, parseWhere } from './where.js'

export class QueryParseError extends Error {
  override readonly name = 'QueryParseError'
}

export interface Query {
  readonly entity: string
  /** The members that are told; undefined for all. */
  readonly members: readonly string[] | undefined
  readonly isCount: boolean
  readonly condition: Condition
  /** Whether the condition says whether inactive rows are meant: else they are left out. */
  readonly asksForActive: boolean
  /** From 1. */
  readonly start: number
  readonly count: number
}

const form =
  /^\s*select\s+(.+?)\s+from\s+(\w+)(?:\s+where\s+(.+?))?(?:\s+order\s*by\s+\w+(?:\s+(?:asc|desc))?)?(?:\s+startposition\s+(\d+))?(?:\s+maxresults\s+(\d+))?\s*$/is

/** The part of Intuit's query language that adapters use. @throws QueryParseError */
export function parseQuery(text: string): Query {
  const match = form.exec(text)
  if (!match) throw new QueryParseError(`Encountered an error parsing the query: ${text}`)
  const [, members = '', entity = '', where, start = '1', count = '100'] = match
  if (Number(count) > 1000) throw new QueryParseError('maxresults must be 1000 or less')
  const isCount = /^count\(\*\)$/i.test(members)
  return {
    entity,
    members: members === '*' || isCount ? undefined : members.split(',').map((member) => member.trim()),
    isCount,
    condition: where === undefined ? () => true : parseWhere(where),
    asksForActive: where !== undefined && /\bActive\b/i.test(where),
    start: Number(start),
    count: Number(count),
  }
}

/** The answer to a query over an entity's rows: without rows there is no list at all. */
export function queryAnswer(query: Query, rows: readonly JsonRecord[]): JsonRecord {
  const chosen = rows.filter(
    (row) => (query.asksForActive || row['Active'] !== false) && query.condition(row),
  )
  if (query.isCount) return { QueryResponse: { totalCount: chosen.length } }
  const page = chosen.slice(query.start - 1, query.start - 1 + query.count)
  if (page.length === 0) return { QueryResponse: {} }
  return {
    QueryResponse: {
      [query.entity]: page.map((row) => told(row, query.members)),
      startPosition: query.start,
      maxResults: page.length,
    },
  }
}

function told(row: JsonRecord, members: readonly string[] | undefined): JsonRecord {
  if (!members) return row
  return Object.fromEntries(Object.entries(row).filter(([name]) => members.includes(name)))
}
