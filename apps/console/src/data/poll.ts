const firstPause = 5000
const longestPause = 60_000
const growth = 1.3

/**
 * How long to wait before looking again, in milliseconds: 5 seconds at first and then ever longer, as the API asks of its
 * clients.
 * @param looks how often was looked already
 */
export function pauseBefore(looks: number): number {
  return Math.min(longestPause, Math.round(firstPause * growth ** looks))
}
