import type { MiddlewareHandler } from 'hono'

const methods = 'GET, POST, PUT, DELETE'
const requestHeaders = 'Accept, Authorization, Content-Type, Idempotency-Key, If-None-Match, Prefer'
const answerHeaders =
  'Location, Retry-After, X-Request-Id, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset'
const secondsKnown = '600'

/**
 * Lets pages of the listed origins ask (Fetch Standard, section 3.2). They show who asks by a token; nothing that a
 * browser sends by itself counts here, so no credentials are allowed.
 */
export function crossOrigin(origins: readonly string[]): MiddlewareHandler {
  const allowed = new Set(origins)
  return async (context, next) => {
    const origin = context.req.header('Origin')
    const isAllowed = origin !== undefined && allowed.has(origin)
    const isPreflight =
      context.req.method === 'OPTIONS' && context.req.header('Access-Control-Request-Method') !== undefined
    if (isAllowed && isPreflight) {
      return new Response(null, {
        status: 204,
        headers: {
          'Access-Control-Allow-Origin': origin,
          'Access-Control-Allow-Methods': methods,
          'Access-Control-Allow-Headers': requestHeaders,
          'Access-Control-Max-Age': secondsKnown,
          Vary: 'Origin',
        },
      })
    }
    await next()
    context.res.headers.append('Vary', 'Origin')
    if (!isAllowed) return undefined
    context.res.headers.set('Access-Control-Allow-Origin', origin)
    context.res.headers.set('Access-Control-Expose-Headers', answerHeaders)
    return undefined
  }
}
