import { useTexts } from '../../app/console-context.js'
import { Button } from '../../components/button.js'
import { Segments } from '../../components/segments.js'
import type { ReviewItem } from '../../data/contract.js'
import { type Choice, type MapFilter, suggestedChoices, sureness } from './map-items.js'

export interface MapToolsProps {
  /** Those that are shown. */
  readonly items: readonly ReviewItem[]
  readonly filter: MapFilter
  readonly search: string
  readonly canChange: boolean
  readonly onFilter: (filter: MapFilter) => void
  readonly onSearch: (search: string) => void
  readonly onAccept: (choices: readonly Choice[]) => void
}

const filters: readonly MapFilter[] = ['all', 'todo', 'problems']

/** Finds in a list, and accepts what was suggested for it. */
export function MapTools({ items, filter, search, canChange, onFilter, onSearch, onAccept }: MapToolsProps) {
  const { mapping } = useTexts()
  const suggested = suggestedChoices(items)
  const sure = suggested.filter(({ item }) => sureness(item.Suggestion?.Score ?? 0) === 'high')
  const hasUnsure = sure.length > 0 && sure.length < suggested.length
  return (
    <div className="lp-row">
      <Segments
        label={mapping.filter}
        options={filters.map((value) => ({ value, text: mapping.filters[value] }))}
        value={filter}
        onChange={onFilter}
      />
      <input
        className="lp-input lp-search"
        type="search"
        aria-label={mapping.search}
        placeholder={mapping.searchHint}
        value={search}
        onInput={(event) => onSearch(event.currentTarget.value)}
      />
      {canChange && suggested.length > 0 && (
        <span className="lp-row lp-end">
          {hasUnsure && (
            <Button kind="main" onClick={() => onAccept(sure)}>
              {mapping.acceptSure(sure.length)}
            </Button>
          )}
          <Button kind={hasUnsure ? 'plain' : 'main'} onClick={() => onAccept(suggested)}>
            {mapping.acceptAll(suggested.length)}
          </Button>
        </span>
      )}
    </div>
  )
}
