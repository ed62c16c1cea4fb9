/** How large a query may be. What is larger is refused with the code `odata-limit`. */
export interface ODataLimits {
  /** UTF-16 code units of the query text or the path, as it came. */
  readonly maxTextLength: number
  /**
   * In all filters of a query together: each `and`, `or`, `not`, comparison, `in`, function, `any`, `all`, and each
   * member or literal that stands for a condition by itself. The sides of a comparison, the arguments of a function
   * and further operands of the same `and` or `or` add only what they are made of.
   */
  readonly maxFilterNodes: number
  /**
   * Levels open at once: each `$expand`, and the parentheses, `not`, functions, `any` and `all` of a filter.
   * 200 is the most that can be asked for.
   */
  readonly maxDepth: number
  /** Values of one `in`. */
  readonly maxInValues: number
  /** The largest `$top`. */
  readonly maxTop: number
  /** The largest `$skip`. */
  readonly maxSkip: number
}

export const defaultLimits: ODataLimits = {
  maxTextLength: 8_192,
  maxFilterNodes: 30,
  maxDepth: 5,
  maxInValues: 100,
  maxTop: 1_000,
  maxSkip: 1_000_000,
}

// Each level is a few stack frames; beyond this the stack of a small thread could end before the limit does.
const deepest = 200

export function completeLimits(limits: Partial<ODataLimits>): ODataLimits {
  const complete = { ...defaultLimits, ...limits }
  return { ...complete, maxDepth: Math.min(complete.maxDepth, deepest) }
}
