import { redactText } from './redact.js'
import type { JsonAnswer, UnreadableAnswer, UnreadableBody } from './answer.js'
import type { BodyReading } from './read-body.js'

const excerptLength = 200

/**
 * Reads an answer's body as JSON if it is JSON, whatever it is labelled (vendors mislabel), but never a page that
 * is labelled as HTML or XML.
 */
export function parseBody(
  response: Pick<Response, 'status' | 'headers'>,
  reading: BodyReading,
  parseJson: (text: string) => unknown = JSON.parse,
): JsonAnswer | UnreadableAnswer {
  const { status, headers } = response
  const unreadable = (problem: UnreadableBody): UnreadableAnswer => ({
    kind: 'unreadable',
    status,
    headers,
    problem,
    excerpt: redactText(
      reading.text
        .slice(0, excerptLength * 2)
        .replaceAll(/\s+/g, ' ')
        .trim()
        .slice(0, excerptLength),
    ),
  })
  if (reading.end !== 'complete') return unreadable(reading.end)
  if (reading.text.trim() === '') return unreadable('empty')
  const label = headers.get('content-type') ?? ''
  if (/html|xml/i.test(label)) return unreadable('not-json')
  try {
    return { kind: 'json', status, headers, body: parseJson(reading.text) }
  } catch {
    return unreadable(/json/i.test(label) ? 'malformed' : 'not-json')
  }
}
