import { useConsole } from '../../app/console-context.js'
import { Money } from '../../components/money.js'
import type { Day } from '../../data/contract.js'
import { formatDate } from '../../words/dates.js'
import { fromMinor, toMinor } from '../../words/money.js'

/** The chart in figures. */
export function DayTable({ days, currency }: { readonly days: readonly Day[]; readonly currency: string }) {
  const { texts, locale } = useConsole()
  const { sync } = texts
  return (
    <details>
      <summary>{sync.asTable}</summary>
      <div className="lp-scroll lp-days" data-tall="true" tabIndex={0} role="region" aria-label={sync.chart}>
        <table className="lp-table">
          <thead>
            <tr>
              <th>{sync.columns.day}</th>
              <th className="lp-number">{sync.columns.orders}</th>
              <th className="lp-number">{sync.columns.sold}</th>
              <th className="lp-number">{sync.columns.posted}</th>
              <th className="lp-number">{sync.columns.open}</th>
            </tr>
          </thead>
          <tbody>
            {days
              .filter(({ State }) => State !== 'Nothing')
              .map(({ Date: date, Orders, Sold, Posted }) => (
                <tr key={date}>
                  <td>{formatDate(date, locale)}</td>
                  <td className="lp-number">{Orders.toLocaleString(locale)}</td>
                  <td className="lp-number">
                    <Money amount={Sold} currency={currency} />
                  </td>
                  <td className="lp-number">
                    <Money amount={Posted} currency={currency} />
                  </td>
                  <td className="lp-number">
                    <Money
                      amount={fromMinor(toMinor(Sold, currency) - toMinor(Posted, currency), currency)}
                      currency={currency}
                    />
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
