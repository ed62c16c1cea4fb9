import type { Readable } from 'node:stream'
import { CommanderError } from 'commander'
import { exitCodes } from './exit-codes.js'
import { createProgram } from './program.js'
import type { Surroundings } from './surroundings.js'

/** Runs one command line, without the names of the runtime and the program. @throws what is a defect */
export async function run(
  words: readonly string[],
  surroundings: Surroundings,
  input: Readable,
): Promise<void> {
  try {
    await createProgram(surroundings, input).parseAsync(words, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    // Help that was asked for is what was wanted; anything else was not understood, and has been said.
    surroundings.setExitCode(error.exitCode === 0 ? exitCodes.done : exitCodes.usage)
  }
}
