import type { Logger } from '@ledgerpost/core'
import { type DestinationStream, pino, stdSerializers } from 'pino'

export const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const
export type LogLevel = (typeof logLevels)[number]

/** One JSON object a line, errors with their causes. */
export function createLogger(level: LogLevel, destination: DestinationStream): Logger {
  return pino({ level, serializers: { error: stdSerializers.err } }, destination)
}

/** For those who do not want to know. */
export const silentLogger: Logger = createLogger('silent', { write: () => undefined })
