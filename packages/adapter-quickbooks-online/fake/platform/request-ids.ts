interface Remembered {
  readonly status: number
  readonly headers: Headers
  readonly body: string
}

/**
 * Answers by company and request id. For how long they are remembered, and whether errors are, Intuit does not say: the fake
 * remembers all of them, and does not look whether the same is asked.
 */
export class RequestIds {
  readonly #known = new Map<string, Promise<Remembered>>()
  /** How many answers were given again. */
  replays = 0

  async once(company: string, requestId: string | null, execute: () => Promise<Response>): Promise<Response> {
    if (requestId === null) return execute()
    const key = `${company} ${requestId}`
    const known = this.#known.get(key)
    if (known) {
      this.replays += 1
      return respond(await known)
    }
    const answer = execute().then(async (response) => ({
      status: response.status,
      headers: response.headers,
      body: await response.text(),
    }))
    this.#known.set(key, answer)
    return respond(await answer)
  }

  /** As after whatever time it is. */
  forget(): void {
    this.#known.clear()
  }
}

function respond({ status, headers, body }: Remembered): Response {
  return new Response(body === '' ? null : body, { status, headers })
}
