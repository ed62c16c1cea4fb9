import { unavailableInUse } from '../errors/unavailability.js'
import type { TransactionGuard } from './transaction-guard.js'

/** Runs a script outside every transaction, and says with StoreUnavailable if the database is the matter when it fails. */
export async function guardedScript<Result>(
  { description, guard }: { readonly description: string; readonly guard: TransactionGuard },
  run: () => Promise<Result>,
): Promise<Result> {
  guard.refuseInside()
  try {
    return await run()
  } catch (error) {
    throw unavailableInUse(description, error) ?? error
  }
}
