import { ProblemError, WaitTimedOut } from '@ledgerpost/client'
import type { Texts } from '../texts/english.js'

/** What a person is told when something did not work. There is never a stack in it. */
export interface Failure {
  readonly title: string
  readonly detail: string
  /** Single things that are wrong. */
  readonly points: readonly string[]
  /** For whoever is asked for help. */
  readonly reference: string | null
  /** Whether trying the same again may help. */
  readonly isPassing: boolean
}

const passingStatuses: ReadonlySet<number> = new Set([408, 429, 502, 503, 504])

/** Puts an error into words. */
export function describeFailure(error: unknown, texts: Texts['failures']): Failure {
  if (error instanceof ProblemError) {
    const { status, code, detail, errors, reasons, requestId } = error
    return {
      title: texts.titleOf(status, code),
      detail,
      points: [
        ...reasons,
        ...errors.map(({ member, problem }) => (member === '' ? problem : `${member}: ${problem}`)),
      ],
      reference: referenceOf(code, requestId),
      isPassing: passingStatuses.has(status),
    }
  }
  if (error instanceof WaitTimedOut)
    return { ...texts.tookTooLong, points: [], reference: null, isPassing: true }
  // `fetch` throws a TypeError where there is no answer.
  if (error instanceof TypeError)
    return { ...texts.unreachable, points: [], reference: null, isPassing: true }
  return { ...texts.unexpected, points: [], reference: null, isPassing: false }
}

function referenceOf(code: string | null, requestId: string | null): string | null {
  const parts = [code, requestId].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join(' · ')
}
