import type { Context } from 'hono'
import { Refusal } from '../../http/problem.js'

/** History is always newest first, whatever `$orderby` says, as the documentation has it. */
const known = ['$skiptoken', '$orderby']

/** The `$skiptoken` of a request; other system query options are refused rather than ignored. */
export function skipTokenOf(context: Context): string | null {
  const query = context.req.query()
  const other = Object.keys(query).find((name) => name.startsWith('$') && !known.includes(name))
  if (other !== undefined) {
    throw new Refusal(
      'query-option-not-supported',
      `The query option ${other.slice(0, 40)} is not supported here. Leave it out.`,
    )
  }
  return query['$skiptoken'] ?? null
}

export function badSkipToken(): Refusal {
  return new Refusal(
    'query-option-not-supported',
    'The $skiptoken is not one of ours. Follow @odata.nextLink as it is.',
  )
}
