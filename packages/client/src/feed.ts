import type { OrderInput } from './api-types.js'

/**
 * Orders in any amount: a list, or what comes as it is read. A text is the JSON of an order and sent digit by digit as it
 * is; what is wrong with it, its receipt says.
 */
export type Orders = Iterable<OrderInput | string> | AsyncIterable<OrderInput | string>

export interface FeedOptions {
  /** Whether the orders are packed on their way. Default: no. */
  readonly gzip?: boolean
  /**
   * Whether orders are sent as they come. Otherwise all are put together first. Default: where the runtime can do so,
   * which browsers can over HTTP/2 only: over HTTP/1.1 say no.
   */
  readonly streaming?: boolean
  readonly signal?: AbortSignal
}

/** Orders are sent in pieces of about so many characters. */
const pieceLength = 65_536

/** A body on its way. */
export interface OrderLines {
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>
  /** Reads no more orders. */
  stop(): Promise<unknown>
  /** What the orders' source threw, if that is why sending failed; otherwise the error as it is. */
  cause(error: unknown): unknown
}

/** One order a line. */
export function orderLines(orders: Orders, isPacked = false): OrderLines {
  const encoder = new TextEncoder()
  const pieces = piecesOf(orders)
  let failure: { readonly error: unknown } | undefined
  const lines = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      try {
        const { value, done } = await pieces.next()
        if (done === true) controller.close()
        else controller.enqueue(encoder.encode(value))
      } catch (error) {
        failure = { error }
        throw error
      }
    },
    async cancel() {
      await pieces.return()
    },
  })
  const stream = isPacked ? lines.pipeThrough(new CompressionStream('gzip')) : lines
  return { stream, stop: () => pieces.return(), cause: (error) => (failure ? failure.error : error) }
}

async function* piecesOf(orders: Orders): AsyncGenerator<string, void, undefined> {
  let piece = ''
  for await (const order of orders) {
    piece += `${typeof order === 'string' ? order.replaceAll(/[\r\n]+/g, ' ') : JSON.stringify(order)}\n`
    if (piece.length < pieceLength) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}

/** The lines of a body, as they come. Whoever stops early ends the answer. */
export async function* linesOf(response: Response): AsyncGenerator<string, void, undefined> {
  const reader = response.body?.getReader()
  if (!reader) return
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      const lines = (rest + decoder.decode(read.value, { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
    rest += decoder.decode()
    if (rest !== '') yield rest
  } finally {
    await reader.cancel()
  }
}

/** A runtime that cannot send streams would send their name: it does not ask for `duplex`, and makes a text of them. */
export function canStream(): boolean {
  let isAsked = false
  const init = {
    method: 'POST',
    body: new ReadableStream(),
    get duplex() {
      isAsked = true
      return 'half' as const
    },
  }
  const isText = new Request('http://localhost', init).headers.has('Content-Type')
  return isAsked && !isText
}
