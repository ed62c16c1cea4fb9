import type { WireOrder } from './wire-order.js'

/** Order revisions waiting for their moment. */
export interface EventQueue {
  /** `at` in epoch milliseconds. */
  add(at: number, order: WireOrder): void
  /** Removes and returns what happens before the instant, in order of time, then of arrival. */
  takeBefore(instant: number): WireOrder[]
}

interface Event {
  readonly at: number
  readonly sequence: number
  readonly order: WireOrder
}

export function eventQueue(): EventQueue {
  let waiting: Event[] = []
  let sequence = 0
  return {
    add(at, order) {
      waiting.push({ at, sequence, order })
      sequence += 1
    },
    takeBefore(instant) {
      const due = waiting.filter((event) => event.at < instant)
      waiting = waiting.filter((event) => event.at >= instant)
      return due.toSorted((a, b) => a.at - b.at || a.sequence - b.sequence).map((event) => event.order)
    },
  }
}
