import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { keys } from './keys.js'
import { pauseBefore } from './poll.js'
import { isResending } from './resending.js'
import { useChange } from './use-change.js'
import { useLiveRecord } from './use-live-record.js'

/** A sync of which what is not in the books can be sent again. Nothing but its packets tells how that goes on. */
export function useResend(type: string, recordId: string) {
  const { data: record, ...live } = useLiveRecord(recordId)
  const queries = useQueryClient()
  const change = useChange(type, (integration) => integration.resync(recordId))
  const [looks, setLooks] = useState<number | null>(null)
  const goesOn = looks !== null && record !== undefined && isResending(record, looks)

  useEffect(() => {
    if (looks === null) return undefined
    if (!goesOn) {
      setLooks(null)
      void queries.invalidateQueries()
      return undefined
    }
    const timer = setTimeout(() => {
      void Promise.all([
        queries.invalidateQueries({ queryKey: keys.record(recordId), exact: true }),
        queries.invalidateQueries({ queryKey: [...keys.record(recordId), 'packet'] }),
      ]).then(() => setLooks(looks + 1))
    }, pauseBefore(looks))
    return () => clearTimeout(timer)
  }, [looks, goesOn, queries, recordId])

  return {
    ...live,
    data: record,
    isRunning: live.isRunning || change.isPending || goesOn,
    isResent: change.isSuccess,
    resendError: change.error,
    resend: () => change.mutate(undefined, { onSuccess: () => setLooks(0) }),
  }
}
