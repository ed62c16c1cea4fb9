import type { Mangling } from './network-fault.js'

/** An answer as it left the integrator. */
export interface WholeAnswer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** The answer as it arrives. */
export function responseOf({ status, headers, text }: WholeAnswer): Response {
  return new Response(status === 204 || status === 304 || text === '' ? null : text, { status, headers })
}

// oxlint-disable-next-line typescript/consistent-return -- every case returns, which the compiler proves
export function mangled(answer: WholeAnswer, how: Mangling): Response {
  const half = answer.text.slice(0, Math.floor(answer.text.length / 2))
  switch (how) {
    case 'truncate':
      return responseOf({ ...answer, text: half })
    case 'break-off':
    case 'never-ends':
      return new Response(halfStream(half, how), { status: answer.status, headers: answer.headers })
    case 'reverse':
      return withElements(answer, (elements) => elements.toReversed())
    case 'leave-one-out':
      return withElements(answer, (elements) => elements.slice(1))
    case 'one-too-many':
      return withElements(answer, (elements) => [...elements, ...elements.slice(0, 1)])
    case 'summarise-errors':
      return Response.json(
        {
          ErrorNumber: 10,
          Type: 'ValidationException',
          Message: 'A validation exception occurred',
          Elements: [],
        },
        { status: 400 },
      )
  }
}

function halfStream(half: string, how: 'break-off' | 'never-ends'): ReadableStream<Uint8Array> {
  let isSent = false
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      if (!isSent) {
        isSent = true
        controller.enqueue(new TextEncoder().encode(half === '' ? ' ' : half))
        return undefined
      }
      if (how === 'break-off') return controller.error(new TypeError('terminated'))
      return new Promise<void>(() => undefined)
    },
  })
}

/** Changes the list of what was created, if there is one. */
function withElements(
  answer: WholeAnswer,
  change: (elements: readonly unknown[]) => readonly unknown[],
): Response {
  if (answer.status !== 200) return responseOf(answer)
  const body: unknown = JSON.parse(answer.text)
  if (typeof body !== 'object' || body === null) return responseOf(answer)
  const changed = Object.fromEntries(
    Object.entries(body).map(([name, value]: [string, unknown]) => [
      name,
      Array.isArray(value) ? change(value) : value,
    ]),
  )
  return responseOf({ ...answer, text: JSON.stringify(changed) })
}
