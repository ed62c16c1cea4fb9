import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { TestServer } from './server.test-support.js'

/** Lets programs of their own reach a test server, on a port of this machine. */
export async function serveTestServer(server: TestServer) {
  const listener = getRequestListener(server.fetch, { overrideGlobalObjects: false })
  const http = createServer((incoming, outgoing) => void listener(incoming, outgoing))
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const { port } = http.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      http.closeAllConnections()
      const closed = once(http, 'close')
      http.close()
      await closed
    },
  }
}
