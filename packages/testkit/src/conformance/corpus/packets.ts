import { createHash } from 'node:crypto'
import {
  addDays,
  type MappedLine,
  type MappedPacket,
  type MappedPart,
  type MappedPayment,
} from '@ledgerpost/core'
import type { CorpusTargets } from './targets.js'

export interface Line {
  readonly of: keyof CorpusTargets['revenue']
  /** Minor units. */
  readonly net: bigint
  readonly tax?: bigint
  readonly rate?: keyof CorpusTargets['tax']
  readonly description?: string
  readonly quantity?: string
}

export interface Part {
  readonly lines: readonly Line[]
  /** Minor units by where they are paid; none if the total is zero. */
  readonly paid?: Partial<Record<keyof CorpusTargets['payment'], bigint>>
}

/** The key of the packet of that name. */
export function packetKeyOf(name: string): string {
  return createHash('sha256').update(`conformance ${name}`).digest('hex')
}

/** Makes packets in the terms of some books. */
export function packetMaker(targets: CorpusTargets) {
  /** @param name tells its key: the same name makes the same packet */
  return (name: string, parts: readonly Part[], more: { readonly daysLater?: number } = {}): MappedPacket => {
    const day = addDays(targets.day, more.daysLater ?? 0)
    return {
      key: packetKeyOf(name),
      businessDate: day,
      documentDate: day,
      currency: targets.currency,
      title: `Order ${name}`,
      parts: parts.map((part) => mapped(targets, part)),
    }
  }
}

function mapped(targets: CorpusTargets, { lines, paid = {} }: Part): MappedPart {
  const mappedLines = lines.map(
    ({ of, net, tax = 0n, rate = 'none', description, quantity }): MappedLine => ({
      revenueId: targets.revenue[of],
      taxId: targets.tax[rate],
      revenueCategoryId: of,
      description: description ?? null,
      quantity: quantity ?? null,
      net,
      tax,
    }),
  )
  const payments = (['cash', 'card', 'giftCards'] as const).flatMap((method): MappedPayment[] => {
    const amount = paid[method] ?? 0n
    return amount === 0n ? [] : [{ accountId: targets.payment[method], paymentMethodId: method, amount }]
  })
  const total = mappedLines.reduce((sum, { net, tax }) => sum + net + tax, 0n)
  return { lines: mappedLines, payments, total }
}
