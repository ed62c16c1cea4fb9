import {
  type AcceptedDocument,
  isConnectionReason,
  type Reason,
  type SendResult,
  type Submission,
} from '@ledgerpost/core'
import { now } from '../environment.js'
import type { DocumentOutcome, Intent, StoredDocument } from '../ports/document-store.js'
import { markSending } from './mark-sending.js'
import type { Sending } from './sending.js'

/** What one submission came to. */
export interface SubmissionAnswer {
  /** The reason that lies with the connection, if that is why documents are still to be sent. */
  readonly pausedBy: Reason | undefined
}

/**
 * Sends one submission: the intent is committed before the first byte leaves, the outcome of each document after
 * the answer. Whatever is not certain is recorded as unknown.
 */
export async function submit(
  sending: Sending,
  submission: Submission,
  documents: ReadonlyMap<string, StoredDocument>,
): Promise<SubmissionAnswer> {
  const { run } = sending
  const intent: Intent = {
    ...submission,
    id: run.environment.newId(),
    integrationId: run.integration.id,
    sentAt: run.environment.clock.now(),
  }
  const packetKeys = new Set(
    submission.references.flatMap((reference) => documents.get(reference)?.packetKey ?? []),
  )
  await run.write('send.record-intent', async (transaction) => {
    await transaction.recordIntent(intent)
    await markSending(transaction, [...packetKeys], now(run.environment))
  })
  const results = await sendSafely(sending, submission)
  const outcomes = submission.references.map((reference) => outcomeOf(reference, results.get(reference)))
  await run.write('send.record-outcomes', (transaction) =>
    transaction.recordOutcomes(run.integration.id, outcomes, intent.id),
  )
  return { pausedBy: pauseIn(results.values()) }
}

/** The adapter's contract says that `send` never throws; should it, nothing is known of any document. */
async function sendSafely(sending: Sending, submission: Submission): Promise<Map<string, SendResult>> {
  try {
    const results = await sending.run.call('send.send', () =>
      sending.connection.send(submission, sending.run.heldUntil()),
    )
    return new Map(results.map((result) => [result.reference, result]))
  } catch (error) {
    sending.run.environment.logger.error(
      { operation: submission.operation, error },
      'An adapter threw while sending.',
    )
    return new Map()
  }
}

function outcomeOf(reference: string, result: SendResult | undefined): DocumentOutcome {
  if (!result) return { reference, status: 'unknown', message: 'the adapter gave no answer for it' }
  if (result.outcome === 'accepted') {
    return { reference, status: 'accepted', integratorId: result.id, link: result.link }
  }
  if (result.outcome === 'unknown') return { reference, status: 'unknown', message: result.message }
  if (result.reason.kind === 'duplicate')
    return { reference, status: 'unknown', message: result.reason.message }
  if (isConnectionReason(result.reason.kind)) {
    return { reference, status: 'planned', message: result.reason.message }
  }
  return { reference, status: 'rejected', reason: result.reason }
}

function pauseIn(results: Iterable<SendResult>): Reason | undefined {
  for (const result of results) {
    if (result.outcome === 'rejected' && isConnectionReason(result.reason.kind)) return result.reason
  }
  return undefined
}

/** The accepted documents by reference, as later stages need them. */
export function acceptedOf(documents: Iterable<StoredDocument>): Map<string, AcceptedDocument> {
  const accepted = new Map<string, AcceptedDocument>()
  for (const { reference, status, integratorId, link } of documents) {
    if (status === 'accepted' && integratorId !== null)
      accepted.set(reference, { reference, id: integratorId, link })
  }
  return accepted
}
