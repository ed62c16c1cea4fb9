import type { CalendarDate } from '@ledgerpost/core'

/** Intuit's query language (developer.intuit.com/app/developer/qbo/docs/learn/explore-the-quickbooks-online-api/data-queries). */
export type Condition = string

/** @throws RangeError for a text with control characters, which no name or number of ours has */
export function isAmong(member: string, texts: readonly string[]): Condition {
  return `${member} in (${texts.map(quoted).join(', ')})`
}

export function isWithin(member: string, from: CalendarDate, to: CalendarDate): Condition {
  return `${member} >= ${quoted(from)} and ${member} <= ${quoted(to)}`
}

/** Without it a list shows only what is active. */
export const activeOrNot: Condition = 'Active in (true, false)'

/** One page of an entity's rows. @param start the first row, counted from 1 */
export function selectFrom(
  entity: string,
  condition: Condition | undefined,
  start: number,
  count: number,
): string {
  const where = condition === undefined ? '' : ` where ${condition}`
  return `select * from ${entity}${where} startposition ${start} maxresults ${count}`
}

function quoted(text: string): string {
  if (/\p{Cc}/u.test(text))
    throw new RangeError(`QuickBooks cannot be asked for the text ${JSON.stringify(text)}`)
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
