import { useConsole } from '../../app/console-context.js'
import { Icon, type IconName } from '../../components/icon.js'
import type { Day } from '../../data/contract.js'
import { formatDate, weekdayOf } from '../../words/dates.js'
import { type DayState, dayState, dayStates } from './day-state.js'

export interface DayCalendarProps {
  readonly days: readonly Day[]
  readonly chosen: string | null
  readonly onChoose: (date: string) => void
}

const icons: Readonly<Record<DayState, IconName>> = {
  AllSent: 'check',
  NotYet: 'clock',
  SomethingHeld: 'warning',
  Nothing: 'dash',
}

/** Weeks of days; each says whether all of it was sent. */
export function DayCalendar({ days, chosen, onChoose }: DayCalendarProps) {
  const { texts, locale } = useConsole()
  const { weekdays, dayStates: spoken, dayLabel, calendar } = texts.sync
  const [first] = days
  return (
    <>
      <div className="lp-calendar" role="group" aria-label={calendar}>
        {weekdays.map((weekday) => (
          <span key={weekday} aria-hidden="true">
            {weekday}
          </span>
        ))}
        {days.map((day) => {
          const { Date: date } = day
          const state = dayState(day)
          return (
            <button
              key={date}
              type="button"
              className="lp-day"
              data-state={state}
              style={date === first?.Date ? { gridColumnStart: weekdayOf(date) + 1 } : undefined}
              aria-pressed={date === chosen}
              aria-label={dayLabel(formatDate(date, locale, 'long'), spoken[state])}
              onClick={() => onChoose(date)}
            >
              {Number(date.slice(8))}
              <Icon name={icons[state]} size={12} />
            </button>
          )
        })}
      </div>
      <div className="lp-legend" aria-hidden="true">
        {dayStates.map((state) => (
          <span key={state}>
            <Icon name={icons[state]} size={13} />
            {spoken[state]}
          </span>
        ))}
      </div>
    </>
  )
}
