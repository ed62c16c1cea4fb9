import type { MappingReview, ReviewedMapItem } from '@ledgerpost/client'
import type { Result } from '../output/result.js'
import { table } from '../output/screen.js'
import { counted, money } from '../output/words.js'
import { mapTypes } from './map-types.js'

/** A review of maps as three tables, the most money first, and how much of it is mapped. */
export function reviewResult(review: MappingReview, { onlyOpen }: { readonly onlyOpen: boolean }): Result {
  const { Coverage, Currency, Since, Items } = review
  const open = Items.filter(isOpen)
  const share = Coverage.Total === 0 ? '' : ` (${((100 * Coverage.Mapped) / Coverage.Total).toFixed(1)} %)`
  const lines = mapTypes.flatMap(({ title }, code) => {
    const items = (onlyOpen ? open : Items)
      .filter(({ MapType }) => MapType === code)
      .toSorted((left, right) => right.Amount - left.Amount)
    if (items.length === 0) return []
    return [
      title,
      ...table(['Id', 'Name', 'Mapped to', 'Suggested', 'Money'], items.map(rowOf(Currency))),
      '',
    ]
  })
  const problems = Items.flatMap(({ Problem, Name }) => (Problem === null ? [] : [`! ${Name}: ${Problem}`]))
  const isWell = open.length === 0
  return {
    json: review,
    lines: [
      ...lines,
      ...problems,
      `${money(Coverage.Mapped, Currency)} of ${money(Coverage.Total, Currency)}${share} since ${Since} is mapped.`,
      isWell ? 'Nothing is left to map.' : `${counted(open.length, 'thing')} left to map.`,
    ],
    isWell,
    ...(isWell ? {} : { next: nextFor(open) }),
  }
}

export function isOpen({ IntegrationId, IsNeeded, Problem }: ReviewedMapItem): boolean {
  return Problem !== null || (IsNeeded && IntegrationId === null)
}

function nextFor(open: readonly ReviewedMapItem[]): string {
  if (open.some(({ Suggestion }) => Suggestion !== null)) return 'ledgerpost map suggest --accept'
  const [first] = open
  const word = first ? mapTypes[first.MapType].word : 'category'
  return `ledgerpost map set ${word} '${first?.MindbodyId ?? ''}' <account or tax>`
}

function rowOf(currency: string) {
  return ({ MindbodyId, Name, LocationId, IntegrationId, Problem, Suggestion, Amount }: ReviewedMapItem) => [
    MindbodyId,
    LocationId === undefined ? Name : `${Name} at ${LocationId}`,
    `${Problem === null ? '' : '! '}${IntegrationId ?? '–'}`,
    Suggestion === null ? '' : `${Suggestion.IntegrationId} ${Suggestion.Score.toFixed(2)}`,
    money(Amount, currency),
  ]
}
