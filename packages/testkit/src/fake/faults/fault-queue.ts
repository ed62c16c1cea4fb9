import type { FaultScript, FaultTarget, OrderedFault } from './fault-script.js'
import type { Fault } from './fault.js'

/** Faults for the next requests of a method and path (its end, or any). */
export interface FaultOrder {
  readonly fault: Fault
  /** How many requests are struck; 1 by default. */
  readonly times?: number
  readonly method?: string | undefined
  /** The end of the path (`/Invoices`). */
  readonly path?: string | undefined
}

/** A script to which faults can be added while the fake runs. */
export class FaultQueue implements FaultScript {
  readonly ordered: OrderedFault[] = []
  #call = 0
  readonly #waiting: { readonly order: FaultOrder; left: number }[] = []

  /** Orders a fault; what was ordered first strikes first. */
  order(order: FaultOrder): void {
    this.#waiting.push({ order, left: order.times ?? 1 })
  }

  /** How many faults are still to happen. */
  get waiting(): number {
    return this.#waiting.reduce((sum, { left }) => sum + left, 0)
  }

  next(target: FaultTarget): Fault | undefined {
    this.#call += 1
    const chosen = this.#waiting.find(({ order, left }) => left > 0 && strikes(order, target))
    if (!chosen) return undefined
    chosen.left -= 1
    this.ordered.push({ ...target, call: this.#call, fault: chosen.order.fault })
    return chosen.order.fault
  }
}

function strikes({ method, path }: FaultOrder, target: FaultTarget): boolean {
  return (
    (method === undefined || method === target.method) && (path === undefined || target.path.endsWith(path))
  )
}
