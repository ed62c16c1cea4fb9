import type { IntegrationAction } from '@ledgerpost/core'
import type { User } from '@ledgerpost/engine'
import type { Principal, Role } from '../../auth/principal.js'
import { type AnswerType, requireAcceptable } from '../../http/accept.js'
import type { Route, RouteRequest } from '../../http/routes.js'
import { typeScope } from '../../http/scope.js'
import type { RouteDependencies } from '../dependencies.js'
import { documentationOf } from './action-documentation.js'

export { owner } from '../../auth/principal.js'

/** An action on one integration of one subscriber. */
export interface ActionRequest extends RouteRequest {
  readonly type: string
  /** What the client wants to be answered in. */
  readonly answerType: AnswerType
}

/** The route of `/Subscriber_{id}/AccountingIntegration/Type_{type}/{action}`. */
export function actionRoute(
  { types }: RouteDependencies,
  action: IntegrationAction,
  method: Route['method'],
  roles: readonly Role[],
  handle: (request: ActionRequest) => Promise<Response>,
): Route {
  return {
    method,
    path: `/:scope/AccountingIntegration/:type/${action}`,
    roles,
    documentation: documentationOf(action),
    handle(request) {
      const { req } = request.context
      const type = typeScope(req.param('type') ?? '', types)
      // Before anything happens: an action whose answer cannot be told is not done.
      return handle({ ...request, type, answerType: requireAcceptable(req.header('Accept')) })
    },
  }
}

export function userOf({ userId, userName }: Principal): User {
  return { userId, userName }
}
