import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import type { OrderReceipt } from '@ledgerpost/client'
import type { Command } from 'commander'
import { openAccess } from '../access/open-access.js'
import { type AccessOptions, withAccess } from '../access/options.js'
import { conclude } from '../output/conclude.js'
import type { Result } from '../output/result.js'
import { createScreen } from '../output/screen.js'
import { counted } from '../output/words.js'
import type { Surroundings } from '../surroundings.js'
import { unreadable } from '../command-error.js'
import { readOrderLines } from './read-order-lines.js'

const mostTold = 20
const roundsBetween = 500

/** `orders push`. */
export function addOrders(program: Command, surroundings: Surroundings, input: Readable): void {
  const orders = program.command('orders').description('the platform’s orders')
  withAccess(orders.command('push'))
    .description('feeds orders, one JSON object a line; feeding the same again is harmless')
    .argument('<file>', 'a file, packed if it ends in .gz; - is the standard input')
    .action((file: string, options: AccessOptions) =>
      conclude(surroundings, options, () => push(surroundings, options, file, input)),
    )
}

async function push(
  surroundings: Surroundings,
  options: AccessOptions,
  file: string,
  input: Readable,
): Promise<Result> {
  const size = file === '-' ? null : await sizeOf(file)
  const { subscriber } = await openAccess(surroundings, options, 'MINDBODY Automated System')
  const screen = createScreen(surroundings.messages)
  const orders = readOrderLines(file, input)
  const counts: Record<OrderReceipt['Outcome'], number> = { Accepted: 0, Unchanged: 0, Stale: 0, Rejected: 0 }
  const rejected: {
    readonly Line: number
    readonly OrderId: string | null
    readonly Problems: readonly string[]
  }[] = []
  let total = 0
  for await (const { Outcome, OrderId, Position, Problems = [] } of subscriber.feedOrderReceipts(
    orders.lines(),
    {
      gzip: true,
      signal: surroundings.signal,
    },
  )) {
    counts[Outcome] += 1
    total += 1
    if (Outcome === 'Rejected') {
      rejected.push({ Line: orders.lineOf(Position), OrderId, Problems: Problems.map(problemText) })
    }
    if (total % roundsBetween === 0 && size !== null) {
      screen.progress('feeding', Math.min(orders.read(), size - 1), size, counted(total, 'order'))
    }
  }
  if (size !== null) screen.progress('feeding', size, size, counted(total, 'order'))
  return {
    json: { ...counts, Errors: rejected },
    lines: [
      `${counted(total, 'order')}: ${counts.Accepted} accepted, ${counts.Unchanged} unchanged, ${counts.Stale} older than what is known, ${counts.Rejected} rejected.`,
      ...rejected
        .slice(0, mostTold)
        .map(
          ({ Line, OrderId, Problems }) => `! line ${Line}, order ${OrderId ?? '?'}: ${Problems.join('; ')}`,
        ),
      ...(rejected.length > mostTold ? [`! and ${rejected.length - mostTold} more; --json tells all.`] : []),
    ],
    isWell: counts.Rejected === 0,
    next:
      counts.Rejected > 0 ? 'correct what is rejected and push the file again' : 'ledgerpost sync --watch',
  }
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size
  } catch (error) {
    throw unreadable(file, error)
  }
}

function problemText(problem: { readonly Member: string; readonly Problem: string }): string {
  return `${problem.Member === '' ? '' : `${problem.Member} `}${problem.Problem}`
}
