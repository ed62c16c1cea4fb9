import type { Clock } from '@ledgerpost/core'
import { createGate, type Gate, type GateLimits } from './gate.js'

/** How many gates are kept before those that are idle are let go. */
const sweepAbove = 256

/** One gate for each key (an organisation): connections to the same books share the vendor's limits. */
export function createGates(limits: GateLimits): (key: string, clock: Clock) => Gate {
  const gates = new Map<string, Gate>()
  return (key, clock) => {
    const known = gates.get(key)
    if (known) return known
    if (gates.size >= sweepAbove) for (const [each, gate] of gates) if (gate.isIdle()) gates.delete(each)
    const gate = createGate(clock, limits)
    gates.set(key, gate)
    return gate
  }
}
