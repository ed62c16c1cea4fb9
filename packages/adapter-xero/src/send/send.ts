import type { HttpAnswer, KeyVariants } from '@ledgerpost/adapter-kit'
import {
  type DocumentIdentity,
  type FoundDocument,
  IntegratorError,
  type SendResult,
  type Submission,
} from '@ledgerpost/core'
import type { Client } from '../client/create-client.js'
import type { Resource } from '../wire/resources.js'
import { readAnswer } from './read-answer.js'
import { type Sent, takeApart } from './sent.js'

export interface Sender {
  readonly client: Client
  readonly keys: KeyVariants
  find(sought: readonly DocumentIdentity[]): Promise<FoundDocument[]>
  linkOf(resource: Resource['name'], id: string): string
}

/**
 * Sends one submission, once. Repeating it is safe while Xero remembers its key (six minutes); after that a look-up
 * has to come first. Numbers of invoices and credit notes are unique at Xero, so those are refused as duplicates
 * even then; a payment has no such guard, which is why one that is refused because nothing is outstanding is looked
 * up here before it is called refused.
 */
export async function send(sender: Sender, submission: Submission, startBy: number): Promise<SendResult[]> {
  const sent = takeApart(submission)
  if (!sent) {
    const message = `The submission (${submission.operation}) was not prepared by this version of the Xero adapter`
    return submission.references.map((reference) => ({ outcome: 'unknown', reference, message }))
  }
  const { client, keys } = sender
  const answer = await client.http.request({
    method: 'PUT',
    path: `/${sent.resource.name}`,
    query: { summarizeErrors: 'false' },
    headers: { 'idempotency-key': keys.keyFor(submission, client.now()) },
    body: submission.body,
    startBy,
  })
  const results = readAnswer(sent, answer, client.now(), (id) => sender.linkOf(sent.resource.name, id))
  if (wasExecuted(answer)) keys.answered(submission, results, isRemembered(answer), client.now())
  return settleStalePayments(sender, sent, results)
}

/** Whether the call got past the checks that come before Xero looks at the key. */
function wasExecuted(answer: HttpAnswer): boolean {
  return 'status' in answer && ![401, 403, 429].includes(answer.status)
}

function isRemembered(answer: HttpAnswer): boolean {
  return 'status' in answer && answer.status >= 400
}

async function settleStalePayments(
  sender: Sender,
  { resource, elements }: Sent,
  results: readonly SendResult[],
): Promise<SendResult[]> {
  if (resource.kind !== 'payment') return [...results]
  const isStale = (result: SendResult): boolean =>
    result.outcome === 'rejected' && result.reason.kind === 'stale'
  const sought = results.filter(isStale).map(({ reference }): DocumentIdentity => ({
    reference,
    kind: 'payment',
    date: elements.get(reference)?.date ?? '',
  }))
  if (sought.length === 0) return [...results]
  try {
    const found = new Map((await sender.find(sought)).map((document) => [document.reference, document]))
    return results.map((result) => {
      const document = found.get(result.reference)
      if (!isStale(result) || !document || document.isVoided) return result
      const message = `${result.reference} is at Xero already, as ${document.id}. It is compared.`
      return { outcome: 'rejected', reference: result.reference, reason: { kind: 'duplicate', message } }
    })
  } catch (error) {
    if (!(error instanceof IntegratorError)) throw error
    return results.map((result) =>
      isStale(result)
        ? {
            outcome: 'unknown',
            reference: result.reference,
            message: `${result.reference} may have been paid already: ${error.message}`,
          }
        : result,
    )
  }
}
