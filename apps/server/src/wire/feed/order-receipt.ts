import { limits } from '../../limits.js'
import type { OrderReceipt } from '@ledgerpost/engine'
import { pascalCase, wirePath } from '../spelling.js'
import { byName, list, record, whole, type WireRecord } from '../tree.js'

/** OrderReceipt { Position, OrderId, Outcome, Problems? }: what became of one order of a feed. */
export function orderReceipt(receipt: OrderReceipt, position: number): WireRecord {
  return record({
    Position: whole(position),
    OrderId: receipt.orderId,
    Outcome: byName(pascalCase(receipt.outcome)),
    Problems: receipt.outcome === 'rejected' ? problems(receipt) : undefined,
  })
}

/** FeedSummary { Accepted, Unchanged, Stale, Rejected, Errors[{ Position, OrderId, Problems[] }] }; it names the first errors and counts all. */
export async function feedSummary(receipts: AsyncIterable<OrderReceipt>): Promise<WireRecord> {
  const counts = { accepted: 0, unchanged: 0, stale: 0, rejected: 0 }
  const errors: WireRecord[] = []
  for await (const receipt of receipts) {
    counts[receipt.outcome] += 1
    if (receipt.outcome !== 'rejected' || errors.length === limits.feedErrors) continue
    errors.push(
      record({ Position: whole(receipt.position), OrderId: receipt.orderId, Problems: problems(receipt) }),
    )
  }
  return record({
    Accepted: whole(counts.accepted),
    Unchanged: whole(counts.unchanged),
    Stale: whole(counts.stale),
    Rejected: whole(counts.rejected),
    Errors: list(errors),
  })
}

function problems(receipt: Extract<OrderReceipt, { outcome: 'rejected' }>) {
  return list(
    receipt.problems.map(({ member, problem }) => record({ Member: wirePath(member), Problem: problem })),
  )
}
