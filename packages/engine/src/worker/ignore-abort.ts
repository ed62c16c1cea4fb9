/** For a sleep that may be cut short by the signal: that is no fault, everything else is. */
export function ignoreAbort(signal: AbortSignal): (error: unknown) => void {
  return (error) => {
    if (!signal.aborted) throw error
  }
}
