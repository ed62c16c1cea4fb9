import type { SendResult, Submission } from '@ledgerpost/core'
import { book, type Booking } from './book.js'
import { readSubmission } from './sent-moves.js'

/**
 * Sends one submission. Its moves are looked up by our references, created as far as they are not there, looked up once
 * more, and posted.
 *
 * How nothing is booked twice, although Tryton has no idempotency key: only what is posted is in the books, and a move is
 * posted only by a sender that has looked after its last create and has seen one draft of the reference, or has itself
 * deleted the others. Of two who create at the same time, the one whose create comes second sees both. A deletion and a
 * posting of one draft exclude each other, for Tryton deletes nothing that is posted and posts nothing that is gone.
 */
export async function send(
  booking: Omit<Booking, 'startBy' | 'context'>,
  submission: Submission,
  startBy: number,
): Promise<readonly SendResult[]> {
  const sent = readSubmission(submission)
  if (sent === undefined) {
    return submission.references.map((reference) => ({
      outcome: 'unknown',
      reference,
      message: `${reference} was not sent: its stored request is not one that the Tryton adapter prepares.`,
    }))
  }
  const results = await book({ ...booking, context: sent.context, startBy }, sent.moves)
  return submission.references.map(
    (reference) =>
      results.get(reference) ?? { outcome: 'unknown', reference, message: `${reference} came to no end.` },
  )
}
