import { type AccessOptions, givenUrl } from '../access/options.js'
import { CommandError, reportOf } from '../command-error.js'
import { exitCodes } from '../exit-codes.js'
import type { Surroundings } from '../surroundings.js'
import type { Result } from './result.js'

/** Runs a command, prints what it came to, and says by the exit code how it went. Never throws. */
export async function conclude(
  surroundings: Surroundings,
  options: Pick<AccessOptions, 'json' | 'url'>,
  work: () => Promise<Result>,
): Promise<void> {
  const { output, messages, signal, variables, setExitCode } = surroundings
  const { json = false } = options
  try {
    const { json: value, lines, isWell = true, next } = await work()
    if (json) output.write(`${JSON.stringify(value, null, 2)}\n`)
    else for (const line of lines) output.write(`${line}\n`)
    if (next !== undefined && !json) messages.write(`Next: ${next}\n`)
    setExitCode(isWell ? exitCodes.done : exitCodes.notWell)
  } catch (error) {
    const report = reportOf(
      signal.aborted && !(error instanceof CommandError)
        ? new CommandError(exitCodes.interrupted, 'Interrupted. What the server was asked for goes on there.')
        : error,
      givenUrl(options, variables),
    )
    const { exitCode, message, code, details, next } = report
    if (json) {
      messages.write(
        `${JSON.stringify({ error: { message, code, details, next: next ?? null, exitCode } })}\n`,
      )
    } else {
      messages.write(`${message}${code === null ? '' : ` (${code})`}\n`)
      for (const detail of details) messages.write(`  ${detail}\n`)
      if (next !== undefined) messages.write(`Next: ${next}\n`)
    }
    setExitCode(exitCode)
  }
}
