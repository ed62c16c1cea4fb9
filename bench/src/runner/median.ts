/** The middle value, or the mean of the two in the middle. @throws RangeError if there is none */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  if (upper === undefined || lower === undefined)
    throw new RangeError('Nothing was measured: there is no median.')
  return (lower + upper) / 2
}

/** The value that so many of a hundred do not exceed. @throws RangeError if there is none */
export function percentile(values: readonly number[], hundredths: number): number {
  const sorted = values.toSorted((left, right) => left - right)
  const value = sorted[Math.max(0, Math.ceil((sorted.length * hundredths) / 100) - 1)]
  if (value === undefined) throw new RangeError('Nothing was measured: there is no percentile.')
  return value
}
