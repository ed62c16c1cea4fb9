import { useTexts } from '../../app/console-context.js'
import { Segments } from '../../components/segments.js'
import type { MapType, ReviewItem } from '../../data/contract.js'
import { isToDo, mapTypes } from './map-items.js'

export interface MapTabsProps {
  readonly items: readonly ReviewItem[]
  readonly shown: MapType
  readonly onChange: (type: MapType) => void
}

/** Which of the three lists is shown, and how much is left in each. */
export function MapTabs({ items, shown, onChange }: MapTabsProps) {
  const { mapping } = useTexts()
  const left = (type: MapType) => items.filter((item) => item.MapType === type && isToDo(item)).length
  return (
    <div className="lp-card-head">
      <Segments
        label={mapping.listsLabel}
        options={mapTypes.map((type) => ({
          value: String(type),
          text: `${mapping.lists[type]} · ${mapping.left(left(type))}`,
        }))}
        value={String(shown)}
        onChange={(value) => onChange(mapTypes.find((type) => String(type) === value) ?? shown)}
      />
      <span className="lp-quiet">{mapping.listHints[shown]}</span>
    </div>
  )
}
