import { useState } from 'react'
import { useConsole, useIsOwner } from '../../app/console-context.js'
import { useType } from '../../app/use-type.js'
import { Button } from '../../components/button.js'
import { Empty } from '../../components/empty.js'
import { FailureNotice } from '../../components/failure-notice.js'
import { Loaded } from '../../components/loaded.js'
import { Notice } from '../../components/notice.js'
import { PageHead } from '../../components/page-head.js'
import { openPackets } from '../../components/record-tone.js'
import { isOver, useRecords } from '../../data/queries.js'
import { useChange } from '../../data/use-change.js'
import { RecordTable } from './record-table.js'

/** How often the list is asked for anew after something was sent again, in milliseconds. */
const whileResending = 10_000

/** Every sync, newest first. */
export function HistoryPage() {
  const type = useType()
  const { texts } = useConsole()
  const { history } = texts
  const isOwner = useIsOwner()
  const [isResent, setIsResent] = useState(false)
  const records = useRecords(type, isResent ? whileResending : false)
  const shown = records.data?.pages.flatMap(({ items }) => items) ?? []
  const open = shown.filter((record) => isOver(record) && openPackets(record.Outcome) > 0)
  const resend = useChange(type, async (integration, recordIds: readonly string[]) => {
    for (const recordId of recordIds) await integration.resync(recordId)
  })
  return (
    <>
      <PageHead title={history.title} intro={history.intro}>
        {isOwner && open.length > 0 && (
          <Button
            isBusy={resend.isPending}
            onClick={() =>
              resend.mutate(
                open.map(({ Id }) => Id),
                { onSuccess: () => setIsResent(true) },
              )
            }
          >
            {resend.isPending ? history.resending : history.resendAll}
          </Button>
        )}
      </PageHead>
      {resend.error && <FailureNotice error={resend.error} />}
      {isResent && open.length > 0 && <Notice tone="busy" title={history.resent} />}
      <Loaded query={records} what={history.what}>
        {() =>
          shown.length === 0 ? (
            <Empty title={history.empty}>{history.emptyDetail}</Empty>
          ) : (
            <>
              <RecordTable type={type} records={shown} />
              {records.hasNextPage && (
                <div>
                  <Button isBusy={records.isFetchingNextPage} onClick={() => void records.fetchNextPage()}>
                    {history.more}
                  </Button>
                </div>
              )}
            </>
          )
        }
      </Loaded>
    </>
  )
}
