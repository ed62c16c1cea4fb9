import { type CalendarDate } from '@ledgerpost/core'
import { notUnderstood } from '../errors/failure.js'
import type { Client } from '../rpc/client.js'
import { dateOfWire } from '../wire/dates.js'
import { idMember } from '../wire/members.js'
import type { Period } from './extension.js'

export interface Periods {
  readonly periods: readonly Period[]
  /** The last day before the first open period, if there are closed ones before it, or of all, if none is open. */
  readonly lockedThrough: CalendarDate | null
}

/** Reads the company's periods of the standard kind; those for adjustments are for accountants. @throws IntegratorError */
export async function readPeriods(client: Client, company: number): Promise<Periods> {
  const records = await client.read('account.period', {
    domain: [
      ['company', '=', company],
      ['type', '=', 'standard'],
    ],
    fields: ['start_date', 'end_date', 'state'],
    order: [
      ['start_date', 'ASC'],
      ['id', 'ASC'],
    ],
    context: { company },
  })
  const periods: Period[] = []
  let lockedThrough: CalendarDate | null = null
  let isOpenBefore = false
  for (const record of records) {
    const id = idMember(record, 'id')
    const start = dateOfWire(record['start_date'])
    const end = dateOfWire(record['end_date'])
    const { state } = record
    if (id === undefined || start === undefined || end === undefined || typeof state !== 'string') {
      // To overlook a closed period would be to write into it.
      throw notUnderstood('account.period', `a period lacks its id, dates or state: ${id ?? 'no id'}`)
    }
    isOpenBefore ||= state === 'open'
    if (!isOpenBefore) lockedThrough = end
    periods.push({ id, start, end })
  }
  return { periods, lockedThrough }
}
