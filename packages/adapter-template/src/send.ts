import {
  classifyMessages,
  type HttpAnswer,
  isRecord,
  type JsonRecord,
  type MessagePattern,
  recordMember,
  recordsMember,
  textMember,
} from '@ledgerpost/adapter-kit'
import type { SendResult, Submission } from '@ledgerpost/core'
import type { Client } from './client.js'
import { connectionReasonOf, descriptionOf } from './failure.js'

/** What refusals mean: the first row that the vendor's code or sentence fits. */
const patterns: readonly MessagePattern[] = [
  { pattern: /reference_taken/, kind: 'duplicate', advice: 'It is looked up and compared.' },
  { pattern: /period_locked/, kind: 'period-locked', advice: 'Open the period there, Refresh, and Resync.' },
  { pattern: /unbalanced/, kind: 'unbalanced', advice: 'Please report this: the entry does not add up.' },
  { pattern: /account_/, kind: 'unknown-account', advice: 'Refresh, map to another account, and Resync.' },
  { pattern: /tax_/, kind: 'tax', advice: 'Refresh, map to another tax rate, and Resync.' },
]
const fallback = {
  kind: 'invalid',
  advice: 'Change what it names, there or in the maps, and Resync.',
} as const

/**
 * Sends a submission, once. Repeating it is safe: a reference that is taken is refused there, and the refusal tells that
 * the entry exists.
 */
export async function send(client: Client, submission: Submission, startBy: number): Promise<SendResult[]> {
  const { references, body, key } = submission
  const answer = await client.http.request({
    method: 'POST',
    path: '/entries',
    headers: { 'idempotency-key': key },
    body,
    startBy,
  })
  const reason = connectionReasonOf(answer, client.now())
  if (reason) return references.map((reference) => ({ outcome: 'rejected', reference, reason }))
  const elements = resultsIn(answer)
  return references.map((reference) => {
    const [element, ...others] = elements.filter((each) => textMember(each, 'reference') === reference)
    return element && others.length === 0
      ? resultOf(reference, element)
      : {
          outcome: 'unknown',
          reference,
          message: `${reference} has no clear answer: ${descriptionOf(answer)}`,
        }
  })
}

function resultsIn(answer: HttpAnswer): readonly JsonRecord[] {
  if (answer.kind !== 'json' || answer.status !== 200 || !isRecord(answer.body)) return []
  return recordsMember(answer.body, 'results')
}

function resultOf(reference: string, element: JsonRecord): SendResult {
  const [id, error] = [textMember(element, 'id'), recordMember(element, 'error')]
  if (error && id === undefined) {
    const said = [textMember(error, 'code'), textMember(error, 'message')].filter(
      (text) => text !== undefined,
    )
    return { outcome: 'rejected', reference, reason: classifyMessages(said, patterns, fallback) }
  }
  return id !== undefined && !error
    ? { outcome: 'accepted', reference, id, link: linkOf(id) }
    : { outcome: 'unknown', reference, message: `${reference} was answered with neither an id nor a refusal` }
}

/** Where a person opens an entry. */
export function linkOf(id: string): string {
  return `https://books.example/entries/${encodeURIComponent(id)}`
}
