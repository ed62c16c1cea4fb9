import type { SyncRecord } from '@ledgerpost/client'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { isOver, useRecord } from './queries.js'
import { useChange } from './use-change.js'

/** A sync as it goes on. Once it has ended, whatever it changed is asked for anew. */
export function useLiveRecord(recordId: string, isAwaited?: (record: SyncRecord) => boolean) {
  const query = useRecord(recordId, isAwaited)
  const queries = useQueryClient()
  const wasRunning = useRef(false)
  const { data } = query
  const isRunning = data !== undefined && (!isOver(data) || isAwaited?.(data) === true)
  useEffect(() => {
    if (wasRunning.current && !isRunning) void queries.invalidateQueries()
    wasRunning.current = isRunning
  }, [isRunning, queries])
  return { ...query, isRunning }
}

/** A sync of which what is not in the books can be sent again. That it goes on is seen by its states, which only grow. */
export function useResend(type: string, recordId: string) {
  const [seen, setSeen] = useState<number | null>(null)
  const live = useLiveRecord(recordId, (record) => seen !== null && lastNumber(record) <= seen)
  const change = useChange(type, (integration) => integration.resync(recordId))
  return {
    ...live,
    isRunning: live.isRunning || change.isPending,
    /** Whether it was sent again from here. */
    isResent: change.isSuccess,
    resendError: change.error,
    resend(): void {
      setSeen(live.data ? lastNumber(live.data) : null)
      change.mutate(undefined, { onError: () => setSeen(null) })
    },
  }
}

function lastNumber({ States = [] }: SyncRecord): number {
  return States.reduce((last, { Number: number }) => Math.max(last, number), 0)
}
