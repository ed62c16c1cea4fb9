import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'

/** A call that the server refused, in its own words. */
class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number

  constructor(method: string, path: string, status: number, body: string) {
    super(`${method} ${path} answered ${status}: ${explain(body)}`)
    this.status = status
  }
}

export interface ApiClient {
  /** @param shape what the answer must look like */
  call<Answer>(method: string, path: string, shape: z.ZodType<Answer>, body?: unknown): Promise<Answer>
  /** Streams lines of NDJSON. */
  upload<Answer>(
    path: string,
    shape: z.ZodType<Answer>,
    lines: Iterable<string> | AsyncIterable<string>,
  ): Promise<Answer>
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

  async function read<Answer>(
    call: { readonly method: string; readonly path: string; readonly shape: z.ZodType<Answer> },
    response: Response,
  ): Promise<Answer> {
    const text = await response.text()
    if (!response.ok) throw new ApiError(call.method, call.path, response.status, text)
    const answer: unknown = text === '' ? undefined : JSON.parse(text)
    return call.shape.parse(answer)
  }

  const authorization = `Bearer ${token}`
  return {
    async call(method, path, shape, body) {
      const init: RequestInit =
        body === undefined
          ? { headers: { authorization } }
          : {
              headers: { authorization, 'content-type': 'application/json' },
              body: JSON.stringify(body),
            }
      return read({ method, path, shape }, await send(method, path, init))
    },
    async upload(path, shape, lines) {
      const response = await fetch(baseUrl() + path, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/x-ndjson' },
        body: ReadableStream.from(encode(lines)),
        duplex: 'half',
      })
      return read({ method: 'POST', path, shape }, response)
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

const problem = z.object({
  title: z.string().optional(),
  detail: z.string().optional(),
  errors: z.array(z.unknown()).optional(),
})

function explain(body: string): string {
  try {
    const { detail, title, errors } = problem.parse(JSON.parse(body))
    const sentence = detail ?? title ?? body
    return errors ? `${sentence} ${JSON.stringify(errors.slice(0, 5))}` : sentence
  } catch {
    return body.slice(0, 500)
  }
}
