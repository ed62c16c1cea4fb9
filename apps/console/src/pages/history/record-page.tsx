import type { SyncRecord } from '@ledgerpost/client'
import { useParams } from '@tanstack/react-router'
import { useConsole, useIsOwner } from '../../app/console-context.js'
import { useType } from '../../app/use-type.js'
import { Badge } from '../../components/badge.js'
import { Button } from '../../components/button.js'
import { FailureNotice } from '../../components/failure-notice.js'
import { Loaded } from '../../components/loaded.js'
import { Notice } from '../../components/notice.js'
import { PageHead } from '../../components/page-head.js'
import { openPackets, recordTone } from '../../components/record-tone.js'
import { StateList } from '../../components/state-list.js'
import { isOver, useIntegration } from '../../data/queries.js'
import { useChange } from '../../data/use-change.js'
import { useLiveRecord } from '../../data/use-live-record.js'
import { formatMoment } from '../../words/dates.js'
import { OutcomeFlow } from '../sync/outcome-flow.js'
import { lastMessage } from '../sync/sync-progress.js'
import { Exclusions } from './exclusions.js'
import { Packets } from './packets.js'

/** One sync: what it read and sent, packet by packet. */
export function RecordPage() {
  const type = useType()
  const { recordId } = useParams({ from: '/$type/history/$recordId' })
  const { texts } = useConsole()
  return (
    <Loaded query={useLiveRecord(recordId)} what={texts.history.recordWhat}>
      {(record) => <RecordDetail key={recordId} type={type} record={record} />}
    </Loaded>
  )
}

function RecordDetail({ type, record }: { readonly type: string; readonly record: SyncRecord }) {
  const { texts, locale } = useConsole()
  const { history, sync } = texts
  const isOwner = useIsOwner()
  const platform = useIntegration(type).data?.MindbodyConfiguration
  const resend = useChange(type, (integration) => integration.resync(record.Id))
  const open = openPackets(record.Outcome)
  return (
    <>
      <PageHead title={history.recordTitle(formatMoment(record.CreatedTime, locale))}>
        <Badge tone={recordTone(record)}>{history.recordStates[record.Status]}</Badge>
        {isOwner && isOver(record) && open > 0 && (
          <Button isBusy={resend.isPending} onClick={() => resend.mutate(undefined)}>
            {resend.isPending ? history.resending : history.resend}
          </Button>
        )}
      </PageHead>
      {resend.error && <FailureNotice error={resend.error} />}
      {resend.isSuccess && !isOver(record) && <Notice tone="busy" title={history.resent} />}
      {record.Status === 'Failed' && (
        <Notice tone="bad" title={sync.failed}>
          <p>{lastMessage(record)}</p>
        </Notice>
      )}
      <OutcomeFlow outcome={record.Outcome} />
      <Packets type={type} recordId={record.Id} methods={platform?.PaymentMethods ?? []} />
      {record.Outcome.Excluded > 0 && <Exclusions type={type} recordId={record.Id} />}
      <section className="lp-card">
        <h2>{history.states}</h2>
        <StateList states={record.States ?? []} nameOf={(status) => history.recordStates[status]} />
      </section>
    </>
  )
}
