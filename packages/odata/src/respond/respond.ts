import { type ODataAnswer } from '../answer/answer.js'
import { negotiateJson } from '../answer/negotiate.js'
import { type Model } from '../model/model.js'
import { type ResourcePath } from '../parse/parse-path.js'
import { type ODataQuery } from '../parse/query-tree.js'
import { newPlanContext } from '../plan/plan-context.js'
import { type ODataRequest } from '../request.js'
import { ODataRequestError } from '../request-error.js'
import { readPageSize } from '../request-headers.js'
import { refuseOtherOptions } from '../resource/allowed-options.js'
import { type Resource } from '../resource/resource.js'
import { resolvePath } from '../resource/resolve-path.js'
import { type Exchange } from './exchange.js'
import { respondCollection, respondCount } from './respond-collection.js'
import { respondComplex, respondEntity, respondPrimitive } from './respond-single.js'

export interface ResourceRequest {
  readonly model: Model
  /** The most items of a page. */
  readonly pageSize: number
  readonly request: ODataRequest
  /** At least one segment. */
  readonly path: ResourcePath
  readonly query: ODataQuery
}

/** Answers what lies below the root, with one statement. */
export async function respond({
  model,
  pageSize,
  request,
  path: { segments, operation },
  query,
}: ResourceRequest): Promise<ODataAnswer> {
  const { namespace } = model
  const preference = readPageSize(request.header('Prefer'))
  const size = Math.min(preference?.size ?? pageSize, pageSize)
  const plan = newPlanContext({ namespace, pageSize: size, format: query.format })
  const resource = resolvePath(segments, { model, scope: request.scope, newAlias: plan.newAlias })
  const isCollection = resource.kind === 'entities' || resource.kind === 'values'
  if (operation === '$count') {
    if (!isCollection) return refuseOperation(operation, 'counts a collection')
    refuseOtherOptions(query, resource, operation)
    return respondCount(resource, { request, query, plan })
  }
  if (operation === '$ref' && resource.kind !== 'entities' && resource.kind !== 'entity') {
    return refuseOperation(operation, 'refers to entities')
  }
  refuseOtherOptions(query, resource, operation)
  const format = negotiateJson(query.format, request.header('Accept'))
  const exchange = { request, query, operation, plan, write: { format, namespace, root: request.root } }
  const applied: Readonly<Record<string, string>> =
    preference && isCollection ? { 'Preference-Applied': `${preference.name}=${size}` } : {}
  return respondTo(resource, exchange, applied)
}

function respondTo(
  resource: Resource,
  exchange: Exchange,
  headers: Readonly<Record<string, string>>,
): Promise<ODataAnswer> {
  switch (resource.kind) {
    case 'entities':
    case 'values':
      return respondCollection(resource, exchange, headers)
    case 'entity':
      return respondEntity(resource, exchange)
    case 'complex':
      return respondComplex(resource, exchange)
    default:
      return respondPrimitive(resource, exchange)
  }
}

function refuseOperation(operation: string, what: string): never {
  throw new ODataRequestError({
    code: 'odata-member-use',
    message: `${operation} ${what}, and this path leads to something else.`,
    target: 'path',
  })
}
