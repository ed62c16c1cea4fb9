import { useConsole } from '../../app/console-context.js'
import { Money } from '../../components/money.js'
import type { Day } from '../../data/contract.js'
import { formatDate } from '../../words/dates.js'

const open = ['Held', 'Rejected', 'InDoubt', 'Waiting'] as const

/** One day in amounts. */
export function DayDetail({ day, currency }: { readonly day: Day; readonly currency: string }) {
  const { texts, locale } = useConsole()
  const { sync, common } = texts
  return (
    <div className="lp-stack" role="status">
      <h3>
        {formatDate(day.Date, locale, 'long')} <span className="lp-quiet">· {common.orders(day.Orders)}</span>
      </h3>
      {day.State === 'Nothing' ? (
        <p className="lp-quiet">{sync.noOrders}</p>
      ) : (
        <dl className="lp-facts">
          <dt>{sync.sold}</dt>
          <dd>
            <Money amount={day.Sold} currency={currency} />
          </dd>
          <dt>{sync.posted}</dt>
          <dd>
            <Money amount={day.Posted} currency={currency} />
          </dd>
          {open
            .filter((name) => day[name] !== 0)
            .map((name) => (
              <div key={name} className="lp-contents">
                <dt>{sync.amounts[name]}</dt>
                <dd>
                  <Money amount={day[name]} currency={currency} />
                </dd>
              </div>
            ))}
        </dl>
      )}
    </div>
  )
}
