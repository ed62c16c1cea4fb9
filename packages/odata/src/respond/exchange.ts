import { type WriteContext } from '../answer/write-context.js'
import { type PathOperation } from '../parse/parse-path.js'
import { type ODataQuery } from '../parse/query-tree.js'
import { type PlanContext } from '../plan/plan-context.js'
import { type ODataRequest } from '../request.js'
import { ODataRequestError } from '../request-error.js'
import { type Origin, selectFrom } from '../resource/resource.js'
import { allOf, type Sql, sql } from '../sql/sql.js'

/** A request for data, understood so far as it must be before it is planned. */
export interface Exchange {
  readonly request: ODataRequest
  readonly query: ODataQuery
  readonly operation: PathOperation | undefined
  readonly plan: PlanContext
  readonly write: WriteContext
}

/**
 * Reads one value beside the origin.
 * @returns null if the value is
 * @throws ODataRequestError if the origin does not exist
 */
export async function readValue(
  { execute }: ODataRequest,
  origin: Origin,
  value: Sql,
): Promise<string | null> {
  const [row] = await execute(selectFrom(origin, value).toStatement())
  if (!row) {
    throw new ODataRequestError({
      code: 'odata-not-found',
      status: 404,
      message: 'There is nothing at this path: an entity on the way to it, or at its end, does not exist.',
      target: 'path',
    })
  }
  const { answer } = row
  if (typeof answer === 'string' || answer === null) return answer
  throw new TypeError('The column "answer" was handed on as something other than the text or null that it is')
}

/** The value if all of the conditions hold, else null. */
export function valueIf(guards: readonly Sql[], value: Sql): Sql {
  return guards.length === 0 ? value : sql`case when ${allOf(guards)} then ${value} end`
}

/** What was selected and expanded, as a context URL has it. */
export function listText(list: readonly string[] | undefined): string {
  return list === undefined ? '' : `(${list.join(',')})`
}
