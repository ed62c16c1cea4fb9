import type { SavedIntegrationInput } from '@ledgerpost/client'
import type { Command } from 'commander'
import { openIntegration } from '../access/open-access.js'
import { type IntegrationOptions, withIntegration } from '../access/options.js'
import { conclude } from '../output/conclude.js'
import type { Result } from '../output/result.js'
import { statusName } from '../output/words.js'
import type { Surroundings } from '../surroundings.js'

interface PreferencesOptions extends IntegrationOptions {
  readonly summarize?: boolean
  readonly byLocation?: boolean
  readonly startDate?: string
  readonly syncTime?: string | false
}

/** `preferences`: how orders become documents; without an option it shows them. */
export function addPreferences(program: Command, surroundings: Surroundings): void {
  withIntegration(program.command('preferences'))
    .description('how orders become documents; shows it, or changes what is named')
    .option('--summarize', 'one packet for each day and payment method')
    .option('--no-summarize', 'one packet for each order')
    .option('--by-location', 'summaries apart by location')
    .option('--no-by-location', 'summaries of all locations together')
    .option('--start-date <date>', 'the first business day to book, such as 2026-03-01')
    .option('--sync-time <time>', 'when a sync begins every day by the subscriber’s clocks, such as 04:30')
    .option('--no-sync-time', 'no sync begins by itself')
    .action((options: PreferencesOptions) =>
      conclude(surroundings, options, () => run(surroundings, options)),
    )
}

async function run(surroundings: Surroundings, options: PreferencesOptions): Promise<Result> {
  const { signal } = surroundings
  const { integration } = await openIntegration(surroundings, options)
  const { summarize, byLocation, startDate, syncTime } = options
  const change: NonNullable<SavedIntegrationInput['SynchronizationPreferences']> = {
    ...(summarize === undefined ? {} : { SummarizeData: summarize }),
    ...(byLocation === undefined ? {} : { ByLocation: byLocation }),
    ...(startDate === undefined ? {} : { StartDate: startDate }),
    ...(syncTime === undefined ? {} : { SyncTime: syncTime === false ? null : syncTime }),
  }
  const { Status, SynchronizationPreferences } =
    Object.keys(change).length === 0
      ? await integration.initialize({ signal })
      : await integration.save({ SynchronizationPreferences: change }, { signal })
  const { SummarizeData = false, ByLocation = false, StartDate, SyncTime } = SynchronizationPreferences ?? {}
  return {
    json: { SynchronizationPreferences, Status },
    lines: [
      SummarizeData
        ? `One packet for each business day and payment method${ByLocation ? ', apart by location' : ''}.`
        : 'One packet for each order.',
      `Booked from ${StartDate ?? 'the day of linking'} on.`,
      SyncTime === undefined ? 'No sync begins by itself.' : `A sync begins every day at ${SyncTime}.`,
      `The integration is ${statusName(Status)}.`,
    ],
  }
}
