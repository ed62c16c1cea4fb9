import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { useTexts } from '../../app/console-context.js'
import type { ComboboxOption } from '../../components/combobox.js'
import { Empty } from '../../components/empty.js'
import type { MapType, ReviewItem } from '../../data/contract.js'
import { itemKey } from './map-items.js'
import { MapRow } from './map-row.js'
import type { Edit } from './use-map-edits.js'

export interface MapListProps {
  readonly type: MapType
  readonly items: readonly ReviewItem[]
  readonly currency: string
  readonly targets: readonly ComboboxOption[]
  readonly edits: ReadonlyMap<string, Edit>
  readonly canChange: boolean
  /** What is said when there are no items. */
  readonly empty: string
  readonly onChoose: (item: ReviewItem, integrationId: string) => void
}

const rowHeight = 61

/** One list, of which only the rows in sight are made, however many there are. */
export function MapList({ type, items, currency, targets, edits, canChange, empty, onChoose }: MapListProps) {
  const { mapping } = useTexts()
  const scroll = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    getItemKey: (index) => {
      const item = items[index]
      return item ? itemKey(item) : index
    },
  })
  if (items.length === 0) return <Empty title={empty} />
  return (
    <div
      ref={scroll}
      className="lp-scroll lp-grid lp-maps"
      data-tall="true"
      role="table"
      aria-rowcount={items.length + 1}
      aria-label={mapping.lists[type]}
      // Nothing inside takes the focus of those who may only look.
      tabIndex={canChange ? undefined : 0}
    >
      <div role="rowgroup" className="lp-grid-head-group">
        <div role="row" className="lp-grid-head" aria-rowindex={1}>
          <span role="columnheader">{mapping.columns.name}</span>
          <span role="columnheader" className="lp-number">
            {mapping.columns.amount}
          </span>
          <span role="columnheader">{mapping.targets[type]}</span>
        </div>
      </div>
      <div role="rowgroup" className="lp-grid-body" style={{ height: `${rows.getTotalSize()}px` }}>
        {rows.getVirtualItems().map(({ index, key, start }) => {
          const item = items[index]
          if (!item) return null
          return (
            <div
              key={key}
              ref={rows.measureElement}
              data-index={index}
              role="row"
              aria-rowindex={index + 2}
              style={{ transform: `translateY(${start}px)` }}
            >
              <MapRow
                item={item}
                currency={currency}
                targets={targets}
                edit={edits.get(itemKey(item))}
                canChange={canChange}
                onChoose={onChoose}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}
