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
import { useIntegration } from '../../data/queries.js'
import { useResend } from '../../data/use-resend.js'
import { formatMoment } from '../../words/dates.js'
import { OutcomeFlow } from '../sync/outcome-flow.js'
import { lastMessage } from '../sync/sync-progress.js'
import { Exclusions } from './exclusions.js'
import { Packets, type PacketsProps } from './packets.js'

/** One sync: what it read and sent, packet by packet. */
export function RecordPage() {
  const type = useType()
  const { recordId } = useParams({ from: '/$type/history/$recordId' })
  return <RecordDetail key={recordId} type={type} recordId={recordId} />
}

function RecordDetail({ type, recordId }: { readonly type: string; readonly recordId: string }) {
  const { texts, locale } = useConsole()
  const { history, sync } = texts
  const isOwner = useIsOwner()
  const platform = useIntegration(type).data?.MindbodyConfiguration
  const { isRunning, isResent, resend, resendError, ...query } = useResend(type, recordId)
  return (
    <Loaded query={query} what={history.recordWhat}>
      {(record) => (
        <>
          <PageHead title={history.recordTitle(formatMoment(record.CreatedTime, locale))}>
            <Badge tone={recordTone(record)}>{history.recordStates[record.Status]}</Badge>
            {isOwner && openPackets(record.Outcome) > 0 && (
              <Button isBusy={isRunning} onClick={resend}>
                {isRunning ? history.resending : history.resend}
              </Button>
            )}
          </PageHead>
          {resendError && <FailureNotice error={resendError} />}
          {isResent && isRunning && <Notice tone="busy" title={history.resent} />}
          {record.Status === 'Failed' && (
            <Notice tone="bad" title={sync.failed}>
              <p>{lastMessage(record)}</p>
            </Notice>
          )}
          <OutcomeFlow outcome={record.Outcome} />
          <Packets type={type} recordId={recordId} methods={platform?.PaymentMethods ?? noMethods} />
          {record.Outcome.Excluded > 0 && <Exclusions type={type} recordId={recordId} />}
          <section className="lp-card">
            <h2>{history.states}</h2>
            <StateList states={record.States ?? []} nameOf={(status) => history.recordStates[status]} />
          </section>
        </>
      )}
    </Loaded>
  )
}

const noMethods: PacketsProps['methods'] = []
