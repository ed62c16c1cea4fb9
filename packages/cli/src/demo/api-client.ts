import { setTimeout as sleep } from 'node:timers/promises'

/** A call that the server refused, in its own words. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number

  constructor(method: string, path: string, status: number, body: string) {
    super(`${method} ${path} answered ${status}: ${explain(body)}`)
    this.status = status
  }
}

export interface ApiClient {
  call<Answer>(method: string, path: string, body?: unknown): Promise<Answer>
  /** Streams lines of NDJSON. */
  upload<Answer>(path: string, lines: Iterable<string> | AsyncIterable<string>): Promise<Answer>
}

/** How long a server that does not answer is tried again, in milliseconds: it may be starting anew. */
const patience = 20_000

/**
 * Talks to the server as any client of the API would. While the server is away, calls that change nothing, or may
 * be repeated because the API makes them idempotent, are tried again.
 */
export function apiClient(baseUrl: () => string, token: string): ApiClient {
  async function send(method: string, path: string, init: RequestInit): Promise<Response> {
    const until = Date.now() + patience
    for (;;) {
      try {
        return await fetch(baseUrl() + path, { method, ...init })
      } catch (error) {
        if (Date.now() > until) throw error
        await sleep(100)
      }
    }
  }

  async function read<Answer>(method: string, path: string, response: Response): Promise<Answer> {
    const text = await response.text()
    if (!response.ok) throw new ApiError(method, path, response.status, text)
    return (text === '' ? undefined : JSON.parse(text)) as Answer
  }

  const authorization = `Bearer ${token}`
  return {
    async call(method, path, body) {
      const init: RequestInit =
        body === undefined
          ? { headers: { authorization } }
          : { headers: { authorization, 'content-type': 'application/json' }, body: JSON.stringify(body) }
      return read(method, path, await send(method, path, init))
    },
    async upload(path, lines) {
      const response = await fetch(baseUrl() + path, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/x-ndjson' },
        body: ReadableStream.from(encode(lines)),
        duplex: 'half',
      } as RequestInit)
      return read('POST', path, response)
    },
  }
}

async function* encode(lines: Iterable<string> | AsyncIterable<string>): AsyncIterable<Uint8Array> {
  const encoder = new TextEncoder()
  let text = ''
  for await (const line of lines) {
    text += `${line}\n`
    if (text.length > 65_536) {
      yield encoder.encode(text)
      text = ''
    }
  }
  if (text !== '') yield encoder.encode(text)
}

interface Problem {
  readonly detail?: string
  readonly title?: string
  readonly errors?: readonly unknown[]
}

function explain(body: string): string {
  try {
    const { detail, title, errors } = JSON.parse(body) as Problem
    const sentence = detail ?? title ?? body
    return errors ? `${sentence} ${JSON.stringify(errors.slice(0, 5))}` : sentence
  } catch {
    return body.slice(0, 500)
  }
}
