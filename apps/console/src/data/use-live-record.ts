import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { isOver, useRecord } from './queries.js'

/** A sync as it goes on. Once it has ended, whatever it changed is asked for anew. */
export function useLiveRecord(recordId: string) {
  const query = useRecord(recordId)
  const queries = useQueryClient()
  const wasRunning = useRef(false)
  const isRunning = query.data !== undefined && !isOver(query.data)
  useEffect(() => {
    if (wasRunning.current && !isRunning) void queries.invalidateQueries()
    wasRunning.current = isRunning
  }, [isRunning, queries])
  return { ...query, isRunning }
}
