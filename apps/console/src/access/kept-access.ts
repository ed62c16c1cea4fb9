import type { HandedOver } from './handed-over.js'

const storageKey = 'ledgerpost-access'

/** Keeps what the platform handed over for this tab alone, so that it may be loaded again and left for a consent page. */
export function keepAccess(storage: Storage, access: HandedOver): void {
  storage.setItem(storageKey, JSON.stringify(access))
}

export function keptAccess(storage: Storage): HandedOver {
  const kept: unknown = JSON.parse(storage.getItem(storageKey) ?? 'null')
  if (typeof kept !== 'object' || kept === null) return { token: null, subscriberId: null }
  const { token, subscriberId }: { token?: unknown; subscriberId?: unknown } = kept
  return {
    token: typeof token === 'string' ? token : null,
    subscriberId: typeof subscriberId === 'string' ? subscriberId : null,
  }
}
