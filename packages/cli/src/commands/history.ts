import type { SyncPacket } from '@ledgerpost/client'
import type { Command } from 'commander'
import { type Access, openAccess } from '../access/open-access.js'
import { type AccessOptions, withAccess } from '../access/options.js'
import { CommandError } from '../command-error.js'
import { exitCodes } from '../exit-codes.js'
import { conclude } from '../output/conclude.js'
import type { Result } from '../output/result.js'
import { table } from '../output/screen.js'
import { allOf } from './all-of.js'
import { counted, minute, money } from '../output/words.js'
import type { Surroundings } from '../surroundings.js'
import { syncResult } from './sync-result.js'

interface HistoryOptions extends AccessOptions {
  readonly limit: string
  readonly open?: boolean
}

/** `history`: the syncs, or what one of them made. */
export function addHistory(program: Command, surroundings: Surroundings): void {
  const { signal } = surroundings
  withAccess(program.command('history'))
    .description('the syncs, newest first; or the packets of one')
    .argument('[record]', 'the id of a sync')
    .option('--limit <count>', 'at most so many', '20')
    .option('--open', 'only packets that are not in the ledger')
    .action((record: string | undefined, options: HistoryOptions) =>
      conclude(surroundings, options, async () => {
        const limit = Number(options.limit)
        if (!Number.isSafeInteger(limit) || limit < 1 || limit > 1000) {
          throw new CommandError(
            exitCodes.usage,
            `--limit is a number from 1 to 1000, not '${options.limit}'.`,
          )
        }
        const access = await openAccess(surroundings, options, 'MINDBODY Owner')
        return record === undefined
          ? recordsResult(access, limit, signal)
          : packetsResult(access, record, { limit, onlyOpen: options.open ?? false }, signal)
      }),
    )
}

async function recordsResult({ subscriber }: Access, limit: number, signal: AbortSignal): Promise<Result> {
  const records = await allOf(subscriber.syncHistory({ top: limit, signal }))
  const rows = records.map(({ Id, CreatedTime, IntegrationType, Status, Outcome }) => [
    Id,
    minute(CreatedTime),
    IntegrationType,
    Status,
    String(Outcome.Read),
    String(Outcome.Sent),
    String(Outcome.Held + Outcome.Rejected + Outcome.InDoubt),
    String(Outcome.Excluded),
  ])
  return {
    json: records,
    lines:
      rows.length === 0
        ? ['Nothing was synced yet.']
        : table(['Sync', 'UTC', 'Ledger', 'Status', 'Orders', 'Sent', 'Open', 'Left out'], rows),
    ...(rows.length === 0 ? { next: 'ledgerpost sync --watch' } : {}),
  }
}

async function packetsResult(
  { subscriber }: Access,
  recordId: string,
  { limit, onlyOpen }: { readonly limit: number; readonly onlyOpen: boolean },
  signal: AbortSignal,
): Promise<Result> {
  const record = await subscriber.syncRecord(recordId, { signal })
  const packets = await allOf(
    subscriber.packets(recordId, {
      top: limit,
      expand: 'States',
      signal,
      ...(onlyOpen ? { filter: "Status ne 'Sent'" } : {}),
    }),
  )
  const exclusions = await allOf(subscriber.exclusions(recordId, { top: limit, signal }))
  const summary = syncResult(record)
  const rows = packets.map(({ Id, Date: day, PaymentMethodId, Total, Currency, Status, OrderCount }) => [
    Id,
    day,
    PaymentMethodId ?? '–',
    String(OrderCount),
    Status,
    money(Total, Currency),
  ])
  const waiting = packets.find(({ Status }) => Status !== 'Sent')
  return {
    json: { ...record, Packets: packets, Exclusions: exclusions },
    lines: [
      ...summary.lines,
      ...(rows.length === 0
        ? []
        : ['', ...table(['Packet', 'Day', 'Method', 'Orders', 'Status', 'Total'], rows)]),
      ...reasonsOf(packets),
      ...exclusions.map(({ Message }) => `! ${Message}`),
    ],
    isWell: summary.isWell ?? true,
    ...(waiting ? { next: `ledgerpost packet show ${waiting.Id} --record ${recordId}` } : {}),
  }
}

/** Why packets are not in the ledger, each reason once. */
function reasonsOf(packets: readonly SyncPacket[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { Status, States = [] } of packets) {
    const message = States.at(-1)?.Message
    if (Status === 'Sent' || message == null) continue
    const reason = `${Status}: ${message}`
    counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  return [...counts].map(([reason, count]) => `! ${counted(count, 'packet')} ${reason}`)
}
