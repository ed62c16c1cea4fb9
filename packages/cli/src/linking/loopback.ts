import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CommandError } from '../command-error.js'
import { exitCodes } from '../exit-codes.js'

/** Where the browser comes back to, on this machine (RFC 8252, section 7.3). */
export interface Loopback {
  readonly redirectUri: string
  /** The query that the browser brought. */
  readonly query: Promise<string>
  close(): Promise<void>
}

const page = (title: string, text: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><body style="font:1rem system-ui;margin:4rem auto;max-width:32rem"><h1>${title}</h1><p>${text}</p></body></html>`

/** @param port 0 is any that is free @throws CommandError when the port is taken */
export async function openLoopback(port: number): Promise<Loopback> {
  let bring: (query: string) => void = () => undefined
  const query = new Promise<string>((resolve) => {
    bring = resolve
  })
  const server = createServer((request, response) => {
    const { pathname, search, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const isCallback = pathname === '/callback' && (searchParams.has('state') || searchParams.has('error'))
    response.writeHead(isCallback ? 200 : 404, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
      'Referrer-Policy': 'no-referrer',
      Connection: 'close',
    })
    response.end(
      isCallback
        ? page(
            'Back to the terminal',
            'You may close this page: the terminal says whether the ledger is linked.',
          )
        : page('Nothing here', 'This address only waits for the page that asks for your consent.'),
    )
    if (isCallback) bring(search)
  })
  server.listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch (error) {
    throw new CommandError(
      exitCodes.usage,
      `The browser cannot come back to port ${port} of this machine: ${String(error)}. Choose another with --port, or --paste the address yourself.`,
      undefined,
      error,
    )
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a server that listens on a port has an address of this kind
  const address = server.address() as AddressInfo
  return {
    redirectUri: `http://127.0.0.1:${address.port}/callback`,
    query,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
