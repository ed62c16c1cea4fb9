import { useState } from 'react'
import { useConsole } from '../../app/console-context.js'
import { Button } from '../../components/button.js'
import { Empty } from '../../components/empty.js'
import { Loaded } from '../../components/loaded.js'
import { useDays } from '../../data/queries.js'
import { addDays, formatDate, localDate, weekdayOf } from '../../words/dates.js'
import { DayCalendar } from './day-calendar.js'
import { DayChart } from './day-chart.js'
import { DayDetail } from './day-detail.js'
import { DayTable } from './day-table.js'

/** So many weeks are shown at once. */
const weeks = 6

/** The last weeks day by day, as a calendar, as a chart and as a table. */
export function DaysCards({ type }: { readonly type: string }) {
  const { texts, locale, now } = useConsole()
  const { sync } = texts
  const today = localDate(now())
  const [back, setBack] = useState(0)
  const [chosen, setChosen] = useState<string | null>(null)
  const sunday = addDays(today, 6 - weekdayOf(today) - back * 7 * weeks)
  const from = addDays(sunday, 1 - 7 * weeks)
  const to = sunday < today ? sunday : today
  return (
    <Loaded query={useDays(type, from, to)} what={sync.what}>
      {({ Days, Currency }) => {
        const day = Days.find(({ Date }) => Date === chosen)
        const hasSales = Days.some(({ State }) => State !== 'Nothing')
        return (
          <div className="lp-columns">
            <section className="lp-card">
              <div className="lp-card-head">
                <h2>
                  {sync.calendar}
                  <span className="lp-small lp-quiet">
                    {' '}
                    · {sync.span(formatDate(from, locale), formatDate(to, locale))}
                  </span>
                </h2>
                <div className="lp-row">
                  <Button kind="quiet" onClick={() => setBack(back + 1)}>
                    {sync.earlier}
                  </Button>
                  <Button kind="quiet" disabled={back === 0} onClick={() => setBack(back - 1)}>
                    {sync.later}
                  </Button>
                </div>
              </div>
              <DayCalendar days={Days} chosen={chosen} onChoose={setChosen} />
              {day ? (
                <DayDetail day={day} currency={Currency} />
              ) : (
                <p className="lp-quiet lp-small">{sync.calendarHint}</p>
              )}
            </section>
            <section className="lp-card">
              <h2>{sync.chart}</h2>
              {hasSales ? (
                <>
                  <p className="lp-quiet lp-small">{sync.chartHint}</p>
                  <DayChart days={Days} currency={Currency} />
                  <DayTable days={Days} currency={Currency} />
                </>
              ) : (
                <Empty title={sync.empty} />
              )}
            </section>
          </div>
        )
      }}
    </Loaded>
  )
}
