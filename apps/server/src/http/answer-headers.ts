import type { MiddlewareHandler } from 'hono'
import type { AppEnvironment } from './routes.js'

const secondsOfAYear = 31_536_000

/** What browsers must not do with an answer, whatever it is. */
export const fixedHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const

/**
 * Sets the fixed headers; a page that sets one of its own keeps it.
 * @param publicUrl only where clients come over HTTPS are they told to stay there
 */
export function securityHeaders(publicUrl: string | undefined): MiddlewareHandler {
  const isHttps = publicUrl?.startsWith('https:') === true
  const wanted = Object.entries({
    ...fixedHeaders,
    ...(isHttps ? { 'Strict-Transport-Security': `max-age=${secondsOfAYear}` } : {}),
  })
  return async (context, next) => {
    await next()
    const { headers } = context.res
    for (const [name, value] of wanted) if (!headers.has(name)) headers.set(name, value)
  }
}

/** Of what is behind authentication: that nobody keeps it, and how much more its caller may ask for. */
export const callerHeaders: MiddlewareHandler<AppEnvironment> = async (context, next) => {
  await next()
  const { headers } = context.res
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store')
  const rate = context.get('rate')
  if (rate === undefined) return
  headers.set('RateLimit-Limit', String(rate.limit))
  headers.set('RateLimit-Remaining', String(rate.remaining))
  headers.set('RateLimit-Reset', String(rate.reset))
}
