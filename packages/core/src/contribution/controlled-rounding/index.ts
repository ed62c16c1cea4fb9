export { allocate } from './allocate.js'
export { AllocationError, type AllocationErrorCode } from './allocation-error.js'
export type { Margins } from './margins.js'
export { verifyAllocation, type Violation } from './verify-allocation.js'
