import type { HttpBindings } from '@hono/node-server'
import type { Context, Hono, MiddlewareHandler } from 'hono'
import type { Documentation } from '../openapi/operation.js'
import { maySee, type Principal, type Role } from '../auth/principal.js'
import { Refusal } from './problem.js'
import type { RateDecision } from './rate-limit/rate-limiter.js'
import type { ReadBody } from './read-body.js'
import { noSuchAddress, subscriberNotFound, subscriberScope } from './scope.js'

export interface AppEnvironment {
  /** What Node.js has of the request; not there when the application is called without a network. */
  readonly Bindings: Partial<HttpBindings>
  readonly Variables: {
    principal: Principal
    readBody: ReadBody
    /** What the caller may still ask for; undefined where nothing is counted. */
    rate: RateDecision | undefined
  }
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

/** Mounts the routes behind `admit`, which says who calls; an address with another verb answers 405 and those that it has. */
export function mountRoutes(
  app: Hono<AppEnvironment>,
  routes: readonly Route[],
  admit: MiddlewareHandler<AppEnvironment>,
): void {
  app.use(admit)
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
