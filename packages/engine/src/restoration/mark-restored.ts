import type { EngineEnvironment } from '../environment.js'

/**
 * To be called after the store was restored from a copy, before anything is sent: what was sent after the copy was made
 * is not in it. For so many milliseconds, every document is looked up at the integrator before it is first sent. A mark
 * that reaches further stays.
 */
export async function markRestored(
  { store, clock }: Pick<EngineEnvironment, 'store' | 'clock'>,
  forMilliseconds: number,
): Promise<void> {
  const until = new Date(clock.now() + forMilliseconds).toISOString()
  await store.acrossSubscribers(async (queue) => {
    const marked = await queue.lookUpUntil()
    if (marked === null || Date.parse(marked) < Date.parse(until)) await queue.saveLookUpUntil(until)
  })
}
