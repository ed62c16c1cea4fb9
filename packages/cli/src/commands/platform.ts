import type { AccountingConfigurationInput, SubscriberInput } from '@ledgerpost/client'
import type { Command } from 'commander'
import { type Access, openAccess } from '../access/open-access.js'
import { type AccessOptions, withAccess } from '../access/options.js'
import { CommandError } from '../command-error.js'
import { exitCodes } from '../exit-codes.js'
import { conclude } from '../output/conclude.js'
import type { Surroundings } from '../surroundings.js'
import { readJsonFile } from './read-json-file.js'

/** `platform subscriber` and `platform configuration`: what a platform tells before orders. */
export function addPlatform(program: Command, surroundings: Surroundings): void {
  const platform = program.command('platform').description('tells what the platform knows of a subscriber')
  const tell = (
    name: string,
    description: string,
    put: (access: Access, body: object) => Promise<void>,
    next: string,
  ) =>
    withAccess(platform.command(name))
      .description(description)
      .argument('<file>', 'JSON, as the API takes it')
      .action((file: string, options: AccessOptions) =>
        conclude(surroundings, options, async () => {
          const body = await bodyOf(file)
          const access = await openAccess(surroundings, options, 'MINDBODY Automated System')
          await put(access, body)
          return {
            json: { Subscriber: access.subscriberId, File: file },
            lines: [`The server knows the ${name} of ${access.subscriberId} as ${file} has it.`],
            next,
          }
        }),
      )
  tell(
    'subscriber',
    'region, time zone, currency: who the subscriber is',
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the server checks every member and says which is wrong
    ({ subscriber }, body) => subscriber.putSubscriber(body as SubscriberInput),
    'ledgerpost platform configuration <file>',
  )
  tell(
    'configuration',
    'tax rates, revenue categories, payment methods and products: what can be mapped',
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the server checks every member and says which is wrong
    ({ subscriber }, body) => subscriber.putConfiguration(body as AccountingConfigurationInput),
    'ledgerpost orders push <file>',
  )
}

async function bodyOf(file: string): Promise<object> {
  const value = await readJsonFile(file)
  if (typeof value === 'object' && value !== null) return value
  throw new CommandError(exitCodes.refused, `${file} holds no JSON object. Correct it.`)
}
