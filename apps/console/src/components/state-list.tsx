import { useConsole } from '../app/console-context.js'
import { formatMoment } from '../words/dates.js'

/** One entry of a history that only ever grows. */
export interface ListedState<Status extends string> {
  readonly Number: number
  readonly Status: Status
  readonly Time: string
  readonly Message: string | null
}

export interface StateListProps<Status extends string> {
  readonly states: readonly ListedState<Status>[]
  readonly nameOf: (status: Status) => string
}

/** What happened, the latest first. */
export function StateList<Status extends string>({ states, nameOf }: StateListProps<Status>) {
  const { locale } = useConsole()
  return (
    <ol className="lp-states">
      {states
        .toSorted((one, other) => other.Number - one.Number)
        .map(({ Number: number, Status, Time, Message }) => (
          <li key={number}>
            <time className="lp-small lp-quiet" dateTime={Time}>
              {formatMoment(Time, locale)}
            </time>
            <div>
              <strong>{nameOf(Status)}</strong>
              {Message !== null && <p className="lp-quiet">{Message}</p>}
            </div>
          </li>
        ))}
    </ol>
  )
}
