import type { Context, Hono } from 'hono'
import type { Documentation } from '../openapi/operation.js'
import type { Authenticate } from '../auth/authenticate.js'
import { maySee, type Principal, type Role } from '../auth/principal.js'
import { Refusal } from './problem.js'
import { noSuchAddress, subscriberNotFound, subscriberScope } from './scope.js'

export interface AppEnvironment {
  readonly Variables: { principal: Principal }
}

/** A request by somebody who may make it, for a subscriber of theirs. */
export interface RouteRequest {
  readonly context: Context<AppEnvironment>
  readonly principal: Principal
  readonly subscriberId: string
}

/** An address and what happens there. Its pattern has the domain scope as `:scope`. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly roles: readonly Role[]
  /** What the document says of it; without that there is no route. */
  readonly documentation: Documentation
  handle(request: RouteRequest): Promise<Response>
}

/** Mounts the routes behind authentication; an address with another verb answers 405 and those that it has. */
export function mountRoutes(
  app: Hono<AppEnvironment>,
  routes: readonly Route[],
  authenticate: Authenticate,
): void {
  app.use(async (context, next) => {
    context.set('principal', await authenticate(context.req.header('Authorization')))
    await next()
  })
  for (const route of routes) {
    app.on(route.method, route.path, (context) => handleAllowed(route, context))
  }
  for (const path of new Set(routes.map((route) => route.path))) {
    const allowed = routes.filter((route) => route.path === path).map(({ method }) => method)
    app.all(path, (context) => {
      subscriberScope(context.req.param('scope') ?? '')
      const verbs = allowed.includes('GET') ? [...allowed, 'HEAD'] : allowed
      throw new Refusal(
        'method-not-allowed',
        `${context.req.method} is not possible here. Use ${allowed.join(' or ')}.`,
        {
          headers: { Allow: verbs.join(', ') },
        },
      )
    })
  }
  app.notFound(() => {
    throw noSuchAddress()
  })
}

async function handleAllowed(route: Route, context: Context<AppEnvironment>): Promise<Response> {
  const principal = context.get('principal')
  const subscriberId = subscriberScope(context.req.param('scope') ?? '')
  if (!route.roles.includes(principal.role)) {
    throw new Refusal('forbidden', `This is for ${route.roles.join(', ')}; the token says ${principal.role}.`)
  }
  if (!maySee(principal, subscriberId)) throw subscriberNotFound(subscriberId)
  return route.handle({ context, principal, subscriberId })
}
