/**
 * - `AllocationMarginsDiffer`: the rows and the columns do not add up to the same total.
 * - `AllocationTotalZero`: the total is zero, so that no column has a proportion.
 */
export type AllocationErrorCode = 'AllocationMarginsDiffer' | 'AllocationTotalZero'

/** Margins for which no allocation is defined. */
export class AllocationError extends Error {
  override readonly name = 'AllocationError'
  readonly code: AllocationErrorCode

  constructor(code: AllocationErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
