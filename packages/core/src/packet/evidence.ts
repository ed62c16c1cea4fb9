import { contributionToJson } from '../contribution/contribution-json.js'
import type { Contribution } from '../contribution/cell.js'
import type { Digest } from './packet-key.js'

/** What one order contributed to a packet. */
export interface OrderShare {
  readonly orderId: string
  readonly cells: Contribution
}

/** The fingerprint of one order's share of a packet. */
export function shareDigest(share: OrderShare, digest: Digest): string {
  return digest(JSON.stringify([share.orderId, contributionToJson(share.cells)]))
}

/** A packet's evidence: a hash over its orders' fingerprints, sorted, so that reading order does not matter. */
export function evidenceOf(shareDigests: readonly string[], digest: Digest): string {
  return digest(shareDigests.toSorted().join('\n'))
}
