import { createPlainTextAdapter } from '@ledgerpost/adapter-plain-text'
import { createXeroAdapter, defaultLimits } from '@ledgerpost/adapter-xero'
import type { Adapter, Logger } from '@ledgerpost/core'
import {
  composeServer,
  createLogger,
  dataDirectory,
  type RunningServer,
  readSecretKey,
  serve,
  systemClock,
} from '@ledgerpost/server'
import { fileSource } from './file-source.js'
import { createGate } from './gate.js'
import { order, type Report, type Setup, setup, setupVariable } from './messages.js'

/** The server is gone this long after it was asked to stop, in milliseconds; the server's own program has the same. */
const longestStop = 10_000
const day = 24 * 3_600_000

async function main(): Promise<void> {
  const options = setup.parse(JSON.parse(process.env[setupVariable] ?? 'null'))
  const logger = createLogger('warn', { write: (text) => void process.stderr.write(text) })
  const gate = createGate({
    onReached: (point) => say({ kind: 'reached', ...point }),
    onPassed: (point) => say({ kind: 'passed', ...point }),
  })
  gate.arm(options.arms)
  process.on('message', (message) => {
    const received = order.parse(message)
    if (received.kind === 'release') return gate.release()
    if (received.kind === 'trace') return gate.trace()
    gate.arm(received.arms)
    say({ kind: 'armed' })
  })
  // Whoever plays is gone: nobody would ever end this process.
  process.once('disconnect', () => process.exit(1))
  const server = await start(options, gate.aroundStep, logger)
  process.once('SIGTERM', () => {
    setTimeout(() => process.exit(2), longestStop).unref()
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ error }, 'The server did not stop as it should.')
        process.exit(3)
      },
    )
    gate.release()
  })
  say({ kind: 'ready', url: server.url })
}

/** The real server, on a real database; only its leases and waits are shorter, and its steps are watched. */
async function start(
  options: Setup,
  aroundStep: ReturnType<typeof createGate>['aroundStep'],
  logger: Logger,
): Promise<RunningServer> {
  const composed = await composeServer({
    database: {
      kind: 'server',
      url: options.databaseUrl,
      poolSize: options.poolSize,
      onConnectionLost: (error) => logger.warn({ error }, 'A connection to the database broke.'),
    },
    adapters: adaptersOf(options),
    tokens: { key: { secret: options.tokenSecret }, issuer: 'ledgerpost', audience: 'ledgerpost' },
    secretKey: secretKeyOf(options),
    workerName: options.workerName,
    workerPace: {
      leaseMilliseconds: options.leaseMilliseconds,
      pollMilliseconds: options.pollMilliseconds,
      sliceMilliseconds: options.sliceMilliseconds,
    },
    // One job at once, so that a process that is killed breaks off one.
    concurrency: 1,
    roles: options.roles,
    clock: { ...systemClock, now: () => systemClock.now() + options.clockAhead },
    aroundStep,
    orderSource: fileSource(options.ordersDirectory),
    requestsPerMinute: 0,
    logger,
  })
  if (options.isRestored) await composed.engine.markRestored(day)
  return serve(composed, { port: 0, hostname: '127.0.0.1' })
}

function secretKeyOf({ secretKey }: Setup): Uint8Array {
  const key = readSecretKey(secretKey)
  if (!key) throw new RangeError('secretKey must be 64 hexadecimal digits.')
  return key
}

function adaptersOf({ dataDirectory: path, xero }: Setup): readonly Adapter[] {
  const plainText = createPlainTextAdapter({ rootDirectory: dataDirectory(path).books })
  if (!xero) return [plainText]
  const { url, clientId, clientSecret, settlingTime, answerTimeout } = xero
  return [
    plainText,
    createXeroAdapter({
      clientId,
      clientSecret,
      apiUrl: url,
      identityUrl: url,
      limits: {
        settlingTime,
        tokenTimeout: answerTimeout,
        http: { ...defaultLimits.http, answerTimeout, totalTimeout: answerTimeout * 2 },
        calls: { ...defaultLimits.calls, count: 100_000, burst: 1000 },
      },
    }),
  ]
}

function say(report: Report): void {
  process.send?.(report)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(1)
})
