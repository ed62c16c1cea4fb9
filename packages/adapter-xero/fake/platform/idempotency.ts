import { createHash } from 'node:crypto'
import type { Clock } from '@ledgerpost/testkit'
import { exception } from './answers.js'

const lifetime = 6 * 60_000

interface Remembered {
  readonly fingerprint: string
  readonly since: number
  readonly answer: Promise<{ readonly status: number; readonly headers: Headers; readonly body: string }>
}

/**
 * Remembers answers by key for six minutes, errors included, for the app as a whole: organisations share the keys.
 * Another request under a known key is refused. What comes while the first is still at work waits for its answer.
 */
export class IdempotencyKeys {
  readonly #clock: Clock
  readonly #known = new Map<string, Remembered>()
  /** How many answers were given again. */
  replays = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  async once(request: Request, body: string, execute: () => Promise<Response>): Promise<Response> {
    const key = request.headers.get('idempotency-key')
    if (key === null || request.method === 'GET') return execute()
    if (key.length > 128)
      return exception('ValidationException', 'Idempotency Key must not exceed 128 characters', 10)
    const now = this.#clock.now()
    const fingerprint = createHash('sha256').update(`${request.method} ${request.url}\n${body}`).digest('hex')
    const known = this.#known.get(key)
    if (known && now - known.since < lifetime) {
      if (known.fingerprint !== fingerprint) {
        return exception(
          'ValidationException',
          `Idempotency Key: ${key} is used with a different request.`,
          10,
        )
      }
      this.replays += 1
      return respond(await known.answer)
    }
    const answer = execute().then(async (response) => ({
      status: response.status,
      headers: response.headers,
      body: await response.text(),
    }))
    this.#known.set(key, { fingerprint, since: now, answer })
    return respond(await answer)
  }
}

function respond({ status, headers, body }: Awaited<Remembered['answer']>): Response {
  return new Response(body === '' ? null : body, { status, headers })
}
