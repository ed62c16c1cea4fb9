import type { EngineEnvironment } from '../environment.js'
import type { GrantAddress, KeptGrant, ReadGrant } from './stored-grant.js'

/** What one process knows of its refreshes. */
interface ProcessState {
  readonly underWay: Map<string, UnderWay>
  readonly unsaved: Map<string, UnsavedGrant>
}

interface UnderWay {
  readonly result: Promise<ReadGrant>
  /** Aborts when nobody waits for the result any more. */
  readonly stop: AbortController
  waiting: number
}

/** New tokens that the store did not take yet, and the access token that they were to replace. */
export interface UnsavedGrant {
  readonly kept: KeptGrant
  readonly replaces: string
}

const states = new WeakMap<EngineEnvironment, ProcessState>()

/**
 * Has a grant refreshed once in this process: whoever comes while that is under way waits for its result. A caller
 * whose signal aborts leaves at once, except the last one: tokens that are on their way must be saved before the process ends.
 * @param begin its signal aborts when every caller's has
 */
export async function sharedRefresh(
  environment: EngineEnvironment,
  address: GrantAddress,
  signal: AbortSignal,
  begin: (signal: AbortSignal) => Promise<ReadGrant>,
): Promise<ReadGrant> {
  signal.throwIfAborted()
  const { underWay } = stateOf(environment)
  const key = keyOf(address)
  let refresh = underWay.get(key)
  while (refresh?.stop.signal.aborted) {
    await Promise.allSettled([refresh.result])
    refresh = underWay.get(key)
  }
  if (!refresh) {
    const stop = new AbortController()
    const result = begin(stop.signal).finally(() => underWay.delete(key))
    refresh = { result, stop, waiting: 0 }
    underWay.set(key, refresh)
  }
  return waitFor(refresh, signal)
}

async function waitFor(refresh: UnderWay, signal: AbortSignal): Promise<ReadGrant> {
  refresh.waiting += 1
  const leaving = new AbortController()
  const left = new Promise<'left'>((resolve) => {
    signal.addEventListener('abort', () => resolve('left'), { once: true, signal: leaving.signal })
    if (signal.aborted) resolve('left')
  })
  try {
    const first = await Promise.race([refresh.result, left])
    if (first !== 'left') return first
    if (refresh.waiting > 1) throw asError(signal.reason)
    refresh.stop.abort(signal.reason)
    return await refresh.result
  } finally {
    refresh.waiting -= 1
    leaving.abort()
  }
}

/** Tokens of the grant that this process was given and could not save. */
export function unsavedGrant(
  environment: EngineEnvironment,
  address: GrantAddress,
): UnsavedGrant | undefined {
  return stateOf(environment).unsaved.get(keyOf(address))
}

/** Remembers tokens until they are saved; undefined forgets them. */
export function rememberUnsaved(
  environment: EngineEnvironment,
  address: GrantAddress,
  grant: UnsavedGrant | undefined,
): void {
  const { unsaved } = stateOf(environment)
  if (grant) unsaved.set(keyOf(address), grant)
  else unsaved.delete(keyOf(address))
}

function stateOf(environment: EngineEnvironment): ProcessState {
  const known = states.get(environment) ?? { underWay: new Map(), unsaved: new Map() }
  states.set(environment, known)
  return known
}

function keyOf({ subscriberId, grantId }: GrantAddress): string {
  return JSON.stringify([subscriberId, grantId])
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason))
}
