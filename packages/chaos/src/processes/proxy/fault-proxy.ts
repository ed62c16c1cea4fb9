import { once } from 'node:events'
import { createServer, type Socket, connect } from 'node:net'

/**
 * What happens to connections:
 * - pass: nothing
 * - refuse: new ones are reset at once; those that are open pass on
 * - stall: nothing is carried in either direction
 * - drip: answers come a byte at a time
 * - break-after-headers: the connection breaks once the headers of an HTTP answer have gone through
 */
export type ProxyFault =
  | { readonly kind: 'pass' }
  | { readonly kind: 'refuse' }
  | { readonly kind: 'stall' }
  | { readonly kind: 'drip'; readonly everyMilliseconds: number }
  | { readonly kind: 'break-after-headers' }

/** A TCP proxy that disturbs what it carries. */
export interface FaultProxy {
  readonly port: number
  /** What happens from now on, to open connections as well. */
  set(fault: ProxyFault): void
  /** Resets every open connection; answers how many there were. */
  cut(): number
  close(): Promise<void>
}

/** Listens on 127.0.0.1 and carries every connection to the address. */
export async function startFaultProxy(to: {
  readonly host: string
  readonly port: number
}): Promise<FaultProxy> {
  const pairs = new Set<Pair>()
  let fault: ProxyFault = { kind: 'pass' }
  const server = createServer((client) => {
    if (fault.kind === 'refuse') {
      client.resetAndDestroy()
      return
    }
    const pair = new Pair(client, connect(to), () => fault)
    pairs.add(pair)
    client.once('close', () => pairs.delete(pair))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string')
    throw new Error(`The proxy listens on no port: ${address}.`)

  function cut(): number {
    const { size } = pairs
    for (const pair of pairs) pair.reset()
    return size
  }

  return {
    port: address.port,
    set(next) {
      fault = next
      for (const pair of pairs) pair.flow()
    },
    cut,
    async close() {
      cut()
      const closed = once(server, 'close')
      server.close()
      await closed
    },
  }
}

const endOfHeaders = '\r\n\r\n'

/** A connection of a client and the one to where it is carried. */
class Pair {
  readonly #client: Socket
  readonly #target: Socket
  readonly #fault: () => ProxyFault
  #dripping = Buffer.alloc(0)
  #timer: NodeJS.Timeout | undefined
  #headers = ''
  #isResetting = false

  constructor(client: Socket, target: Socket, fault: () => ProxyFault) {
    this.#client = client
    this.#target = target
    this.#fault = fault
    // An error is followed by `close`.
    for (const socket of [client, target]) socket.on('error', () => undefined)
    client.on('data', (data: Buffer) => target.write(data))
    client.once('end', () => target.end())
    client.once('close', () => {
      clearInterval(this.#timer)
      target.destroy()
    })
    target.on('data', (data: Buffer) => this.#answer(data))
    target.once('close', () => this.#endOfTarget())
    this.flow()
  }

  /** Stops or goes on, as the fault of the moment says. */
  flow(): void {
    const isStalled = this.#fault().kind === 'stall'
    for (const socket of [this.#client, this.#target]) {
      if (isStalled) socket.pause()
      else socket.resume()
    }
    if (this.#fault().kind !== 'drip') this.#flush()
  }

  reset(): void {
    this.#isResetting = true
    this.#dripping = Buffer.alloc(0)
    clearInterval(this.#timer)
    this.#client.resetAndDestroy()
    this.#target.destroy()
  }

  #answer(data: Buffer): void {
    const fault = this.#fault()
    if (fault.kind === 'drip') {
      this.#dripping = Buffer.concat([this.#dripping, data])
      this.#timer ??= setInterval(() => this.#drip(), fault.everyMilliseconds)
      return
    }
    if (fault.kind !== 'break-after-headers') {
      this.#client.write(data)
      return
    }
    this.#headers += data.toString('latin1')
    const end = this.#headers.indexOf(endOfHeaders)
    if (end < 0) return
    this.#isResetting = true
    this.#client.write(Buffer.from(this.#headers.slice(0, end + endOfHeaders.length), 'latin1'), () =>
      this.reset(),
    )
  }

  #drip(): void {
    if (this.#dripping.length === 0) return
    this.#client.write(this.#dripping.subarray(0, 1))
    this.#dripping = this.#dripping.subarray(1)
  }

  #flush(): void {
    clearInterval(this.#timer)
    this.#timer = undefined
    if (this.#dripping.length > 0) this.#client.write(this.#dripping)
    this.#dripping = Buffer.alloc(0)
  }

  /** What the target said to its end goes through first. */
  #endOfTarget(): void {
    if (this.#isResetting) return
    if (this.#dripping.length === 0) this.#client.end()
    else setTimeout(() => this.#endOfTarget(), 20)
  }
}
