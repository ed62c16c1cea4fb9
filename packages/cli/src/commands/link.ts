import type { AccountingIntegration, OfferedIntegration } from '@ledgerpost/client'
import type { Command } from 'commander'
import { type Access, choiceOf, openAccess } from '../access/open-access.js'
import { type IntegrationOptions, withIntegration } from '../access/options.js'
import { CommandError } from '../command-error.js'
import { exitCodes } from '../exit-codes.js'
import { consent, type ConsentOptions, openReturn, queryOf } from '../linking/consent.js'
import { settingsInput, type SettingsOptions } from '../linking/settings-input.js'
import { conclude } from '../output/conclude.js'
import type { Result } from '../output/result.js'
import { counted, statusName } from '../output/words.js'
import type { Surroundings } from '../surroundings.js'

interface LinkOptions extends IntegrationOptions, SettingsOptions, ConsentOptions {
  readonly callback?: string
}

const configured = 3

/** `link`: connects a subscriber to a ledger, through a consent page or by settings. */
export function addLink(program: Command, surroundings: Surroundings): void {
  withIntegration(program.command('link'))
    .description('connects the subscriber to a ledger')
    .option('--set <name=value>', 'a setting of the ledger; may be repeated', collect, [])
    .option('--settings <file>', 'the settings as a JSON object')
    .option('--no-open', 'do not open the browser')
    .option('--port <port>', 'of this machine, where the browser comes back to; any that is free', '0')
    .option(
      '--redirect-uri <address>',
      'a page of yours that the browser comes back to; paste its address then',
    )
    .option('--paste', 'do not wait for the browser; paste the address that it was sent back to')
    .option('--callback <address>', 'finish: the address that the browser was sent back to')
    .action((options: LinkOptions) =>
      conclude(surroundings, options, async () => {
        const access = await openAccess(surroundings, options, 'MINDBODY Owner')
        const offered = await chosen(surroundings, access, options.type)
        return linked(offered, await link(surroundings, access, offered, options))
      }),
    )
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value]
}

async function chosen(
  { ask, signal }: Surroundings,
  { subscriber }: Access,
  type: string | undefined,
): Promise<OfferedIntegration> {
  const offered = await subscriber.integrations({ signal })
  const names = offered.map(({ Type }) => Type)
  const wanted =
    type ??
    (offered.length === 1
      ? names[0]
      : ask
        ? await ask.choose('Which ledger?', offered.map(choiceOf))
        : undefined)
  const found = offered.find(({ Type }) => Type.toLowerCase() === wanted?.toLowerCase())
  if (found) return found
  throw new CommandError(
    exitCodes.usage,
    wanted === undefined
      ? `Which ledger? Say --type ${names.join(' or --type ')}.`
      : `The server does not offer '${wanted}', only ${names.join(', ')}.`,
    'ledgerpost doctor',
  )
}

async function link(
  surroundings: Surroundings,
  { subscriber }: Access,
  offered: OfferedIntegration,
  options: LinkOptions,
): Promise<AccountingIntegration> {
  const { signal, ask } = surroundings
  const integration = subscriber.integration(offered.Type)
  if (options.callback !== undefined) return integration.callback(queryOf(options.callback), { signal })
  const Settings = await settingsInput(offered, options, ask)
  const loopback = offered.Authorisation === 'oauth2' ? await openReturn(options) : null
  try {
    const RedirectUri = options.redirectUri ?? loopback?.redirectUri
    const { AuthorisationUrl, AccountingIntegration: at } = await integration.link(
      { Settings, ...(RedirectUri === undefined ? {} : { RedirectUri }) },
      { signal },
    )
    if (AuthorisationUrl !== null) {
      return await integration.callback(await consent(surroundings, AuthorisationUrl, loopback, options), {
        signal,
      })
    }
    return at ?? (await integration.initialize({ signal }))
  } finally {
    await loopback?.close()
  }
}

function linked({ Type, Title }: OfferedIntegration, integration: AccountingIntegration): Result {
  const { Status, MissingMaps = [], IntegrationConfiguration } = integration
  const books = IntegrationConfiguration.Organisation?.Name ?? Title
  return {
    json: {
      Type,
      Organisation: IntegrationConfiguration.Organisation?.Name ?? null,
      Status,
      Missing: MissingMaps.length,
    },
    lines: [
      `Linked: ${books} (${Type}), ${statusName(Status)}.`,
      ...(MissingMaps.length === 0 ? [] : [`${counted(MissingMaps.length, 'thing')} to map.`]),
    ],
    next: Status === configured ? 'ledgerpost sync --watch' : 'ledgerpost map suggest',
  }
}
