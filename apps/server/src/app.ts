import type { Logger } from '@ledgerpost/core'
import type { Engine } from '@ledgerpost/engine'
import type { Reader } from '@ledgerpost/postgres'
import { Hono } from 'hono'
import type { Authenticate } from './auth/authenticate.js'
import type { TokenIssuer } from './development/token-issuer.js'
import { tokenRoutes } from './development/token-routes.js'
import { errorAnswer } from './http/error-answer.js'
import { type AppEnvironment, mountRoutes, type Route } from './http/routes.js'
import { configurationRoutes } from './routes/actions/configuration-routes.js'
import { linkingRoutes } from './routes/actions/linking-routes.js'
import { syncingRoutes } from './routes/actions/syncing-routes.js'
import { taxRateRoutes } from './routes/actions/tax-rate-routes.js'
import type { RouteDependencies } from './routes/dependencies.js'
import { feedingRoutes } from './routes/feeding/feeding-routes.js'
import { healthRoutes } from './routes/health/health-routes.js'
import { resourceRoutes } from './routes/resources/resource-routes.js'
import { enumeration } from './wire/enumeration.js'

/** What the application takes from outside. */
export interface AppOptions {
  readonly engine: Engine
  /** Reads what the resources show. */
  readonly reader: Reader
  /** The integration types that are offered: name and number, the number being null where there is none. */
  readonly integrationTypes: readonly { readonly type: string; readonly code: number | null }[]
  /** Has the worker look for work at once. */
  readonly wake: () => void
  readonly authenticate: Authenticate
  readonly isReady: () => Promise<boolean>
  readonly logger: Logger
  /** Ids for errors that are logged. */
  readonly newId: () => string
  /** Where clients reach the server, without a slash at the end; by default, where the request came in. */
  readonly publicUrl?: string | undefined
  /** Gives tokens to whoever asks, on a developer's machine. */
  readonly issueToken?: TokenIssuer | undefined
}

/** The HTTP application. Pure: it neither listens nor opens anything. */
export function createApp(options: AppOptions): Hono<AppEnvironment> {
  const { logger, newId, authenticate, isReady, issueToken } = options
  const app = new Hono<AppEnvironment>()
  app.onError((error, context) => errorAnswer(error, context, { logger, newId }))
  app.route('/health', healthRoutes(isReady))
  if (issueToken) app.route('/dev', tokenRoutes(issueToken))
  mountRoutes(app, appRoutes(options), authenticate)
  return app
}

/** Every address behind authentication. */
export function appRoutes({
  engine,
  reader,
  integrationTypes,
  wake,
  logger,
  newId,
  publicUrl,
}: AppOptions): readonly Route[] {
  const types = enumeration(integrationTypes.map(({ type, code }) => ({ name: type, code })))
  const dependencies: RouteDependencies = { engine, reader, types, wake, logger, newId, publicUrl }
  return [
    ...configurationRoutes(dependencies),
    ...linkingRoutes(dependencies),
    ...syncingRoutes(dependencies),
    ...taxRateRoutes(dependencies),
    ...feedingRoutes(dependencies),
    ...resourceRoutes(dependencies),
  ]
}
