import type { HttpAnswer, KeyVariants } from '@ledgerpost/adapter-kit'
import type { SendResult, Submission } from '@ledgerpost/core'
import { type Client, minorVersion } from '../client/create-client.js'
import type { Entity } from '../wire/entities.js'
import { readAnswer } from './read-answer.js'
import { takeApart } from './sent.js'

export interface Sender {
  readonly client: Client
  readonly keys: KeyVariants
  linkOf(entity: Entity, id: string): string
}

/**
 * Sends one submission, once. Repeating it is safe while QuickBooks remembers its request id: it answers with the documents
 * that were made the first time. How long that is, is not published, so that a look-up has to come first where an answer is
 * missing; receipts are refused as duplicates even then, in companies that are warned of them.
 */
export async function send(sender: Sender, submission: Submission, startBy: number): Promise<SendResult[]> {
  const sent = takeApart(submission)
  if (!sent) {
    const message = `The submission (${submission.operation}) was not prepared by this version of the QuickBooks adapter`
    return submission.references.map((reference) => ({ outcome: 'unknown', reference, message }))
  }
  const { client, keys } = sender
  const answer = await client.http.request({
    method: 'POST',
    path: '/batch',
    query: { requestid: keys.keyFor(submission, client.now()), minorversion: minorVersion },
    body: submission.body,
    startBy,
  })
  const results = readAnswer(sent, answer, client.now(), client.limits.throttlePause, sender.linkOf)
  if (wasExecuted(answer)) keys.answered(submission, results, isRemembered(answer), client.now())
  return results
}

/** Whether the call got past the checks that come before QuickBooks looks at the request id. */
function wasExecuted(answer: HttpAnswer): boolean {
  return 'status' in answer && ![401, 403, 429].includes(answer.status)
}

function isRemembered(answer: HttpAnswer): boolean {
  return 'status' in answer && answer.status >= 400
}
