import type { OrderPortion, OrderPull, OrderSource } from '@ledgerpost/core'
import type { Run } from './run.js'

/** The portions of a pull, each waited for in a step of the job. */
export async function* readPortions(
  run: Run,
  source: OrderSource,
  request: OrderPull,
): AsyncGenerator<OrderPortion> {
  const portions = source.pull(request)[Symbol.asyncIterator]()
  try {
    for (;;) {
      // Portions follow each other.
      const next = await run.call('pull.read-portion', () => portions.next())
      if (next.done === true) return
      yield next.value
    }
  } finally {
    await run.call('pull.end', async () => portions.return?.())
  }
}
