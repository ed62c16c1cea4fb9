import type { OrderReceipt } from '@ledgerpost/engine'
import { answer } from '../../http/answer.js'
import { problemDetails, unexpected } from '../../http/error-answer.js'
import { describeError } from '../../http/describe-error.js'
import { mediaType, requireMediaType } from '../../http/media-type.js'
import { Refusal } from '../../http/problem.js'
import type { RouteRequest } from '../../http/routes.js'
import { type FeedFormat, orderFeed } from '../../wire/feed/order-feed.js'
import { feedSummary, orderReceipt } from '../../wire/feed/order-receipt.js'
import { writeJson } from '../../wire/json/write-json.js'
import type { RouteDependencies } from '../dependencies.js'

const formats: Readonly<Record<string, FeedFormat>> = {
  'application/x-ndjson': 'lines',
  'application/json': 'array',
  'text/json': 'array',
}
const lines = 'application/x-ndjson'

/**
 * Takes orders as they stream in. The answer is a summary, or with `Accept: application/x-ndjson` one receipt a line,
 * streamed while the orders still come; what fails after the first receipt is told in a last line { Problem }.
 */
export async function feedOrders(
  { context, subscriberId }: RouteRequest,
  dependencies: RouteDependencies,
): Promise<Response> {
  const type = requireMediaType(context.req.header('Content-Type'), Object.keys(formats))
  const body = unpacked(context.req.raw, context.req.header('Content-Encoding'))
  const receipts = dependencies.engine.feedOrders(subscriberId, orderFeed(body, formats[type] ?? 'array'))
  const wantsLines = (context.req.header('Accept') ?? '')
    .split(',')
    .some((range) => mediaType(range) === lines)
  if (!wantsLines) return answer(await feedSummary(receipts))
  const iterator = receipts[Symbol.asyncIterator]()
  // Whatever refuses the feed as a whole shows before the first receipt, while the status can still say so.
  const first = await iterator.next()
  return new Response(receiptStream(first, iterator, describe), { headers: { 'Content-Type': lines } })

  function describe(error: unknown): string {
    const { logger, newId } = dependencies
    const description = describeError(error) ?? unexpected(error, context, logger, newId())
    return JSON.stringify({ Problem: problemDetails(description) })
  }
}

function unpacked(request: Request, encoding = 'identity'): AsyncIterable<Uint8Array> {
  const stream = request.body ?? new Blob([]).stream()
  switch (encoding.toLowerCase()) {
    case 'identity':
      return stream
    case 'gzip':
    case 'x-gzip':
      return stream.pipeThrough(new DecompressionStream('gzip'))
    default:
      throw new Refusal(
        'unsupported-media-type',
        `The Content-Encoding '${encoding}' is not taken. Send it plain or as gzip.`,
      )
  }
}

/** Pulls receipts only as fast as they are read, so that neither side of a long feed piles up in memory. */
function receiptStream(
  first: IteratorResult<OrderReceipt>,
  iterator: AsyncIterator<OrderReceipt>,
  describe: (error: unknown) => string,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let next = first
  let position = 0
  return new ReadableStream({
    async pull(controller) {
      try {
        if (next.done === true) return controller.close()
        position += 1
        controller.enqueue(encoder.encode(`${writeJson(orderReceipt(next.value, position))}\n`))
        next = await iterator.next()
      } catch (error) {
        controller.enqueue(encoder.encode(`${describe(error)}\n`))
        controller.close()
      }
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}
