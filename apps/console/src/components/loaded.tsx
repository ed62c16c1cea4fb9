import type { ReactNode } from 'react'
import { FailureNotice } from './failure-notice.js'
import { Loading } from './loading.js'

/** As much of a query as showing it takes. */
export interface Asked<Data> {
  readonly data: Data | undefined
  readonly error: unknown
  readonly refetch: () => unknown
}

export interface LoadedProps<Data> {
  readonly query: Asked<Data>
  readonly what: string
  readonly children: (data: Data) => ReactNode
}

/** What was asked for, once it is there. What is there stays while a newer answer fails, with the reason above it. */
export function Loaded<Data>({ query, what, children }: LoadedProps<Data>) {
  const { data, error, refetch } = query
  const failed = error != null && <FailureNotice error={error} onRetry={() => void refetch()} />
  if (data === undefined) return failed === false ? <Loading what={what} /> : failed
  return (
    <>
      {failed}
      {children(data)}
    </>
  )
}
