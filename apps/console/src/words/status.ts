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
  switch (status) {
    case 'Unavailable':
      return { link: 'later', map: 'later', start: 'later' }
    case 'Available':
      return { link: 'current', map: 'later', start: 'later' }
    case 'Initialized':
      return isMapped
        ? { link: 'done', map: 'done', start: 'current' }
        : { link: 'done', map: 'current', start: 'later' }
    case 'Configured':
      return { link: 'done', map: 'done', start: 'done' }
    case 'Inactive':
      return { link: 'problem', map: isMapped ? 'done' : 'later', start: 'later' }
    case 'Error':
      return { link: isMapped ? 'problem' : 'done', map: isMapped ? 'done' : 'problem', start: 'later' }
  }
}
