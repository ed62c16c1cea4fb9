import { ProblemError, WaitTimedOut } from '@ledgerpost/client'
import { type ExitCode, exitCodes } from './exit-codes.js'

/** A command could not do what was asked. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
  readonly exitCode: ExitCode
  /** A command that helps. */
  readonly next: string | undefined

  constructor(exitCode: ExitCode, message: string, next?: string, cause?: unknown) {
    super(message, { cause })
    this.exitCode = exitCode
    this.next = next
  }
}

/** A file cannot be read; the error says why. */
export function unreadable(file: string, error: unknown): CommandError {
  const why = error instanceof Error ? error.message : String(error)
  return new CommandError(
    exitCodes.refused,
    `${file} cannot be read: ${why}. Check the path.`,
    undefined,
    error,
  )
}

/** The person called it off. */
export class Interrupted extends CommandError {
  constructor() {
    super(exitCodes.interrupted, 'Called off; nothing more is done.')
  }
}

/** What is told of an error, whatever it is. */
export interface ErrorReport {
  readonly exitCode: ExitCode
  readonly message: string
  /** The server's, where it said one. */
  readonly code: string | null
  readonly details: readonly string[]
  readonly next: string | undefined
}

/** @param url where the server should be, for the advice */
export function reportOf(error: unknown, url: string): ErrorReport {
  if (error instanceof CommandError) {
    return { exitCode: error.exitCode, message: error.message, code: null, details: [], next: error.next }
  }
  if (error instanceof ProblemError) return problemReport(error)
  if (error instanceof WaitTimedOut) {
    return {
      exitCode: exitCodes.stillRunning,
      message: error.message,
      code: null,
      details: [],
      next: 'ledgerpost history',
    }
  }
  const reason = networkReasonOf(error)
  if (reason !== undefined) {
    return {
      exitCode: exitCodes.unreachable,
      message: `The server at ${url} cannot be reached (${reason}). Start one, or say where it is with --url or LEDGERPOST_URL.`,
      code: null,
      details: [],
      next: 'ledgerpost serve --dev-tokens',
    }
  }
  const message = error instanceof Error ? error.message : String(error)
  return { exitCode: exitCodes.notWell, message, code: null, details: [], next: undefined }
}

const advice: Readonly<Record<string, string>> = {
  conflict: 'ledgerpost map show',
  'not-signed-in': 'ledgerpost doctor',
  forbidden: 'ledgerpost doctor',
  'integrator-reauthorise': 'ledgerpost link',
}

function problemReport({ status, code, detail, errors, reasons }: ProblemError): ErrorReport {
  const details = [
    ...errors.map(({ member, problem }) => `${member === '' ? '' : `${member}: `}${problem}`),
    ...reasons,
  ]
  return {
    exitCode:
      status === 401 || status === 403
        ? exitCodes.notAllowed
        : status >= 500
          ? exitCodes.unreachable
          : exitCodes.refused,
    message: detail,
    code,
    details,
    next: /^Subscriber \S+ does not exist/.test(detail)
      ? 'ledgerpost platform subscriber <file>'
      : code === null
        ? undefined
        : advice[code],
  }
}

const networkCodes: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
])

/** Why a request never came to an answer; undefined for other errors. */
function networkReasonOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if (error instanceof AggregateError) {
    return error.errors.map((each: unknown) => networkReasonOf(each)).find((code) => code !== undefined)
  }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (networkCodes.has(code) || code.startsWith('UND_ERR')) return code
  const reason = networkReasonOf(error.cause)
  if (reason !== undefined || error.message !== 'fetch failed') return reason
  return error.cause instanceof Error ? error.cause.message : error.message
}
