import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { ConnectionFault, type FetchHandler } from './fetch-handler.js'

export interface ServedFake {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string
  readonly port: number
  /** Stops listening and breaks what is still open. */
  close(): Promise<void>
}

/**
 * Hosts a fake as an HTTP server on 127.0.0.1. Connection faults really close or reset the socket; a caller that
 * goes away aborts `request.signal`. An error of the fake itself is answered as status 500 with its text.
 * @param options.port any free port by default
 */
export async function serveFake(handler: FetchHandler, { port = 0 } = {}): Promise<ServedFake> {
  const server = createServer((incoming, outgoing) => {
    void answer(handler, incoming, outgoing)
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string')
    throw new Error(`The server listens on no port: ${address}.`)
  return {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

async function answer(
  handler: FetchHandler,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const gone = new AbortController()
  outgoing.once('close', () => gone.abort())
  try {
    const response = await handler(await readRequest(incoming, gone.signal))
    outgoing.statusCode = response.status
    if (response.statusText) outgoing.statusMessage = response.statusText
    outgoing.setHeaders(response.headers)
    await send(response, outgoing, gone.signal)
  } catch (error) {
    fail(error, outgoing)
  }
}

async function readRequest(incoming: IncomingMessage, signal: AbortSignal): Promise<Request> {
  const headers = new Headers()
  for (const [name, values] of Object.entries(incoming.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value)
  }
  const body = await buffer(incoming)
  return new Request(new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? '127.0.0.1'}`), {
    method: incoming.method ?? 'GET',
    headers,
    body: body.length > 0 ? new Uint8Array(body) : null,
    signal,
  })
}

async function send(response: Response, outgoing: ServerResponse, gone: AbortSignal): Promise<void> {
  // The caller shall see the headers even if the body breaks off before its first byte.
  outgoing.flushHeaders()
  for await (const chunk of response.body ?? []) {
    if (!outgoing.write(chunk)) await once(outgoing, 'drain', { signal: gone })
  }
  outgoing.end()
}

function fail(error: unknown, outgoing: ServerResponse): void {
  const { socket } = outgoing
  if (outgoing.closed || !socket) return
  if (outgoing.headersSent) {
    // Ends the connection after what was written; a reset could overtake it.
    socket.end()
  } else if (error instanceof ConnectionFault) {
    if (error.how === 'reset') socket.resetAndDestroy()
    else socket.destroy()
  } else {
    outgoing.statusCode = 500
    outgoing.setHeader('content-type', 'text/plain; charset=utf-8')
    outgoing.end(
      `The fake failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    )
  }
}
