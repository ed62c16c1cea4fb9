interface Outage {
  /** Counted from 1; it begins at midnight UTC. */
  readonly day: number
  readonly hours: number
}

/** When the integrator answers nobody. */
export const outages: readonly Outage[] = [
  { day: 4, hours: 8 },
  { day: 11, hours: 24 },
  { day: 23, hours: 10 },
]

const hour = 3_600_000

/** @param since the beginning of the month, in milliseconds */
export function isOutage(since: number): boolean {
  return outages.some(({ day, hours }) => {
    const begin = (day - 1) * 24 * hour
    return since >= begin && since < begin + hours * hour
  })
}
