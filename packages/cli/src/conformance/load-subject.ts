import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ConformanceSubject } from '@ledgerpost/testkit/conformance'
import { z } from 'zod'
import { CommandError } from '../command-error.js'
import { exitCodes } from '../exit-codes.js'

const entry = './conformance'

const targetShape = z.union([z.string(), z.record(z.string(), z.unknown())])
const manifestShape = z.looseObject({
  name: z.string(),
  exports: z.record(z.string(), targetShape).optional(),
})

export interface LoadedSubject {
  readonly subject: ConformanceSubject
  /** The contents of its `conformance/expected-failures.json`; none if there is no such file. */
  readonly expectedFailures: unknown
}

/**
 * Loads what the kit needs from the package of an adapter: `conformanceSubject` of its entry `./conformance`.
 * @param conditions of Node's exports, in the order of preference
 * @throws CommandError that says what the package lacks
 */
export async function loadSubject(path: string, conditions: readonly string[]): Promise<LoadedSubject> {
  const directory = resolve(path)
  const { name, exports = {} } = await manifestOf(directory)
  const target = targetOf(exports[entry], conditions)
  if (target === undefined)
    throw unusable(`${name} has no entry '${entry}' among the exports of its package.json.`)
  const file = join(directory, target)
  if (!existsSync(file)) {
    throw unusable(
      `${name} is not built: ${file} does not exist. Build it first.`,
      `npm run build --prefix ${path}`,
    )
  }
  const loaded: unknown = await import(pathToFileURL(file).href)
  const subject: unknown =
    typeof loaded === 'object' && loaded !== null && 'conformanceSubject' in loaded
      ? loaded.conformanceSubject
      : undefined
  if (!isSubject(subject)) throw unusable(`${name}/conformance does not export a conformanceSubject.`)
  return { subject, expectedFailures: await expectedFailuresOf(directory) }
}

async function manifestOf(directory: string): Promise<z.output<typeof manifestShape>> {
  const file = join(directory, 'package.json')
  if (!existsSync(file)) throw unusable(`${directory} is no package: it has no package.json.`)
  const reading = manifestShape.safeParse(JSON.parse(await readFile(file, 'utf8')))
  if (reading.success) return reading.data
  throw unusable(`${file} has no name, or exports that cannot be read.`)
}

/** The file that Node would take: the first condition that holds, in the order of the manifest. */
function targetOf(target: unknown, conditions: readonly string[]): string | undefined {
  if (typeof target === 'string') return target
  if (typeof target !== 'object' || target === null) return undefined
  for (const [condition, inner] of Object.entries(target)) {
    if (!conditions.includes(condition)) continue
    const found = targetOf(inner, conditions)
    if (found !== undefined) return found
  }
  return undefined
}

async function expectedFailuresOf(directory: string): Promise<unknown> {
  const file = join(directory, 'conformance', 'expected-failures.json')
  return existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : []
}

function isSubject(value: unknown): value is ConformanceSubject {
  return (
    typeof value === 'object' && value !== null && 'open' in value && 'transport' in value && 'name' in value
  )
}

function unusable(message: string, next?: string): CommandError {
  return new CommandError(
    exitCodes.refused,
    `${message} An adapter that npm create @ledgerpost/adapter makes shows how it is done.`,
    next,
  )
}
