import type { EngineEnvironment } from '../environment.js'
import type { StoreTransaction } from '../ports/store.js'

/** What was sent is compared with what the integrator has after a day: late effects have landed by then. */
export const sweptAfter = 24 * 3_600_000

/** Has the integration swept after the delay; a sweep that is to come earlier makes it superfluous. */
export async function scheduleSweep(
  { newId }: Pick<EngineEnvironment, 'newId'>,
  transaction: Pick<StoreTransaction, 'addJob'>,
  integrationId: string,
  delayMilliseconds: number = sweptAfter,
): Promise<void> {
  await transaction.addJob({ id: newId(), integrationId, task: { kind: 'sweep' }, delayMilliseconds })
}
