import { readFile } from 'node:fs/promises'
import type { OfferedIntegration } from '@ledgerpost/client'
import { z } from 'zod'
import { CommandError } from '../command-error.js'
import { exitCodes } from '../exit-codes.js'
import type { Asker } from '../surroundings.js'

/** What of a JSON Schema questions are made of. */
const schemaShape = z.looseObject({
  properties: z
    .record(
      z.string(),
      z.looseObject({
        type: z.string().optional(),
        description: z.string().optional(),
        format: z.string().optional(),
        writeOnly: z.boolean().optional(),
      }),
    )
    .default({}),
  required: z.array(z.string()).default([]),
})

const settingsShape = z.record(z.string(), z.unknown())

export interface SettingsOptions {
  readonly set?: readonly string[]
  readonly settings?: string
}

/**
 * The settings of Link: those of a file, then those of `--set name=value`, then what the person is asked for because the
 * adapter needs it. @throws CommandError
 */
export async function settingsInput(
  { SettingsSchema, Title }: OfferedIntegration,
  options: SettingsOptions,
  ask: Asker | null,
): Promise<Readonly<Record<string, unknown>>> {
  const { properties, required } = schemaShape.parse(SettingsSchema ?? {})
  const settings: Record<string, unknown> =
    options.settings === undefined ? {} : await settingsOf(options.settings)
  for (const pair of options.set ?? []) {
    const at = pair.indexOf('=')
    if (at < 1) throw new CommandError(exitCodes.usage, `--set is name=value, not '${pair}'.`)
    settings[pair.slice(0, at)] = valueOf(pair.slice(at + 1), properties[pair.slice(0, at)]?.type)
  }
  const open = required.filter((name) => settings[name] === undefined)
  if (open.length > 0 && !ask) {
    throw new CommandError(
      exitCodes.usage,
      `${Title} needs settings that nobody can be asked for here: ${open.join(', ')}. Pass them with --settings FILE or --set name=value; a file keeps secrets out of the list of processes.`,
    )
  }
  for (const name of open) {
    const property = properties[name]
    const question = property?.description === undefined ? name : `${name}: ${property.description}`
    const isSecret = property?.writeOnly === true || property?.format === 'password' || isSecretName(name)
    const answer = (await (isSecret ? ask?.secret(question) : ask?.text(question))) ?? ''
    settings[name] = valueOf(answer, property?.type)
  }
  return settings
}

function isSecretName(name: string): boolean {
  return /password|passphrase|secret|token|api_?key/i.test(name)
}

async function settingsOf(file: string): Promise<Record<string, unknown>> {
  try {
    return settingsShape.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    throw new CommandError(
      exitCodes.refused,
      `${file} cannot be used as settings: it must hold a JSON object. (${error instanceof Error ? error.message.split('\n')[0] : String(error)})`,
      undefined,
      error,
    )
  }
}

/** Texts stay as they were typed; for anything else the value is JSON. */
function valueOf(text: string, type: string | undefined): unknown {
  if (type === undefined || type === 'string') return text
  try {
    return JSON.parse(text)
  } catch {
    // The server says what it should be.
    return text
  }
}
