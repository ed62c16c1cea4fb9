import { type AccountingIntegration, lastInspection } from '@ledgerpost/client'
import { useState } from 'react'
import { useConsole } from '../../app/console-context.js'
import { Button } from '../../components/button.js'
import { FailureNotice } from '../../components/failure-notice.js'
import { useIntegration } from '../../data/queries.js'
import { useChange } from '../../data/use-change.js'
import { formatMoment } from '../../words/dates.js'
import { statusName } from '../../words/status.js'

export interface RefreshButtonProps {
  readonly type: string
  readonly integration: AccountingIntegration
}

/** Has the ledger's accounts and taxes read again, for those that were made there meanwhile. */
export function RefreshButton({ type, integration }: RefreshButtonProps) {
  const { texts, locale } = useConsole()
  const { mapping } = texts
  const last = lastInspection(integration)
  const [before, setBefore] = useState<string | null>()
  const refresh = useChange(type, (client) => client.refresh())
  const isAwaited = (found: AccountingIntegration) =>
    before !== undefined && lastInspection(found) === before && statusName(found.Status) !== 'Error'
  useIntegration(type, isAwaited)
  const isBusy = refresh.isPending || isAwaited(integration)
  const isDone = before !== undefined && last !== before
  return (
    <div className="lp-stack">
      <Button
        isBusy={isBusy}
        onClick={() => {
          setBefore(last)
          refresh.mutate(undefined, { onError: () => setBefore(undefined) })
        }}
      >
        {isBusy ? mapping.refreshing : mapping.refresh}
      </Button>
      <span className="lp-small lp-quiet" role="status">
        {isDone ? mapping.refreshed : last !== null && mapping.readAt(formatMoment(last, locale))}
      </span>
      {refresh.error && <FailureNotice error={refresh.error} />}
    </div>
  )
}
