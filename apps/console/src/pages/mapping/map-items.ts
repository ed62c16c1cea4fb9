import type { AccountingMapInput, IntegrationConfiguration } from '@ledgerpost/client'
import type { ComboboxOption } from '../../components/combobox.js'
import type { MapType, ReviewItem } from '../../data/contract.js'
import { hasWords } from '../../words/find.js'

/** The lists in the order in which owners think of them. */
export const mapTypes: readonly MapType[] = [1, 0, 2]

export type MapFilter = 'all' | 'todo' | 'problems'

/** A text that is equal exactly for equal items. */
export function itemKey({
  MapType,
  MindbodyId,
  LocationId,
}: Pick<ReviewItem, 'MapType' | 'MindbodyId' | 'LocationId'>) {
  return JSON.stringify([MapType, MindbodyId, LocationId ?? null])
}

/** Whether the owner still has to say where it belongs. */
export const isToDo = ({ IntegrationId, IsNeeded, Problem }: ReviewItem): boolean =>
  Problem !== null || (IntegrationId === null && IsNeeded)

/** The items of a list as they are shown: what lacks a place first, then by money. */
export function shownItems(
  items: readonly ReviewItem[],
  type: MapType,
  filter: MapFilter,
  search: string,
): readonly ReviewItem[] {
  return items
    .filter(
      (item) =>
        item.MapType === type &&
        (filter === 'all' || (filter === 'todo' ? isToDo(item) : item.Problem !== null)) &&
        hasWords(`${item.Name} ${item.MindbodyId}`, search),
    )
    .toSorted((one, other) => other.Amount - one.Amount || one.Name.localeCompare(other.Name))
}

/** What can be chosen for a list: what exists, is in use and serves the purpose. */
export function targetsOf(
  { Accounts = [], TaxRates = [] }: IntegrationConfiguration,
  type: MapType,
): readonly ComboboxOption[] {
  if (type === 0) {
    return TaxRates.filter(({ IsActive, AppliesToRevenue }) => IsActive && AppliesToRevenue).map(
      ({ Id, Name, Rate }) => ({ id: Id, label: Name, detail: Rate === null ? '' : percent(Rate) }),
    )
  }
  return Accounts.filter(
    ({ IsActive, TakesPayments, TakesRevenue }) => IsActive && (type === 2 ? TakesPayments : TakesRevenue),
  ).map(({ Id, Name, Code, Type }) => ({
    id: Id,
    label: Name,
    detail: [Code, Type].filter((part) => part !== null && part !== '').join(' · '),
  }))
}

/** A fraction as people write it: 0.0725 is `7.25 %`. No amount depends on it. */
function percent(rate: number): string {
  return `${Number((rate * 100).toFixed(4))} %`
}

/** How good a suggestion is, in words that compare. */
export function sureness(score: number): 'high' | 'medium' | 'low' {
  if (score >= 0.75) return 'high'
  return score >= 0.45 ? 'medium' : 'low'
}

/** What the owner chose for an item. */
export interface Choice {
  readonly item: ReviewItem
  readonly integrationId: string
}

/** What can be accepted without choosing: the suggestions for what has no place. */
export function suggestedChoices(items: readonly ReviewItem[]): readonly Choice[] {
  return items.flatMap((item) =>
    item.Suggestion !== null && (item.IntegrationId === null || item.Problem !== null)
      ? [{ item, integrationId: item.Suggestion.IntegrationId }]
      : [],
  )
}

/** Choices as the API takes them: by list. */
export function mapInput(choices: readonly Choice[]): readonly AccountingMapInput[] {
  return mapTypes.flatMap((type) => {
    const ofType = choices.filter(({ item }) => item.MapType === type)
    if (ofType.length === 0) return []
    const MapItems = ofType.map(({ item: { MindbodyId, LocationId }, integrationId }) => ({
      MindbodyId,
      IntegrationId: integrationId,
      ...(LocationId == null ? {} : { LocationId }),
    }))
    return [{ MapType: type, MapItems }]
  })
}
