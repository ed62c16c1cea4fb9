import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A platform's own page, on an origin of its own. */
export interface HostPage {
  readonly origin: string
  /** What the page is from now on. */
  show(html: string): void
  close(): Promise<void>
}

export async function openHostPage(): Promise<HostPage> {
  let page = ''
  const http = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(page)
  })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const { port } = http.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    show(html) {
      page = html
    },
    async close() {
      http.closeAllConnections()
      const closed = once(http, 'close')
      http.close()
      await closed
    },
  }
}
