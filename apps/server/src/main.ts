#!/usr/bin/env node
import { rename, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { LedgerpostError, type Logger } from '@ledgerpost/core'
import { destination } from 'pino'
import { type ComposedServer, composeServer } from './compose.js'
import { developmentEnvironment } from './development/development-environment.js'
import { requireDevelopment } from './development/require-development.js'
import { welcome } from './development/welcome.js'
import { readSettings, type Settings } from './env.js'
import { serverOptionsOf } from './from-settings.js'
import { createLogger } from './logger.js'
import { type RunningServer, serve } from './serve.js'
import type { StartedTracing } from './traces/start-tracing.js'

/** The server is gone this long after it was asked to stop, in milliseconds. */
const longestStop = 10_000

/** For so long after `--restored`, documents are looked up before they are sent, in milliseconds. */
const restoredFor = 30 * 24 * 3_600_000

const usage = `ledgerpost-server [--ready-file FILE] [--dev-tokens] [--restored]
ledgerpost-server --reseal

Starts the server; the environment says how (see the README).
  --ready-file FILE  written with the server's address once it takes requests
  --restored         after the database was restored from a copy: for 30 days, every document is looked up
                     at the integrator before it is sent, since it may have been sent after the copy was made
  --dev-tokens       for trying it out on your own machine: POST /dev/token gives a token to whoever asks
  --reseal           encrypts what is stored of integrators with the current secret key, says how much, and ends
`

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      'ready-file': { type: 'string' },
      'dev-tokens': { type: 'boolean' },
      restored: { type: 'boolean' },
      reseal: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  if (values.help === true) {
    process.stdout.write(usage)
    return
  }
  const isDevelopment = values['dev-tokens'] === true
  const environment = isDevelopment ? developmentEnvironment(process.env) : process.env
  const reading = readSettings(environment)
  if (!reading.ok) return fail(`The server cannot start:\n${reading.problems.join('\n')}`)
  const { settings } = reading
  const logger = createLogger(settings.LEDGERPOST_LOG_LEVEL, destination({ fd: 2, sync: true }))
  const nodeEnvironment = process.env['NODE_ENV']
  if (isDevelopment) {
    requireDevelopment({
      nodeEnvironment,
      hostname: settings.HOST,
      publicUrl: settings.LEDGERPOST_PUBLIC_URL,
    })
  }
  const traces = await tracesOf(settings, logger)
  const composed = await composeServer({
    ...(await serverOptionsOf(settings, environment, logger)),
    tracing: traces?.tracing,
    ...(isDevelopment ? { developmentTokens: { nodeEnvironment } } : {}),
  })
  if (values.reseal === true) return reseal(composed)
  if (values.restored === true) {
    await composed.engine.markRestored(restoredFor)
    logger.warn({}, 'The database was restored: for 30 days, documents are looked up before they are sent.')
  }
  const server = await serve(composed, { port: settings.PORT, hostname: settings.HOST })
  stopOnSignals({
    ...server,
    async stop() {
      await server.stop()
      await traces?.stop()
    },
  })
  process.stdout.write(`Ledgerpost listens on ${server.url}\n`)
  if (composed.issueToken) process.stdout.write(await welcome(composed.issueToken, server.url))
  if (values['ready-file'] !== undefined) await writeWhole(values['ready-file'], `${server.url}\n`)
}

async function reseal({ engine, close }: ComposedServer): Promise<void> {
  try {
    const { resealed, current, left } = await engine.resealGrants()
    process.stdout.write(`Sealed with the current key now: ${resealed}; before: ${current}; not: ${left}.\n`)
    if (left > 0) fail('Some grants are still sealed with another key; the log says which, and what to do.')
  } finally {
    await close()
  }
}

/** The SDK is loaded only by those who told where traces go. */
async function tracesOf(settings: Settings, logger: Logger): Promise<StartedTracing | undefined> {
  const {
    OTEL_EXPORTER_OTLP_ENDPOINT: all,
    OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: traces,
    LEDGERPOST_TRACES: share,
  } = settings
  if ((all === undefined && traces === undefined) || share === 0) return undefined
  const { startTracing } = await import('./traces/start-tracing.js')
  return startTracing(share, logger)
}

function stopOnSignals(server: RunningServer): void {
  const stop = () => {
    setTimeout(() => {
      fail('The server did not stop in time; what was under way is taken up at the next start.')
      process.exit()
    }, longestStop).unref()
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        report(error)
        process.exit()
      },
    )
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

/** Who waits for the file must not see half of it. */
async function writeWhole(file: string, text: string): Promise<void> {
  await writeFile(`${file}.part`, text)
  await rename(`${file}.part`, file)
}

function report(error: unknown): void {
  if (error instanceof LedgerpostError) fail(error.message)
  else fail(error instanceof Error ? (error.stack ?? error.message) : String(error))
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`)
  process.exitCode = 1
}

main().catch(report)
