import type { AccountingIntegration } from '@ledgerpost/client'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useConsole, useIsOwner } from '../../app/console-context.js'
import { Button } from '../../components/button.js'
import { FailureNotice } from '../../components/failure-notice.js'
import { PageHead } from '../../components/page-head.js'
import { useRecords } from '../../data/queries.js'
import { useChange } from '../../data/use-change.js'
import { statusName } from '../../words/status.js'
import { DaysCards } from './days-cards.js'
import { SyncProgress } from './sync-progress.js'

export interface SyncDashboardProps {
  readonly type: string
  readonly title: string
  readonly integration: AccountingIntegration
}

export function SyncDashboard({ type, title, integration }: SyncDashboardProps) {
  const { texts } = useConsole()
  const { sync } = texts
  const isOwner = useIsOwner()
  const [startedId, setStartedId] = useState<string | null>(null)
  const latest = useRecords(type).data?.pages[0]?.items[0]
  const start = useChange(type, (client) => client.sync())
  const isConfigured = statusName(integration.Status) === 'Configured'
  const recordId = startedId ?? latest?.Id ?? null
  const { SyncTime } = integration.SynchronizationPreferences ?? {}
  const when = SyncTime === undefined ? sync.noSchedule : sync.nextSync(SyncTime)
  return (
    <>
      {isConfigured && (
        <PageHead
          title={title}
          intro={
            <>
              {when}.{' '}
              <Link to="/$type/settings" params={{ type }}>
                {sync.change}
              </Link>
            </>
          }
        >
          {isOwner && (
            <Button
              kind="main"
              isBusy={start.isPending}
              onClick={() =>
                start.mutate(undefined, { onSuccess: (queued) => setStartedId(queued.recordId) })
              }
            >
              {sync.now}
            </Button>
          )}
        </PageHead>
      )}
      {start.error && <FailureNotice error={start.error} />}
      {recordId !== null && <SyncProgress key={recordId} type={type} recordId={recordId} />}
      <DaysCards type={type} />
    </>
  )
}
