import { FailureNotice } from '../components/failure-notice.js'
import { Main } from './main.js'

export interface RouteFailureProps {
  readonly error: unknown
  readonly reset: () => void
}

/** Instead of a page that could not be shown. */
export function RouteFailure({ error, reset }: RouteFailureProps) {
  return (
    <Main>
      <FailureNotice error={error} onRetry={reset} />
    </Main>
  )
}
