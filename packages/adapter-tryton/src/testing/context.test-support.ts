import type { ConnectionContext, Logger } from '@ledgerpost/core'
import { systemClock } from '@ledgerpost/testkit'

/** What a connection works with in tests: the real network and clock, and a log that keeps warnings. */
export function contextFor(settings: unknown, warn: Logger['warn'] = () => undefined): ConnectionContext {
  const silent = (): void => undefined
  return {
    fetch,
    clock: systemClock,
    logger: { debug: silent, info: silent, warn, error: silent },
    subscriberId: 'studio',
    settings,
    organisationId: null,
    tokens: null,
    signal: new AbortController().signal,
  }
}
