import type { Instant } from '@ledgerpost/core'

const pattern = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d{1,6}))?\+00$/

/**
 * Reads PostgreSQL's text of a `timestamptz` (ISO date style, time zone UTC) as `YYYY-MM-DDTHH:mm:ss.sssZ`.
 *
 * Six decimals if the value has microseconds, so that nothing is lost: declare columns as `timestamptz(3)` to get
 * the canonical form always.
 *
 * @throws RangeError for infinity, for years before 1 or after 9999, and in a session that is not in UTC.
 */
export function instantFromText(text: string): Instant {
  const [, date, time, fraction = ''] = pattern.exec(text) ?? []
  if (date === undefined || time === undefined) {
    throw new RangeError(
      `${JSON.stringify(text)} is not a moment between the years 1 and 9999 in a session whose time zone is UTC. ` +
        'Do not store infinity, and do not change the time zone of the session.',
    )
  }
  const digits = fraction.padEnd(6, '0')
  return `${date}T${time}.${digits.endsWith('000') ? digits.slice(0, 3) : digits}Z`
}
