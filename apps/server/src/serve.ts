import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { LedgerpostError } from '@ledgerpost/core'
import type { ComposedServer } from './compose.js'
import { requireLocal } from './development/require-development.js'
import { createHttpServer } from './http/listen.js'
import { connectionLimits, type ConnectionLimits } from './limits.js'

/** How long requests and jobs under way may go on after `stop`, in milliseconds; then connections are cut. */
const patience = 8000

export interface RunningServer {
  /** Where it listens, without a slash at the end. */
  readonly url: string
  /** Takes no more requests, finishes those under way, gives jobs back and closes the database. */
  stop(): Promise<void>
}

/**
 * Listens, and does jobs as the roles of the server say.
 * @param address port 0 is any that is free
 * @param limits of connections; by default those that the documentation lists
 * @throws LedgerpostError (cannot-listen, or dev-tokens-not-local); the server is closed then
 */
export async function serve(
  server: Pick<ComposedServer, 'app' | 'run' | 'drain' | 'close' | 'issueToken'>,
  address: { readonly port: number; readonly hostname: string },
  limits: ConnectionLimits = connectionLimits,
): Promise<RunningServer> {
  const stopping = new AbortController()
  const http = createHttpServer(server.app.fetch, limits)
  http.on('request', (incoming, outgoing) => {
    // A connection that was busy when the server stopped would otherwise be kept for more.
    outgoing.once('finish', () => {
      if (stopping.signal.aborted) incoming.socket.end()
    })
  })
  try {
    if (server.issueToken) requireLocal('HOST', address.hostname)
    http.listen(address.port, address.hostname)
    await once(http, 'listening')
  } catch (error) {
    await server.close()
    if (error instanceof LedgerpostError) throw error
    throw new LedgerpostError({
      code: 'cannot-listen',
      message: `The server cannot listen on ${address.hostname}:${address.port}: ${String(error)}. Choose another PORT or HOST, or stop what listens there.`,
      cause: error,
    })
  }
  const working = server.run(stopping.signal)
  let stopped: Promise<void> | undefined

  async function stop(): Promise<void> {
    server.drain()
    stopping.abort(new Error('The server stops.'))
    const closed = once(http, 'close')
    http.close()
    const cut = setTimeout(() => http.closeAllConnections(), patience)
    try {
      await Promise.all([closed, working])
    } finally {
      clearTimeout(cut)
      await server.close()
    }
  }

  return { url: urlOf(http.address()), stop: () => (stopped ??= stop()) }
}

function urlOf(address: AddressInfo | string | null): string {
  if (address === null || typeof address === 'string') return String(address)
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return `http://${host}:${address.port}`
}
