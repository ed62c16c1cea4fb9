import { type Instant, type OrderSource, toInstant } from '@ledgerpost/core'
import { now } from '../environment.js'
import { type FeedEnvironment, feedOrders } from '../feed/feed-orders.js'
import { Delivery } from './delivery.js'
import { PullProgress } from './pull-progress.js'
import { readPortions } from './read-portions.js'
import type { Run } from './run.js'

/** Platforms commit late: what a source calls modified at one moment may appear there some minutes afterwards. */
const defaultOverlap = 5 * 60_000

/**
 * Reads what was modified at the order source since the last pull, and stores it as any feed is stored. How far it came
 * is saved after the orders, never before: a pull that breaks off is repeated from there, which changes nothing.
 * @throws OrderSourceError and whatever else the source throws, once all that it had delivered is stored
 */
export async function pullOrders(run: Run, source: OrderSource, recordId: string): Promise<void> {
  const { environment, integration, signal } = run
  const { subscriberId } = integration
  const { record, watermark } = await run.read('pull.read-progress', async (transaction) => ({
    record: await transaction.syncRecord(recordId),
    watermark: await transaction.orderWatermark(subscriberId, source.name),
  }))
  // What this record covers is fixed once it packs; what came later is the next one's.
  if (record?.through != null) return
  const modifiedSince = before(watermark, source.overlap ?? defaultOverlap)
  const delivery = new Delivery(readPortions(run, source, { subscriberId, modifiedSince, signal }), signal)
  const progress = new PullProgress(now(environment))
  const save = async () => {
    const { reached, report } = progress.take(delivery)
    if (reached === null && report === null) return
    await run.write('pull.save-progress', async (transaction) => {
      if (reached !== null) await transaction.saveOrderWatermark(subscriberId, source.name, reached)
      if (report === null) return
      await transaction.addSyncState(recordId, {
        status: 'InProgress',
        time: now(environment),
        message: report,
      })
    })
  }
  const fenced: FeedEnvironment = {
    digest: environment.digest,
    // The run has no other subscriber's scope.
    store: { transaction: (_subscriberId, work) => run.write('pull.feed', work) },
  }
  for await (const receipt of feedOrders(fenced, subscriberId, delivery.orders())) {
    progress.count(receipt)
    if (progress.isDue) await save()
  }
  await save()
  const { counts } = progress
  environment.logger.info({ subscriber: subscriberId, since: modifiedSince, ...counts }, 'Pulled orders.')
  delivery.throwFailure()
}

/** So much earlier; null if there is no such moment. */
function before(moment: Instant | null, milliseconds: number): Instant | null {
  if (moment === null) return null
  return toInstant(new Date(Date.parse(moment) - milliseconds).toISOString()) ?? null
}
