import { seededRandom } from '../../random/seeded-random.js'
import type { Fault } from './fault.js'

/** A request as a script sees it. */
export interface FaultTarget {
  readonly method: string
  /** Without the query. */
  readonly path: string
}

/** A fault that a script ordered, for the records. */
export interface OrderedFault extends FaultTarget {
  /** 1 for the first request that the script saw. */
  readonly call: number
  readonly fault: Fault
}

/** Decides, request by request, what goes wrong. */
export interface FaultScript {
  /** Asked once for each request, in order of arrival; undefined lets it through. */
  next(target: FaultTarget): Fault | undefined
  /** The faults ordered so far. */
  readonly ordered: readonly OrderedFault[]
}

export interface FaultRule {
  /** Any method if left out. */
  readonly method?: string
  /** The exact path, or a pattern that it must match; any path if left out. */
  readonly path?: string | RegExp
  /** The first matching request that is hit, counted from 1; 1 by default. */
  readonly nth?: number
  /** How many matching requests are hit, from the n-th on; 1 by default, Infinity for all. */
  readonly times?: number
  readonly fault: Fault
}

/** Faults by rules; the first rule that wants a request has it, but every rule counts the requests that it matches. */
export function scriptedFaults(rules: readonly FaultRule[]): FaultScript {
  const counted = rules.map((rule) => ({ rule, matched: 0 }))
  return recorded((target) => {
    let chosen: Fault | undefined
    for (const each of counted) {
      if (!matches(each.rule, target)) continue
      each.matched += 1
      const { nth = 1, times = 1, fault } = each.rule
      if (each.matched >= nth && each.matched < nth + times) chosen ??= fault
    }
    return chosen
  })
}

export interface SeededFaultOptions {
  readonly seed: number
  /** The share of requests that are hit, in per cent, a whole number. */
  readonly percent: number
  /** What may happen, each equally likely. */
  readonly faults: readonly Fault[]
  /** After that many faults no more happen; no limit by default. */
  readonly atMost?: number
}

/** Faults by chance, the same ones for the same seed and order of requests. */
export function seededFaults({ seed, percent, faults, atMost = Infinity }: SeededFaultOptions): FaultScript {
  const random = seededRandom(seed)
  let happened = 0
  return recorded(() => {
    if (happened >= atMost || !random.chance(percent)) return undefined
    happened += 1
    return random.pick(faults)
  })
}

function matches({ method, path }: FaultRule, target: FaultTarget): boolean {
  if (method !== undefined && method.toUpperCase() !== target.method.toUpperCase()) return false
  if (path === undefined) return true
  return typeof path === 'string' ? path === target.path : target.path.search(path) >= 0
}

function recorded(decide: (target: FaultTarget) => Fault | undefined): FaultScript {
  const ordered: OrderedFault[] = []
  let call = 0
  return {
    ordered,
    next(target) {
      call += 1
      const fault = decide(target)
      if (fault) ordered.push({ ...target, call, fault })
      return fault
    },
  }
}
