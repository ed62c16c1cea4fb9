import type { QueuedSync } from '@ledgerpost/client'
import type { Command } from 'commander'
import { type IntegrationAccess, openIntegration } from '../access/open-access.js'
import { type IntegrationOptions, withIntegration } from '../access/options.js'
import { CommandError } from '../command-error.js'
import { exitCodes } from '../exit-codes.js'
import { conclude } from '../output/conclude.js'
import type { Result } from '../output/result.js'
import type { Surroundings } from '../surroundings.js'
import { syncResult } from './sync-result.js'
import { type IsDone, isResyncDone, isSyncDone, watchSync } from './watch-sync.js'

interface SyncOptions extends IntegrationOptions {
  readonly watch?: boolean
  readonly timeout: string
}

const recordsLookedAt = 50

/** `sync` and `resync`. */
export function addSync(program: Command, surroundings: Surroundings): void {
  const withWatch = (command: Command) =>
    withIntegration(command)
      .option('--watch', 'wait until it has ended')
      .option('--timeout <seconds>', 'how long to wait with --watch', '1800')
  withWatch(program.command('sync'))
    .description('carries the orders into the ledger')
    .action((options: SyncOptions) =>
      started(surroundings, options, isSyncDone, ({ integration }) =>
        integration.sync({ signal: surroundings.signal }),
      ),
    )
  withWatch(program.command('resync'))
    .description('sends again what was not accepted')
    .argument('[record]', 'of which sync; the newest with something open by default')
    .action((record: string | undefined, options: SyncOptions) =>
      started(surroundings, options, isResyncDone, async (access) => {
        const recordId = record ?? (await newestOpen(access, surroundings.signal))
        return access.integration.resync(recordId, { signal: surroundings.signal })
      }),
    )
}

function started(
  surroundings: Surroundings,
  options: SyncOptions,
  isDone: IsDone,
  start: (access: IntegrationAccess) => Promise<QueuedSync>,
): Promise<void> {
  return conclude(surroundings, options, async (): Promise<Result> => {
    const seconds = Number(options.timeout)
    if (!(seconds > 0)) {
      throw new CommandError(exitCodes.usage, `--timeout is a number of seconds, not '${options.timeout}'.`)
    }
    const access = await openIntegration(surroundings, options)
    const { recordId } = await start(access)
    if (options.watch) return syncResult(await watchSync(surroundings, access, recordId, { seconds, isDone }))
    return {
      json: { Id: recordId },
      lines: [`Sync ${recordId} is queued.`],
      next: `ledgerpost history ${recordId}`,
    }
  })
}

async function newestOpen({ subscriber, type }: IntegrationAccess, signal: AbortSignal): Promise<string> {
  for await (const { Id, IntegrationType, Outcome } of subscriber.syncHistory({
    top: recordsLookedAt,
    signal,
  })) {
    const { Pending, Held, Rejected, InDoubt } = Outcome
    if (IntegrationType === type && Pending + Held + Rejected + InDoubt > 0) return Id
  }
  throw new CommandError(
    exitCodes.refused,
    `None of the newest ${recordsLookedAt} syncs has anything to send again.`,
    'ledgerpost history',
  )
}
