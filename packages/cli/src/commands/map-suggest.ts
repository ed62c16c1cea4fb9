import type { AccountingMapInput, ReviewedMapItem } from '@ledgerpost/client'
import type { IntegrationAccess } from '../access/open-access.js'
import { CommandError } from '../command-error.js'
import { exitCodes } from '../exit-codes.js'
import type { Result } from '../output/result.js'
import { table } from '../output/screen.js'
import { counted } from '../output/words.js'
import { isOpen } from './map-show.js'
import { saveIfComplete } from './save-if-complete.js'
import { mapTypes } from './map-types.js'

export interface SuggestOptions {
  readonly accept?: boolean
  readonly minScore: string
}

type Suggested = ReviewedMapItem & { readonly Suggestion: NonNullable<ReviewedMapItem['Suggestion']> }

/** Shows what is suggested, and with `--accept` maps it so. */
export async function suggestMaps(
  { integration }: IntegrationAccess,
  { accept = false, minScore }: SuggestOptions,
  signal: AbortSignal,
): Promise<Result> {
  const least = Number(minScore)
  if (!(least >= 0 && least <= 1)) {
    throw new CommandError(exitCodes.usage, `--min-score is from 0 to 1, not '${minScore}'.`)
  }
  const { Items } = await integration.mappingReview({ signal })
  const isSuggested = (item: ReviewedMapItem): item is Suggested =>
    item.Suggestion !== null && item.Suggestion.Score >= least
  const suggested = Items.filter(isSuggested)
  const left = Items.filter((item) => isOpen(item) && !isSuggested(item)).length
  if (accept && suggested.length > 0) {
    await saveIfComplete(integration, await integration.map(mapsOf(suggested), { signal }), signal)
  }
  const rows = suggested.map(({ MapType, MindbodyId, Name, Suggestion }) => [
    mapTypes[MapType].word,
    MindbodyId,
    Name,
    Suggestion.IntegrationId,
    Suggestion.Score.toFixed(2),
    Suggestion.Reason,
  ])
  const done = accept ? 'mapped as suggested' : 'suggested'
  return {
    json: { Accepted: accept, Suggestions: suggested, Left: left },
    lines: [
      ...(rows.length === 0 ? [] : table(['Kind', 'Id', 'Name', 'To', 'Score', 'Why'], rows)),
      `${counted(suggested.length, 'thing')} ${done}, ${left} without a suggestion.`,
    ],
    isWell: !accept || left === 0,
    next: !accept && suggested.length > 0 ? 'ledgerpost map suggest --accept' : nextAfter(left),
  }
}

function nextAfter(left: number): string {
  return left > 0 ? 'ledgerpost map show --open' : 'ledgerpost sync --watch'
}

function mapsOf(suggested: readonly Suggested[]): AccountingMapInput[] {
  return mapTypes.map(({ name }, code) => ({
    MapType: name,
    MapItems: suggested
      .filter(({ MapType }) => MapType === code)
      .map(({ MindbodyId, LocationId, Suggestion }) => ({
        MindbodyId,
        IntegrationId: Suggestion.IntegrationId,
        ...(LocationId === undefined ? {} : { LocationId }),
      })),
  }))
}
