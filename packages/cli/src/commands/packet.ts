import type { SyncPacket } from '@ledgerpost/client'
import type { Command } from 'commander'
import { type Access, openAccess } from '../access/open-access.js'
import { type AccessOptions, withAccess } from '../access/options.js'
import { CommandError } from '../command-error.js'
import { exitCodes } from '../exit-codes.js'
import { conclude } from '../output/conclude.js'
import type { Result } from '../output/result.js'
import { table } from '../output/screen.js'
import { counted, minute, money } from '../output/words.js'
import type { Surroundings } from '../surroundings.js'

const recordsLookedAt = 50
const ordersTold = 10

/** `packet show`. */
export function addPacket(program: Command, surroundings: Surroundings): void {
  const packet = program.command('packet').description('what was or will be booked at once')
  withAccess(packet.command('show'))
    .description('what a packet books, its orders, its documents in the ledger, and what became of it')
    .argument('<packet>', 'its id, as `history` has it')
    .option('--record <id>', 'the sync that made it; otherwise the newest syncs are searched')
    .action((id: string, options: AccessOptions & { readonly record?: string }) =>
      conclude(surroundings, options, async () => {
        const access = await openAccess(surroundings, options, 'MINDBODY Owner')
        const found = await find(access, id, options.record, surroundings.signal)
        return packetResult(found.packet, found.recordId)
      }),
    )
}

interface Found {
  readonly recordId: string
  readonly packet: SyncPacket
}

async function find(
  { subscriber }: Access,
  id: string,
  record: string | undefined,
  signal: AbortSignal,
): Promise<Found> {
  const filter = `Id eq '${id.replaceAll("'", "''")}'`
  const within = async (recordId: string): Promise<Found | undefined> => {
    for await (const packet of subscriber.packets(recordId, { filter, expand: 'States', signal })) {
      return { recordId, packet }
    }
    return undefined
  }
  if (record !== undefined) {
    const found = await within(record)
    if (found) return found
    throw missing(`Sync ${record} has no packet ${id}.`)
  }
  for await (const { Id } of subscriber.syncHistory({ top: recordsLookedAt, signal })) {
    const found = await within(Id)
    if (found) return found
  }
  throw missing(
    `None of the newest ${recordsLookedAt} syncs has a packet ${id}. Name its sync with --record.`,
  )
}

function missing(message: string): CommandError {
  return new CommandError(exitCodes.refused, message, 'ledgerpost history')
}

function packetResult(packet: SyncPacket, recordId: string): Result {
  const {
    Id,
    Date: day,
    Status,
    Currency,
    Total,
    OrderIds,
    OrderCount,
    RequestItems,
    Payments,
    Documents,
  } = packet
  const states = packet.States ?? []
  const more = OrderCount > ordersTold ? ` and ${OrderCount - ordersTold} more` : ''
  return {
    json: packet,
    lines: [
      `Packet ${Id} of ${day}: ${money(Total, Currency)}, ${Status}`,
      `  ${counted(OrderCount, 'order')}: ${OrderIds.slice(0, ordersTold).join(', ')}${more}`,
      '',
      ...table(
        ['Category', 'Taxes', 'Net', 'Tax'],
        RequestItems.map(({ RevenueCategoryId, TaxRateIds, NetAmount, TaxAmount }) => [
          RevenueCategoryId,
          TaxRateIds.join('+') || 'none',
          money(NetAmount, Currency),
          money(TaxAmount, Currency),
        ]),
      ),
      '',
      ...Payments.map(
        ({ PaymentMethodId, Amount }) => `  paid by ${PaymentMethodId}: ${money(Amount, Currency)}`,
      ),
      ...Documents.flatMap(({ Kind, Reference, Status: state, Total: total, Link, Message, Deviation }) => [
        `  ${Kind} ${Reference}: ${money(total, Currency)}, ${state}${Link === null ? '' : `, ${Link}`}`,
        ...[Message, Deviation].flatMap((text) => (text === null ? [] : [`    ${text}`])),
      ]),
      '',
      ...states.map(
        ({ Time, Status: state, Message }) =>
          `  ${minute(Time)}  ${state}${Message === null ? '' : `: ${Message}`}`,
      ),
    ],
    isWell: Status === 'Sent',
    ...(Status === 'Held' || Status === 'Rejected' || Status === 'InDoubt'
      ? { next: `ledgerpost resync ${recordId} --watch` }
      : {}),
  }
}
