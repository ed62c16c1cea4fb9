import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, it, onTestFinished } from 'vitest'
import { startFaultProxy } from './fault-proxy.js'

const answer = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok'

/** A server that answers whatever it gets, and a proxy before it. */
async function scene() {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.on('data', () => socket.end(answer))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port.')
  const proxy = await startFaultProxy({ host: '127.0.0.1', port: address.port })
  onTestFinished(async () => {
    await proxy.close()
    server.close()
  })
  return { proxy, client: () => clientOf(proxy.port) }
}

/** A connection that has asked; what goes wrong with it is noted. */
function clientOf(port: number): { readonly socket: Socket; readonly failure: Promise<string> } {
  const socket = connect({ host: '127.0.0.1', port })
  const failure = new Promise<string>((resolve) => {
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
  })
  socket.write('ask')
  return { socket, failure }
}

it('carries what it does not disturb', async () => {
  const { client } = await scene()
  expect(await text(client().socket)).toBe(answer)
})

it('lets answers drip, and they arrive whole', async () => {
  const { proxy, client } = await scene()
  proxy.set({ kind: 'drip', everyMilliseconds: 1 })
  expect(await text(client().socket)).toBe(answer)
})

it('breaks a connection after the headers of the answer', async () => {
  const { proxy, client } = await scene()
  proxy.set({ kind: 'break-after-headers' })
  const { socket } = client()
  let received = ''
  socket.on('data', (data: Buffer) => (received += data.toString()))
  await new Promise((resolve) => socket.once('close', resolve))
  // A reset may overtake them.
  expect(answer.slice(0, answer.indexOf('ok')).startsWith(received)).toBe(true)
})

it('refuses new connections', async () => {
  const { proxy, client } = await scene()
  proxy.set({ kind: 'refuse' })
  expect(await client().failure).toBe('ECONNRESET')
})

it('carries nothing while it stalls, and everything afterwards', async () => {
  const { proxy, client } = await scene()
  proxy.set({ kind: 'stall' })
  const { socket } = client()
  await once(socket, 'connect')
  proxy.set({ kind: 'pass' })
  expect(await text(socket)).toBe(answer)
})

it('cuts what is open', async () => {
  const { proxy, client } = await scene()
  proxy.set({ kind: 'stall' })
  const { socket, failure } = client()
  await once(socket, 'connect')
  // The proxy learns of the connection a moment after the client does.
  let cut = 0
  while (cut === 0) {
    cut = proxy.cut()
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(cut).toBe(1)
  expect(await failure).toBe('ECONNRESET')
})
