import { useConsole } from '../../app/console-context.js'
import type { Day } from '../../data/contract.js'
import { formatDate } from '../../words/dates.js'
import { formatMoney, fromMinor } from '../../words/money.js'
import { barsOf, sumDays } from './day-sums.js'

/** Parts of a thousand: how wide a bar is within its day. */
const share = 0.62

/** Each day's sales as a frame, and what of them is in the books as its filling. */
export function DayChart({ days, currency }: { readonly days: readonly Day[]; readonly currency: string }) {
  const { texts, locale } = useConsole()
  const { sync } = texts
  const { bars, zero, largest } = barsOf(days, currency)
  const { sold, posted } = sumDays(days, currency)
  const money = (minor: bigint) => formatMoney(fromMinor(minor, currency), currency, locale)
  const [first, last] = [days[0]?.Date ?? '', days.at(-1)?.Date ?? '']
  const width = 1000 / Math.max(1, bars.length)
  return (
    <figure className="lp-chart">
      <div className="lp-scale" aria-hidden="true">
        <span>{money(largest)}</span>
      </div>
      <svg
        viewBox="0 0 1000 1000"
        preserveAspectRatio="none"
        role="img"
        aria-label={sync.chartLabel(
          formatDate(first, locale),
          formatDate(last, locale),
          money(sold),
          money(posted),
        )}
      >
        {bars.map((day, index) => {
          const x = index * width + (width * (1 - share)) / 2
          return (
            <g key={day.date}>
              <rect
                className="lp-posted"
                x={x}
                width={width * share}
                y={day.posted.top}
                height={day.posted.height}
              />
              <rect
                className="lp-sold"
                x={x}
                width={width * share}
                y={day.sold.top}
                height={day.sold.height}
              />
            </g>
          )
        })}
        <line className="lp-axis" x1="0" x2="1000" y1={zero} y2={zero} />
      </svg>
      <div className="lp-scale" aria-hidden="true">
        <span>{formatDate(first, locale)}</span>
        <span>{formatDate(last, locale)}</span>
      </div>
      <div className="lp-legend">
        <span>
          <i className="lp-swatch" data-kind="sold" />
          {sync.sold} <strong className="lp-money">{money(sold)}</strong>
        </span>
        <span>
          <i className="lp-swatch" data-kind="posted" />
          {sync.posted} <strong className="lp-money">{money(posted)}</strong>
        </span>
      </div>
    </figure>
  )
}
