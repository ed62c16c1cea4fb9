import { readFile } from 'node:fs/promises'
import { CommandError, unreadable } from '../command-error.js'
import { exitCodes } from '../exit-codes.js'

/** @throws CommandError when the file cannot be read, or holds no JSON */
export async function readJsonFile(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw unreadable(file, error)
  })
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new CommandError(
      exitCodes.refused,
      `${file} is not JSON: ${String(error)}. Correct it.`,
      undefined,
      error,
    )
  }
}
