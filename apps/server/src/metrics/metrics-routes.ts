import type { Clock } from '@ledgerpost/core'
import { Hono, type MiddlewareHandler } from 'hono'
import { routeTemplate } from '../http/route-template.js'
import type { Metrics } from './metrics.js'

/** `/metrics`, for Prometheus. No token needed: nothing in it names a subscriber. */
export function metricsRoutes(metrics: Pick<Metrics, 'text' | 'contentType'>): Hono {
  return new Hono().get('/', async (context) =>
    context.body(await metrics.text(), 200, {
      'Content-Type': metrics.contentType,
      'Cache-Control': 'no-store',
    }),
  )
}

/** Measures every request until its answer begins. */
export function measureRequests(metrics: Pick<Metrics, 'requestAnswered'>, clock: Clock): MiddlewareHandler {
  return async (context, next) => {
    const began = clock.now()
    await next()
    const route = routeTemplate(context) ?? 'none'
    metrics.requestAnswered(route, context.req.method, context.res.status, clock.now() - began)
  }
}
