import type { Posting } from '@ledgerpost/core'

/** A posting as JSON; the amount is minor units as text. */
export type PostingJson = Omit<Posting, 'amount'> & { readonly amount: string }

export function postingToJson(posting: Posting): PostingJson {
  return { ...posting, amount: posting.amount.toString() }
}

export function postingFromJson(json: PostingJson): Posting {
  return { ...json, amount: BigInt(json.amount) }
}
