/** Where an integration stands, by the documented numbers. */
export const statusNames = [
  'Unavailable',
  'Available',
  'Initialized',
  'Configured',
  'Inactive',
  'Error',
] as const
export type StatusName = (typeof statusNames)[number]

/** @throws RangeError for a number that is none of the documented ones */
export function statusName(status: number): StatusName {
  const name = statusNames[status]
  if (name === undefined) throw new RangeError(`${status} is no status of an integration.`)
  return name
}

/** Whether there is a ledger behind it, so that it can be mapped. */
export function isLinked(status: StatusName): boolean {
  return status !== 'Unavailable' && status !== 'Available'
}

export const steps = ['link', 'map', 'start'] as const
export type Step = (typeof steps)[number]
export type StepState = 'done' | 'current' | 'later' | 'problem'

/**
 * The owner's three steps, as far as they were taken.
 * @param isMapped whether nothing is left to map
 */
export function stepStates(status: StatusName, isMapped: boolean): Readonly<Record<Step, StepState>> {
  const map = isMapped ? 'done' : 'later'
  const states: Readonly<Record<StatusName, readonly [StepState, StepState, StepState]>> = {
    Unavailable: ['later', 'later', 'later'],
    Available: ['current', 'later', 'later'],
    Initialized: isMapped ? ['done', 'done', 'current'] : ['done', 'current', 'later'],
    Configured: ['done', 'done', 'done'],
    Inactive: ['problem', map, 'later'],
    Error: isMapped ? ['problem', 'done', 'later'] : ['done', 'problem', 'later'],
  }
  const [link, mapped, start] = states[status]
  return { link, map: mapped, start }
}
