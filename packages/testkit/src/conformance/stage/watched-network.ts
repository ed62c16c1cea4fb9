import type { Clock, Fetch } from '@ledgerpost/core'
import type { Fault } from '../../fake/faults/fault.js'
import { withFaults } from '../../fake/faults/with-faults.js'
import { fakeFetch } from '../../fake/host/fake-fetch.js'

/** A call that an adapter made. */
export interface WatchedCall {
  readonly method: string
  readonly url: string
}

/** The network between an adapter and its integrator, which tells what was called and fails when it is told to. */
export class WatchedNetwork {
  readonly calls: WatchedCall[] = []
  /** Whatever was sent to prove who calls. */
  readonly secrets: string[] = []
  readonly #clock: Clock
  #inFlight = 0
  #faults: { readonly call: number; readonly fault: Fault }[] = []
  #everyFault: Fault | undefined

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** How many calls are under way and will end without the clock. */
  get inFlight(): number {
    return this.#inFlight
  }

  /** Strikes the call that comes after so many others: 0 is the next one. */
  strike(fault: Fault, after = 0): void {
    this.#faults.push({ call: this.calls.length + after, fault })
  }

  /** Strikes every call until there is calm. */
  strikeAll(fault: Fault): void {
    this.#everyFault = fault
  }

  /** Whether each fault has met its call. */
  get isStruck(): boolean {
    return this.#faults.length === 0
  }

  /** Faults that met no call are gone. */
  calm(): void {
    this.#faults = []
    this.#everyFault = undefined
  }

  through(fetch: Fetch): Fetch {
    const struck = withFaults(
      (request) => this.#answer(fetch, request),
      { next: () => this.#next() },
      this.#clock,
    )
    return fakeFetch((request) => {
      this.calls.push({ method: request.method, url: request.url })
      const proof = request.headers.get('authorization')?.split(' ').at(-1)
      if (proof !== undefined) this.secrets.push(proof)
      return struck(request)
    })
  }

  /** The fault of the call that was noted last. */
  #next(): Fault | undefined {
    const place = this.calls.length - 1
    const struck = this.#faults.find(({ call }) => call === place)
    this.#faults = this.#faults.filter((each) => each !== struck)
    return struck?.fault ?? this.#everyFault
  }

  /** The whole answer: who waits for a body waits for no clock. */
  async #answer(fetch: Fetch, request: Request): Promise<Response> {
    this.#inFlight += 1
    try {
      const { url, method, headers, signal } = request
      const hasBody = method !== 'GET' && method !== 'HEAD'
      const response = await fetch(url, {
        method,
        headers,
        signal,
        redirect: 'manual',
        ...(hasBody ? { body: await request.arrayBuffer() } : {}),
      })
      const { status, statusText } = response
      const isEmpty = [101, 204, 205, 304].includes(status)
      const body = await response.arrayBuffer()
      return new Response(isEmpty ? null : body, { status, statusText, headers: response.headers })
    } finally {
      this.#inFlight -= 1
    }
  }
}
