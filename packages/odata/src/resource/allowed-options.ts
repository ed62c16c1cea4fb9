import { isStructured } from '../model/members.js'
import { type ODataQuery } from '../parse/query-tree.js'
import { type PathOperation } from '../parse/parse-path.js'
import { listOf } from '../refuse.js'
import { ODataRequestError } from '../request-error.js'
import { type Resource } from './resource.js'

type OptionName = keyof ODataQuery

const paging = ['top', 'skip', 'count', 'skiptoken', 'format'] as const

/** Refuses options that make no sense on the resource (OData 4.0 URL conventions, 5.1). */
export function refuseOtherOptions(
  query: ODataQuery,
  resource: Resource | undefined,
  operation: PathOperation | undefined,
): void {
  const allowed: readonly string[] = allowedOptions(resource, operation)
  const other = Object.keys(query).find((name) => !allowed.includes(name))
  if (other === undefined) return
  throw new ODataRequestError({
    code: 'odata-option',
    message: `$${other} makes no sense here; this path takes ${listOf(allowed.map((name) => `$${name}`))}.`,
    target: `$${other}`,
  })
}

function allowedOptions(
  resource: Resource | undefined,
  operation: PathOperation | undefined,
): readonly OptionName[] {
  if (!resource) return ['format']
  const isOfStructures =
    resource.kind === 'entities' || (resource.kind === 'values' && isStructured(resource.items))
  if (operation === '$count') return isOfStructures ? ['filter'] : []
  if (operation === '$ref') {
    return resource.kind === 'entities' ? ['filter', 'orderby', ...paging] : ['format']
  }
  switch (resource.kind) {
    case 'entities':
      return ['select', 'expand', 'filter', 'orderby', ...paging]
    case 'values':
      return isOfStructures ? ['select', 'filter', 'orderby', ...paging] : paging
    case 'entity':
      return ['select', 'expand', 'format']
    case 'complex':
      return ['select', 'format']
    default:
      return ['format']
  }
}
