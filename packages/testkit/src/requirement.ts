import { execFileSync } from 'node:child_process'

/** What a probe learnt about something that the machine, not the package manager, has to provide. */
export type Requirement<Value> =
  | { readonly available: true; readonly name: string; readonly value: Value }
  | { readonly available: false; readonly name: string; readonly reason: string }

export interface RequirementOptions {
  /** Where `LEDGERPOST_REQUIRE_ALL` is read. Default: `process.env`. */
  readonly environment?: Readonly<Record<string, string | undefined>>
  /** Takes the one line that says what is skipped and why. Default: standard error. */
  readonly report?: (line: string) => void
}

/**
 * Asks once whether a program or a server that a test needs is there.
 *
 * The probe returns what the test will use (a version, a connection string), or `undefined` for "not there";
 * whatever it throws is the reason. Use the answer with `describe.skipIf`:
 *
 *     const hledger = await requirement('hledger', programVersion('hledger', ['--version']))
 *     describe.skipIf(!hledger.available)('the journal', () => …)
 *
 * An absent requirement is reported in one line, so that a skipped test is never silent.
 *
 * @throws Error when it is absent and `LEDGERPOST_REQUIRE_ALL=1` is set, as in continuous integration,
 *   where a skipped test would look like a passed one.
 */
export async function requirement<Value>(
  name: string,
  probe: () => Value | undefined | Promise<Value | undefined>,
  options: RequirementOptions = {},
): Promise<Requirement<Value>> {
  const { environment = process.env, report = writeToStandardError } = options
  const found = await ask(probe)
  if ('value' in found) return { available: true, name, value: found.value }
  if (environment['LEDGERPOST_REQUIRE_ALL'] === '1') {
    throw new Error(
      `${name} is required because LEDGERPOST_REQUIRE_ALL=1 is set, but it is not available: ${found.reason}. ` +
        'Provide it, or unset LEDGERPOST_REQUIRE_ALL to skip the tests that need it.',
      { cause: found.cause },
    )
  }
  report(`Skipping the tests that need ${name}: ${found.reason}.`)
  return { available: false, name, reason: found.reason }
}

/** A probe that runs a program and returns the first line it prints, its version for example. */
export function programVersion(program: string, arguments_: readonly string[]): () => string {
  return () => {
    const output = execFileSync(program, arguments_, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
    return output.split('\n', 1).join('')
  }
}

/** A probe that returns the first of these environment variables that is set and not empty. */
export function environmentVariable(...names: readonly [string, ...string[]]): () => string {
  return () => {
    for (const name of names) {
      const value = process.env[name]
      if (value !== undefined && value !== '') return value
    }
    throw new Error(`${names.join(' or ')} is not set`)
  }
}

type Answer<Value> = { readonly value: Value } | { readonly reason: string; readonly cause: unknown }

async function ask<Value>(
  probe: () => Value | undefined | Promise<Value | undefined>,
): Promise<Answer<Value>> {
  try {
    const value = await probe()
    return value === undefined ? { reason: 'not found', cause: undefined } : { value }
  } catch (cause) {
    return { reason: sentence(cause), cause }
  }
}

function sentence(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause)
  const [firstLine = ''] = message.trim().split('\n', 1)
  return firstLine.replace(/\.+$/, '')
}

function writeToStandardError(line: string): void {
  process.stderr.write(`${line}\n`)
}
