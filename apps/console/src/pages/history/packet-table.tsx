import { Link } from '@tanstack/react-router'
import {
  createColumnHelper,
  createSortedRowModel,
  type Row,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef } from 'react'
import { useConsole } from '../../app/console-context.js'
import { Badge } from '../../components/badge.js'
import { Icon } from '../../components/icon.js'
import { Money } from '../../components/money.js'
import { packetTones } from '../../components/record-tone.js'
import type { ListedPacket } from '../../data/queries.js'
import { formatDate } from '../../words/dates.js'
import { paidBy } from '../../words/paid-by.js'

export interface PacketTableProps {
  readonly type: string
  readonly recordId: string
  readonly packets: readonly ListedPacket[]
  /** What the platform calls a payment method. */
  readonly nameOf: (id: string) => string
  readonly isLoading: boolean
  /** Called when the reader comes near the end, if there are more. */
  readonly onEnd: (() => void) | undefined
}

const rowHeight = 48
const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() })
type PacketRow = Row<typeof features, ListedPacket>

/** Columns hold dates as texts, numbers or words; comparing them as they are is quicker than guessing what they are. */
function byValue(one: PacketRow, other: PacketRow, columnId: string): number {
  const [left, right] = [one.getValue<string | number>(columnId), other.getValue<string | number>(columnId)]
  return left === right ? 0 : left < right ? -1 : 1
}

const column = createColumnHelper<typeof features, ListedPacket>()

/** Packets in rows that can be sorted, of which only those in sight are made. */
export function PacketTable({ type, recordId, packets, nameOf, isLoading, onEnd }: PacketTableProps) {
  const { texts, locale } = useConsole()
  const { history } = texts
  const scroll = useRef<HTMLDivElement>(null)
  const names = history.packetColumns
  const columns = useMemo(
    () =>
      column.columns([
        column.accessor('Date', { header: names.date, sortFn: byValue }),
        column.accessor((packet) => paidBy(packet, nameOf, history), {
          id: 'method',
          header: names.method,
          sortFn: byValue,
        }),
        column.accessor('OrderCount', { header: names.orders, sortFn: byValue }),
        column.accessor('Total', { header: names.total, sortFn: byValue }),
        column.accessor('Status', { header: names.state, sortFn: byValue }),
      ]),
    [nameOf, history, names],
  )
  const data = useMemo(() => [...packets], [packets])
  const table = useTable({ features, columns, data, getRowId: ({ Id }) => Id })
  const { rows } = table.getRowModel()
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  })
  const seen = virtual.getVirtualItems()
  const last = seen.at(-1)?.index ?? 0
  useEffect(() => {
    if (!isLoading && last >= rows.length - 1) onEnd?.()
  }, [isLoading, last, rows.length, onEnd])
  return (
    <div
      ref={scroll}
      className="lp-scroll lp-grid lp-packets"
      data-tall="true"
      role="table"
      aria-label={history.packets}
      aria-rowcount={onEnd ? -1 : rows.length + 1}
      data-known={rows.length}
      tabIndex={0}
    >
      <div role="rowgroup" className="lp-grid-head-group">
        {table.getHeaderGroups().map((group) => (
          <div key={group.id} role="row" className="lp-grid-head" aria-rowindex={1}>
            {group.headers.map((header) => (
              <Header
                key={header.id}
                label={String(header.column.columnDef.header)}
                isNumber={header.id === 'Total' || header.id === 'OrderCount'}
                sorted={header.column.getIsSorted()}
                onSort={() => header.column.toggleSorting()}
              />
            ))}
          </div>
        ))}
      </div>
      <div role="rowgroup" className="lp-grid-body" style={{ height: `${virtual.getTotalSize()}px` }}>
        {seen.map(({ index, start }) => {
          const packet = rows[index]?.original
          if (!packet) return null
          const params = { type, recordId, packetId: packet.Id }
          return (
            <div
              key={packet.Id}
              role="row"
              aria-rowindex={index + 2}
              style={{ transform: `translateY(${start}px)` }}
            >
              <span role="cell">
                <Link to="/$type/history/$recordId/$packetId" params={params} preload={false}>
                  {formatDate(packet.Date, locale)}
                </Link>
              </span>
              <span role="cell">{paidBy(packet, nameOf, history)}</span>
              <span role="cell" className="lp-number">
                {packet.OrderCount.toLocaleString(locale)}
              </span>
              <span role="cell" className="lp-number">
                <Money amount={packet.Total} currency={packet.Currency} />
              </span>
              <span role="cell">
                <Badge tone={packetTones[packet.Status]}>{history.packetStates[packet.Status]}</Badge>
              </span>
            </div>
          )
        })}
      </div>
    </div>
  )
}

interface HeaderProps {
  readonly label: string
  readonly isNumber: boolean
  readonly sorted: false | 'asc' | 'desc'
  readonly onSort: () => void
}

const spokenSort = { asc: 'ascending', desc: 'descending' } as const

function Header({ label, isNumber, sorted, onSort }: HeaderProps) {
  const { texts } = useConsole()
  return (
    <span
      role="columnheader"
      className={isNumber ? 'lp-number' : undefined}
      aria-sort={sorted === false ? 'none' : spokenSort[sorted]}
    >
      <button type="button" title={texts.history.sortBy(label)} onClick={onSort}>
        {label}
        {sorted !== false && <Icon name={sorted === 'asc' ? 'up' : 'down'} size={12} />}
      </button>
    </span>
  )
}
