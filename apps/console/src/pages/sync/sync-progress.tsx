import type { SyncRecord } from '@ledgerpost/client'
import { Link } from '@tanstack/react-router'
import { useConsole } from '../../app/console-context.js'
import { Badge } from '../../components/badge.js'
import { FailureNotice } from '../../components/failure-notice.js'
import { Loading } from '../../components/loading.js'
import { Notice } from '../../components/notice.js'
import { recordTone } from '../../components/record-tone.js'
import { isOver } from '../../data/queries.js'
import { useLiveRecord } from '../../data/use-live-record.js'
import { formatMoment } from '../../words/dates.js'
import { OutcomeFlow } from './outcome-flow.js'

export interface SyncProgressProps {
  readonly type: string
  readonly recordId: string
}

/** The last sync, live while it is under way. */
export function SyncProgress({ type, recordId }: SyncProgressProps) {
  const { texts, locale } = useConsole()
  const { sync } = texts
  const { data: record, error, refetch } = useLiveRecord(recordId)
  if (error != null && record === undefined)
    return <FailureNotice error={error} onRetry={() => void refetch()} />
  if (record === undefined) return <Loading what={sync.lastSync} />
  return (
    <section className="lp-card" aria-label={sync.lastSync}>
      <div className="lp-card-head">
        <h2>
          {sync.lastSync}
          <span className="lp-small lp-quiet"> · {formatMoment(record.CreatedTime, locale)}</span>
        </h2>
        <span role="status">
          <Badge tone={recordTone(record)}>{saidOf(record, sync)}</Badge>
        </span>
      </div>
      <OutcomeFlow outcome={record.Outcome} />
      {record.Status === 'Failed' && (
        <Notice tone="bad" title={sync.failed}>
          <p>{lastMessage(record)}</p>
        </Notice>
      )}
      {!isOver(record) && <p className="lp-quiet">{lastMessage(record) ?? sync.leave}</p>}
      <div>
        <Link to="/$type/history/$recordId" params={{ type, recordId }}>
          {record.Outcome.Held + record.Outcome.Rejected > 0 ? sync.lookHeld : sync.look}
        </Link>
      </div>
    </section>
  )
}

/** What the last state says, if it says something. */
export function lastMessage({ States = [] }: Pick<SyncRecord, 'States'>): string | null {
  return States.toSorted((one, other) => other.Number - one.Number)[0]?.Message ?? null
}

type Words = ReturnType<typeof useConsole>['texts']['sync']

function saidOf({ Status, Outcome }: SyncRecord, words: Words): string {
  const { Sent, Held, Rejected, InDoubt, Pending, Sending } = Outcome
  if (Status === 'Queued') return words.queued
  if (Status === 'Failed') return words.failed
  if (Status === 'InProgress') return Sent + Sending > 0 ? words.sending : words.reading
  if (Held + Rejected + InDoubt + Pending + Sending > 0) return words.doneSome
  return Sent === 0 ? words.doneNothing : words.doneAllSent
}
