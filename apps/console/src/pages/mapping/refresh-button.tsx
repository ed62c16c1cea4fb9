import { type AccountingIntegration, lastInspection } from '@ledgerpost/client'
import { useConsole } from '../../app/console-context.js'
import { Button } from '../../components/button.js'
import { FailureNotice } from '../../components/failure-notice.js'
import { useChange } from '../../data/use-change.js'
import { formatMoment } from '../../words/dates.js'

export interface RefreshButtonProps {
  readonly type: string
  readonly integration: AccountingIntegration
}

/** Has the ledger's accounts and taxes read again, for those that were made there meanwhile. */
export function RefreshButton({ type, integration }: RefreshButtonProps) {
  const { texts, locale } = useConsole()
  const { mapping } = texts
  const last = lastInspection(integration)
  const refresh = useChange(type, async (client, before: string | null) => {
    await client.refresh()
    return client.waitForRefresh(before)
  })
  return (
    <div className="lp-stack">
      <Button isBusy={refresh.isPending} onClick={() => refresh.mutate(last)}>
        {refresh.isPending ? mapping.refreshing : mapping.refresh}
      </Button>
      <span className="lp-small lp-quiet" role="status">
        {refresh.isSuccess ? mapping.refreshed : last !== null && mapping.readAt(formatMoment(last, locale))}
      </span>
      {refresh.error && <FailureNotice error={refresh.error} />}
    </div>
  )
}
