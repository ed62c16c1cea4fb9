import type { Clock, Logger } from '@ledgerpost/core'
import type { Engine } from '@ledgerpost/engine'
import type { IdempotencyStore, Reader } from '@ledgerpost/postgres'
import { Hono, type MiddlewareHandler } from 'hono'
import type { Authenticate } from './auth/authenticate.js'
import type { TokenIssuer } from './development/token-issuer.js'
import { tokenRoutes } from './development/token-routes.js'
import { admission } from './http/admission.js'
import { callerHeaders, securityHeaders } from './http/answer-headers.js'
import { crossOrigin } from './http/cross-origin.js'
import { errorAnswer } from './http/error-answer.js'
import { onceByKey } from './http/idempotency/once-by-key.js'
import { type AppEnvironment, mountRoutes, type Route } from './http/routes.js'
import { noSuchAddress } from './http/scope.js'
import { limits } from './limits.js'
import { configurationRoutes } from './routes/actions/configuration-routes.js'
import { linkingRoutes } from './routes/actions/linking-routes.js'
import { syncingRoutes } from './routes/actions/syncing-routes.js'
import { taxRateRoutes } from './routes/actions/tax-rate-routes.js'
import type { Metrics } from './metrics/metrics.js'
import { measureRequests, metricsRoutes } from './metrics/metrics-routes.js'
import { consoleRoutes } from './routes/console/console-routes.js'
import type { RouteDependencies } from './routes/dependencies.js'
import { feedingRoutes } from './routes/feeding/feeding-routes.js'
import { healthRoutes } from './routes/health/health-routes.js'
import { overviewRoutes } from './routes/overview/overview-routes.js'
import { referenceRoutes } from './routes/reference/reference-routes.js'
import { resourceRoutes } from './routes/resources/resource-routes.js'
import { enumeration } from './wire/enumeration.js'

/** What the application takes from outside. */
export interface AppOptions {
  readonly engine: Engine
  /** Reads what the resources show. */
  readonly reader: Reader
  /** Knows which requests with an Idempotency-Key were done, and what they were answered. */
  readonly idempotency: IdempotencyStore
  /** The integration types that are offered: name and number, the number being null where there is none. */
  readonly integrationTypes: readonly { readonly type: string; readonly code: number | null }[]
  /** Has the worker look for work at once. */
  readonly wake: () => void
  readonly authenticate: Authenticate
  readonly isReady: () => Promise<boolean>
  readonly clock: Clock
  readonly logger: Logger
  /** Ids for errors that are logged. */
  readonly newId: () => string
  /** Where clients reach the server, without a slash at the end; by default, where the request came in. */
  readonly publicUrl?: string | undefined
  /** Of one caller in the long run, by this process; 0 is without limit. Default: 600. */
  readonly requestsPerMinute?: number | undefined
  /** Whether anything but its health is answered. Default: true. */
  readonly answersApi?: boolean
  /** Gives tokens to whoever asks, on a developer's machine. */
  readonly issueToken?: TokenIssuer | undefined
  /** The pages of others that may ask from a browser and embed the console, by origin. Default: none. */
  readonly consoleOrigins?: readonly string[] | undefined
  /** Counts requests and offers `/metrics`; without it neither is done. */
  readonly metrics?: Metrics | undefined
  /** Follows what requests lead to; by default nothing does. */
  readonly traceRequests?: MiddlewareHandler | undefined
}

/** The HTTP application. Pure: it neither listens nor opens anything. */
export function createApp(options: AppOptions): Hono<AppEnvironment> {
  const { logger, newId, authenticate, clock, isReady, publicUrl, issueToken, metrics } = options
  const { requestsPerMinute = limits.requestsPerMinute, answersApi = true, consoleOrigins = [] } = options
  const app = new Hono<AppEnvironment>({ strict: false })
  app.onError((error, context) => errorAnswer(error, context, { logger, newId }))
  if (metrics) app.use(measureRequests(metrics, clock))
  app.use(securityHeaders(publicUrl))
  app.route('/health', healthRoutes(isReady))
  if (metrics) app.route('/metrics', metricsRoutes(metrics))
  if (options.traceRequests) app.use(options.traceRequests)
  if (!answersApi) {
    return app.notFound(() => {
      throw noSuchAddress()
    })
  }
  app.route('/', referenceRoutes(publicUrl))
  if (issueToken) app.route('/dev', tokenRoutes(issueToken, clock))
  // A page of others must not get a token from the developer's server, so this comes after.
  if (consoleOrigins.length > 0) app.use(crossOrigin(consoleOrigins))
  app.route(
    '/console',
    consoleRoutes({ origins: consoleOrigins, developmentTokens: issueToken !== undefined }),
  )
  app.use(callerHeaders)
  mountRoutes(app, appRoutes(options), admission({ authenticate, clock, requestsPerMinute }))
  return app
}

/** Every address behind authentication. */
export function appRoutes({
  engine,
  reader,
  idempotency,
  integrationTypes,
  wake,
  clock,
  logger,
  newId,
  publicUrl,
}: AppOptions): readonly Route[] {
  const types = enumeration(integrationTypes.map(({ type, code }) => ({ name: type, code })))
  const dependencies: RouteDependencies = { engine, reader, types, wake, logger, newId, publicUrl }
  const actions = [
    ...configurationRoutes(dependencies),
    ...linkingRoutes(dependencies),
    ...syncingRoutes(dependencies),
    ...taxRateRoutes(dependencies),
  ]
  return [
    ...actions.map((route) => onceByKey(route, { idempotency, clock, logger, newId })),
    ...overviewRoutes(dependencies),
    ...feedingRoutes(dependencies),
    ...resourceRoutes(dependencies),
  ]
}
