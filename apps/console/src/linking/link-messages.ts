/** Between the window that a consent page sends back and the page that waits for it. */
export type LinkMessage =
  | { readonly ledgerpost: 'returned'; readonly query: string }
  | { readonly ledgerpost: 'taken'; readonly state: string }

/** The channel between windows of one origin. */
export const linkChannel = 'ledgerpost-linked'

/** Reads what another window said; null for anything that is not about links. */
export function readLinkMessage(data: unknown): LinkMessage | null {
  if (typeof data !== 'object' || data === null) return null
  const { ledgerpost, query, state }: { ledgerpost?: unknown; query?: unknown; state?: unknown } = data
  if (ledgerpost === 'returned' && typeof query === 'string') return { ledgerpost, query }
  if (ledgerpost === 'taken' && typeof state === 'string') return { ledgerpost, state }
  return null
}
