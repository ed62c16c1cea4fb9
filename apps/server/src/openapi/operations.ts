import { actionOperations } from '../routes/actions/action-documentation.js'
import { overviewOperations } from '../routes/overview/overview-documentation.js'
import { feedingOperations } from '../routes/feeding/feeding-documentation.js'
import { healthOperations } from '../routes/health/health-documentation.js'
import { odataOperations } from './odata/odata-documentation.js'
import type { Operation } from './operation.js'

/** Every operation of the server, in the order of the reference. */
export const operations: readonly Operation[] = [
  ...feedingOperations,
  ...overviewOperations,
  ...actionOperations,
  ...odataOperations,
  ...healthOperations,
]
