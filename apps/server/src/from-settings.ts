import { randomUUID } from 'node:crypto'
import type { Logger } from '@ledgerpost/core'
import { loadAdapters } from './adapters/load-adapters.js'
import { ownAdapters } from './adapters/own-adapters.js'
import { dataDirectory, secretKeyOf } from './data-directory.js'
import type { ServerOptions } from './compose.js'
import type { Settings } from './env.js'
import { orderSourceOf } from './order-source/order-source-of.js'

/**
 * What the settings of the environment mean: where things lie, which integrators are offered. Makes the key if there is none.
 * @param environment what adapters of others read their own settings from
 * @throws LedgerpostError `adapter-not-loaded`
 */
export async function serverOptionsOf(
  settings: Settings,
  environment: Readonly<Record<string, string | undefined>>,
  logger: Logger,
): Promise<ServerOptions> {
  const path = settings.LEDGERPOST_DATA_DIRECTORY
  const directory = dataDirectory(path)
  const { DATABASE_URL, LEDGERPOST_REGIONS, LEDGERPOST_PRICING_LEVELS } = settings
  const { LEDGERPOST_ORDER_SOURCE_URL: source, LEDGERPOST_ORDER_SOURCE_TOKEN: sourceToken } = settings
  return {
    database:
      DATABASE_URL === undefined
        ? { kind: 'embedded', directory: directory.database }
        : {
            kind: 'server',
            url: DATABASE_URL,
            // A job uses one at a time, and so does a request.
            poolSize: 10 + (settings.LEDGERPOST_WORKER_CONCURRENCY ?? 0),
            onConnectionLost: (error) => logger.warn({ error }, 'A connection to the database broke.'),
          },
    adapters: [
      ...ownAdapters(settings, directory.books),
      ...(await loadAdapters(settings.LEDGERPOST_ADAPTERS, environment, process.cwd())),
    ],
    tokens: {
      key:
        settings.LEDGERPOST_JWKS_URL === undefined
          ? { secret: settings.LEDGERPOST_JWT_SECRET ?? '' }
          : { jwksUrl: settings.LEDGERPOST_JWKS_URL },
      issuer: settings.LEDGERPOST_JWT_ISSUER,
      audience: settings.LEDGERPOST_JWT_AUDIENCE,
    },
    secretKey: settings.LEDGERPOST_SECRET_KEY ?? (await secretKeyOf(path, directory.secretKeyFile)),
    olderSecretKeys: settings.LEDGERPOST_SECRET_KEYS_OLD,
    workerName: settings.LEDGERPOST_WORKER_NAME ?? defaultWorkerName(DATABASE_URL !== undefined),
    roles: settings.LEDGERPOST_ROLES,
    concurrency: settings.LEDGERPOST_WORKER_CONCURRENCY,
    publicUrl: settings.LEDGERPOST_PUBLIC_URL,
    consoleOrigins: settings.LEDGERPOST_CONSOLE_ORIGINS,
    requestsPerMinute: settings.LEDGERPOST_RATE_LIMIT,
    availability: {
      ...(LEDGERPOST_REGIONS ? { regions: LEDGERPOST_REGIONS } : {}),
      ...(LEDGERPOST_PRICING_LEVELS ? { pricingLevels: LEDGERPOST_PRICING_LEVELS } : {}),
    },
    ...(source === undefined || sourceToken === undefined
      ? {}
      : { orderSource: orderSourceOf(source, sourceToken, logger) }),
    measuresProcess: true,
    logger,
  }
}

/** Only one process has an embedded database open: whoever comes next takes over from the one that died. */
function defaultWorkerName(isShared: boolean): string {
  return isShared ? `worker ${randomUUID()}` : 'worker'
}
