import { type StepName, stepNames } from '@ledgerpost/engine'
import type { Moment } from '../worker/messages.js'
import { type BooksType, type Circumstance, passages } from './passages.js'

/** A point at which a process is killed. */
export interface KillPoint {
  /** `Xero per order send.record-intent before`, with ` 2` where it is the second passing. */
  readonly name: string
  readonly step: StepName
  readonly moment: Moment
  readonly occurrence: number
  readonly books: BooksType
  readonly summarise: boolean
  readonly circumstance: Circumstance
}

export interface NotPlayed {
  readonly name: string
  readonly reason: string
}

const kinds = (['Xero', 'PlainText'] as const).flatMap((books) =>
  [false, true].map((summarise) => ({ books, summarise })),
)

/** Every point at which a process can be killed, for either kind of books and of packets. */
export function killPoints(): {
  readonly played: readonly KillPoint[]
  readonly notPlayed: readonly NotPlayed[]
} {
  const played: KillPoint[] = []
  const notPlayed: NotPlayed[] = []
  for (const { books, summarise } of kinds) {
    for (const step of stepNames) {
      const passage = passages[step]
      const name = `${books} ${summarise ? 'summarised' : 'per order'} ${step}`
      if ('never' in passage) {
        notPlayed.push({ name, reason: passage.never })
        continue
      }
      const { circumstance, times, except } = passage
      if (except && (except.books ?? books) === books && (except.summarise ?? summarise) === summarise) {
        notPlayed.push({ name, reason: except.reason })
        continue
      }
      for (let occurrence = 1; occurrence <= (times?.[books] ?? 1); occurrence += 1) {
        for (const moment of ['before', 'after'] as const) {
          played.push({
            name: `${name} ${moment}${occurrence === 1 ? '' : ` ${occurrence}`}`,
            step,
            moment,
            occurrence,
            books,
            summarise,
            circumstance,
          })
        }
      }
    }
  }
  return { played, notPlayed }
}
