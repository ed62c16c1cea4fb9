import type { Instant } from '@ledgerpost/core'
import type { OrderReceipt } from '../feed/order-receipt.js'
import type { Delivery } from './delivery.js'

/** How far a pull came is saved after so many orders. */
const saveEvery = 500
/** Rejected orders that a report names, and the characters of what is wrong with each; the others are counted. */
const mostNamed = 5
const mostCharacters = 200

/**
 * Counts what became of pulled orders. Rejected ones are reported together with the watermark that passes them, so that
 * none is forgotten by a crash. Reports follow each other at ever longer distances: a source that has nothing but
 * garbage leaves a few lines in the history, however long it is.
 */
export class PullProgress {
  readonly counts = { accepted: 0, unchanged: 0, stale: 0, rejected: 0 }
  readonly #latest: Instant
  #reportEvery = saveEvery
  #read = 0
  #unreported = { read: 0, rejected: 0, named: new Array<string>() }

  /** @param latest no watermark is saved beyond: an order that claims to come from the future must not hide others */
  constructor(latest: Instant) {
    this.#latest = latest
  }

  get isDue(): boolean {
    if (this.#read % saveEvery !== 0) return false
    return this.#unreported.rejected === 0 || this.#unreported.read >= this.#reportEvery
  }

  count(receipt: OrderReceipt): void {
    this.counts[receipt.outcome] += 1
    this.#read += 1
    this.#unreported.read += 1
    if (receipt.outcome !== 'rejected') return
    this.#unreported.rejected += 1
    if (this.#unreported.named.length < mostNamed) this.#unreported.named.push(reasonOf(receipt))
  }

  /** What is to be saved now; it is not given again. */
  take(delivery: Delivery): { readonly reached: Instant | null; readonly report: string | null } {
    const watermark = delivery.takeWatermark(this.#read)
    const reached = watermark !== null && watermark > this.#latest ? this.#latest : watermark
    const { read, rejected, named } = this.#unreported
    if (rejected === 0) return { reached, report: null }
    this.#reportEvery *= 2
    this.#unreported = { read: 0, rejected: 0, named: [] }
    const more = rejected > named.length ? ` And ${rejected - named.length} more.` : ''
    return {
      reached,
      report: `${rejected} of ${read} orders that the order source sent cannot be read and are not in this sync. Correct them at the platform: the next sync takes up what was modified. ${named.join(' ')}${more}`,
    }
  }
}

function reasonOf({ orderId, position, problems }: Extract<OrderReceipt, { outcome: 'rejected' }>): string {
  const [first] = problems
  const what = first === undefined ? '' : `${first.member} ${first.problem}`.trim()
  const short = what.length > mostCharacters ? `${what.slice(0, mostCharacters - 1)}…` : what
  const others = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
  return `${orderId === null ? `Number ${position}, without an id` : `Order ${orderId}`}: ${short}${others}.`
}
