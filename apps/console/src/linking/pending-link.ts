import { readLinkReturn, type LinkReturn } from './link-return.js'

const storageKey = 'ledgerpost-linking'

/** A link for which this very tab was sent to the consent page. */
export interface PendingLink {
  readonly type: string
  readonly state: string
  /** What it came back with, once it did. */
  readonly query: string | null
}

export function keepPendingLink(storage: Storage, pending: PendingLink): void {
  storage.setItem(storageKey, JSON.stringify(pending))
}

export function pendingLink(storage: Storage): PendingLink | null {
  const kept: unknown = JSON.parse(storage.getItem(storageKey) ?? 'null')
  if (typeof kept !== 'object' || kept === null) return null
  const { type, state, query }: { type?: unknown; state?: unknown; query?: unknown } = kept
  if (typeof type !== 'string' || typeof state !== 'string') return null
  return { type, state, query: typeof query === 'string' ? query : null }
}

/** The return of this tab for a ledger; it counts once. */
export function takePendingReturn(storage: Storage, type: string): LinkReturn | null {
  const pending = pendingLink(storage)
  if (pending === null || pending.type !== type || pending.query === null) return null
  storage.removeItem(storageKey)
  return readLinkReturn(pending.query)
}
