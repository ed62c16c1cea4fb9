import { createServer, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { getRequestListener, RequestError } from '@hono/node-server'
import type { ConnectionLimits } from '../limits.js'
import { rawAnswer, rawText, tooManyHeaders, unreadable } from './refused-request.js'

const shortestCheck = 10
const longestCheck = 5000

type Application = Parameters<typeof getRequestListener>[0]

/** An HTTP server that hands to the application what keeps within the limits. It does not listen yet. */
export function createHttpServer(application: Application, limits: ConnectionLimits): Server {
  const listener = getRequestListener(application, { overrideGlobalObjects: false, errorHandler: unforeseen })
  const answers = new WeakMap<Duplex, ServerResponse>()
  const http = createServer(
    {
      // A feed may take as long as it moves; other bodies have their own time.
      requestTimeout: 0,
      headersTimeout: limits.headersMilliseconds,
      connectionsCheckingInterval: Math.min(
        longestCheck,
        Math.max(shortestCheck, limits.headersMilliseconds / 3),
      ),
      keepAliveTimeout: limits.keepAliveMilliseconds,
      maxHeaderSize: limits.headerBytes,
      // Whoever sends none is refused by the listener, in words.
      requireHostHeader: false,
    },
    (incoming, outgoing) => {
      answers.set(incoming.socket, outgoing)
      if (incoming.rawHeaders.length / 2 > limits.headers) {
        const { status, headers, body } = rawAnswer(tooManyHeaders())
        outgoing.writeHead(status, headers).end(body)
      } else {
        void listener(incoming, outgoing)
      }
    },
  )
  // Node.js would leave out the headers beyond its own limit and go on.
  http.maxHeadersCount = 0
  http.maxRequestsPerSocket = limits.requests
  http.setTimeout(limits.silenceMilliseconds)
  http.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const answer = answers.get(socket)
    const isAnswering = answer !== undefined && answer.headersSent && !answer.writableFinished
    if (error.code === 'ECONNRESET' || !socket.writable || isAnswering) socket.destroy()
    else socket.end(rawText(rawAnswer(unreadable(error.code))))
  })
  return http
}

/** What comes before the application, or failed where it answers failures. */
function unforeseen(error: unknown): Response {
  if (!(error instanceof RequestError)) return new Response(null, { status: 500 })
  const { status, headers, body } = rawAnswer(unreadable(undefined))
  return new Response(body, { status, headers })
}
