import { entriesOf } from '../look-up/entries.js'
import type { Move } from '../look-up/moves.js'
import type { SentMove } from './sent-moves.js'

/**
 * How a document stands in the books:
 * - absent: no move bears its reference
 * - draft: there is a move for it, which is not in the books yet
 * - booked: there is a posted move that is what was sent
 * - different: what is there is something else, which a person has to look at
 *
 * `surplus` are further drafts that are the same; they are to go. A draft that differs is left to whom it belongs.
 */
export type Standing =
  | { readonly kind: 'absent' }
  | { readonly kind: 'draft' | 'booked'; readonly id: number; readonly surplus: readonly number[] }
  | { readonly kind: 'different'; readonly message: string }

/** @param moves those with the document's reference, the oldest first */
export function standingOf(sent: SentMove, moves: readonly Move[]): Standing {
  const ours = moves.filter(({ reverses }) => reverses === null)
  const drafts = ours.filter(({ isPosted }) => !isPosted)
  const same = drafts.filter((draft) => differenceOf(sent, draft) === undefined).map(({ id }) => id)
  const [posted, second] = ours.filter(({ isPosted }) => isPosted)
  const different = (message: string): Standing => ({
    kind: 'different',
    message: `${sent.reference} ${message}`,
  })
  if (posted) {
    if (second) {
      return different(`is in Tryton twice, as ${posted.id} and ${second.id}. Cancel one of them there.`)
    }
    if (isCancelled(posted, moves)) return different(`was booked as ${posted.id} and cancelled in Tryton.`)
    const difference = differenceOf(sent, posted)
    return difference === undefined
      ? { kind: 'booked', id: posted.id, surplus: same }
      : different(`is in Tryton as ${posted.id}, but ${difference}.`)
  }
  const [first, ...surplus] = same
  if (first !== undefined) return { kind: 'draft', id: first, surplus }
  const [other] = drafts
  return other
    ? different(
        `is in Tryton as the draft ${other.id}, but ${differenceOf(sent, other) ?? 'changed'}. Post it or delete it there.`,
      )
    : { kind: 'absent' }
}

/** Whether a posted move of the list reverses the move. */
export function isCancelled({ id }: Move, moves: readonly Move[]): boolean {
  return moves.some(({ reverses, isPosted }) => reverses === id && isPosted)
}

function differenceOf(sent: SentMove, move: Move): string | undefined {
  if (move.date !== sent.date) return `it is dated ${move.date} there and was sent for ${sent.date}`
  const entries = entriesOf(move.lines)
  if (entries === undefined) return 'its lines cannot be read'
  return JSON.stringify(entries) === JSON.stringify(sent.entries)
    ? undefined
    : 'its lines are others than those that were sent'
}
