import { useConsole } from '../../app/console-context.js'
import { Icon, type IconName } from '../../components/icon.js'
import type { Day } from '../../data/contract.js'
import { formatDate, weekdayOf } from '../../words/dates.js'

export interface DayCalendarProps {
  readonly days: readonly Day[]
  readonly chosen: string | null
  readonly onChoose: (date: string) => void
}

const icons: Readonly<Record<Day['State'], IconName>> = { AllSent: 'check', SomethingHeld: 'warning', Nothing: 'dash' }
const states: readonly Day['State'][] = ['AllSent', 'SomethingHeld', 'Nothing']

/** Weeks of days; each says whether all of it was sent. */
export function DayCalendar({ days, chosen, onChoose }: DayCalendarProps) {
  const { texts, locale } = useConsole()
  const { weekdays, dayStates, dayLabel, calendar } = texts.sync
  const [first] = days
  return (
    <>
      <div className="lp-calendar" role="group" aria-label={calendar}>
        {weekdays.map((weekday) => (
          <span key={weekday} aria-hidden="true">
            {weekday}
          </span>
        ))}
        {days.map(({ Date: date, State }) => (
          <button
            key={date}
            type="button"
            className="lp-day"
            data-state={State}
            style={date === first?.Date ? { gridColumnStart: weekdayOf(date) + 1 } : undefined}
            aria-pressed={date === chosen}
            aria-label={dayLabel(formatDate(date, locale, 'long'), dayStates[State])}
            onClick={() => onChoose(date)}
          >
            {Number(date.slice(8))}
            <Icon name={icons[State]} size={12} />
          </button>
        ))}
      </div>
      <div className="lp-legend" aria-hidden="true">
        {states.map((state) => (
          <span key={state}>
            <Icon name={icons[state]} size={13} />
            {dayStates[state]}
          </span>
        ))}
      </div>
    </>
  )
}
