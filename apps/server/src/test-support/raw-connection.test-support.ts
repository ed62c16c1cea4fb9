import { once } from 'node:events'
import { connect } from 'node:net'

/** A connection that speaks HTTP byte by byte, as no client would. */
export interface RawConnection {
  send(text: string | Uint8Array): void
  /** All that the server sent until it closed the connection. */
  readonly received: Promise<string>
  close(): void
}

export async function rawConnection(url: string): Promise<RawConnection> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  let text = ''
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString('latin1')
  })
  const received = new Promise<string>((resolve) => {
    // A server that refuses need not read what still comes.
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(text))
  })
  return { send: (data) => void socket.write(data), received, close: () => void socket.destroy() }
}

/** The status and the problem's code of the last answer in a text; the code is undefined if there is no body. */
export function lastAnswer(text: string): { readonly status: number; readonly code: string | undefined } {
  const answer = text.slice(text.lastIndexOf('HTTP/1.1 '))
  const code = /"code":"([^"]+)"/.exec(answer)?.[1]
  return { status: Number(answer.split(' ')[1]), code }
}
