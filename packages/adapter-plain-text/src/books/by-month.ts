import type { CalendarDate } from '@ledgerpost/core'

/** Groups by the month (`YYYY-MM`) of a date, in order of first appearance. */
export function byMonth<Item>(
  items: readonly Item[],
  dateOf: (item: Item) => CalendarDate,
): Map<string, Item[]> {
  const months = new Map<string, Item[]>()
  for (const item of items) {
    const month = dateOf(item).slice(0, 7)
    const group = months.get(month)
    if (group) group.push(item)
    else months.set(month, [item])
  }
  return months
}
