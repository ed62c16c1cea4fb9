import type { Operation } from '../operation.js'
import { syncHistoryOperations } from './sync-history.js'

/** Everything under `/odata`. */
export const odataOperations: readonly Operation[] = Object.values<Operation>(syncHistoryOperations)
