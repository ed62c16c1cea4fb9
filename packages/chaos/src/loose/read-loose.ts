import type { FoundDocument, SendResult } from '@ledgerpost/core'
import { z } from 'zod'

const booked = z.object({
  entries: z.array(
    z.object({ reference: z.string(), id: z.string().optional(), refusal: z.string().optional() }),
  ),
})

const found = z.object({
  entries: z.array(
    z.object({
      id: z.string(),
      reference: z.string(),
      kind: z.enum(['invoice', 'credit-note', 'payment']),
      date: z.string(),
      total: z.string(),
      isVoided: z.boolean(),
    }),
  ),
})

/** What an answer says of each entry that was sent, told apart by our reference. */
export function readBooked(references: readonly string[], text: string): SendResult[] {
  const answer = booked.safeParse(jsonOf(text))
  return references.map((reference): SendResult => {
    const [entry, ...others] = answer.data?.entries.filter((each) => each.reference === reference) ?? []
    if (entry?.refusal !== undefined) {
      return { outcome: 'rejected', reference, reason: { kind: 'unknown-account', message: entry.refusal } }
    }
    return entry?.id === undefined || others.length > 0
      ? { outcome: 'unknown', reference, message: `${reference} is not clearly in the answer` }
      : { outcome: 'accepted', reference, id: entry.id, link: null }
  })
}

/** What a look-up found; undefined if the answer cannot be relied on. */
export function readFound(text: string): Omit<FoundDocument, 'link'>[] | undefined {
  const answer = found.safeParse(jsonOf(text))
  return answer.success
    ? answer.data.entries.map((entry) => ({ ...entry, total: BigInt(entry.total) }))
    : undefined
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
