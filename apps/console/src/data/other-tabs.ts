/** Tells the console's other tabs of a change, and hears of theirs. */
export interface OtherTabs {
  tell(): void
  close(): void
}

/** @param onChange another tab changed something of this subscriber */
export function openOtherTabs(subscriberId: string, onChange: () => void): OtherTabs {
  const channel = new BroadcastChannel(`ledgerpost-console:${subscriberId}`)
  channel.addEventListener('message', onChange)
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel stays within one origin
    tell: () => channel.postMessage('changed'),
    close: () => channel.close(),
  }
}
