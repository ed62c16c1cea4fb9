import type { Fetch } from '@ledgerpost/core'
import type { FetchHandler } from '@ledgerpost/testkit'
import { mangled, responseOf, type WholeAnswer } from './mangle-answer.js'
import type { NetworkFault, RequestKind } from './network-fault.js'
import type { Scheduler } from './scheduler.js'
import type { SimProcess } from './sim-process.js'

/** A request as the world sees it leave. */
export interface Departure {
  readonly process: SimProcess
  readonly kind: RequestKind
  readonly method: string
  readonly path: string
  readonly query: string
  readonly body: string
}

/** What connects processes with the integrator. */
export interface NetworkLine {
  readonly scheduler: Scheduler
  readonly integrator: FetchHandler
  /** How long a way takes, in milliseconds. */
  readonly latency: () => number
  /** Sees every request before anything becomes of it, and says what goes wrong with it. */
  readonly faultOf: (departure: Departure) => NetworkFault | undefined
  /** Told when an answer arrives as it was given. */
  readonly answered: (departure: Departure, status: number) => void
  /** Told when the integrator has done what it was asked for, and nobody will ever hear of it. */
  readonly unanswered: (departure: Departure) => void
  /** A late effect is under way, or has come. */
  readonly late: (change: 1 | -1) => void
}

/** The network as a process sees it. The integrator goes on with what reached it whether or not the process lives. */
export function networkOf(line: NetworkLine, process: SimProcess): Fetch {
  return (input, init) => {
    const request = new Request(input, init)
    const body =
      typeof init?.body === 'string'
        ? init.body
        : init?.body instanceof URLSearchParams
          ? init.body.toString()
          : ''
    const { pathname, search } = new URL(request.url)
    const { method } = request
    const kind = kindOf(method, pathname)
    const departure = { process, kind, method, path: pathname, query: search, body }
    const fault = line.faultOf(departure)
    return new Promise<Response>((resolve, reject) => {
      const { signal } = request
      if (signal.aborted) {
        reject(signal.reason)
        return
      }
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
      const sent = new Request(request.url, {
        method,
        headers: request.headers,
        redirect: 'manual',
        ...(method === 'GET' ? {} : { body }),
      })
      void travel(line, departure, sent, fault).then(resolve, reject)
    })
  }
}

function kindOf(method: string, path: string): RequestKind {
  if (path.startsWith('/connect/')) return 'token'
  if (method === 'GET') return 'read'
  return path.endsWith('/Payments') || path.startsWith('/loose/') ? 'write-unguarded' : 'write'
}

async function travel(
  line: NetworkLine,
  departure: Departure,
  request: Request,
  fault: NetworkFault | undefined,
): Promise<Response> {
  const { scheduler } = line
  const { process } = departure
  const back = (): Promise<void> => scheduler.sleep(process, line.latency())
  await scheduler.sleep(undefined, line.latency())
  if (fault === undefined) {
    const answer = await executed(line, request)
    await back()
    line.answered(departure, answer.status)
    return responseOf(answer)
  }
  if (fault.kind === 'refused') {
    await back()
    throw new TypeError('fetch failed', {
      cause: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }),
    })
  }
  if (fault.kind === 'late') {
    line.late(1)
    scheduler.at(scheduler.now + fault.milliseconds, 'late effect', () => {
      void executed(line, request).finally(() => line.late(-1))
    })
    await back()
    throw broken('drop')
  }
  if (fault.kind === 'mangle') {
    const answer = await executed(line, request)
    await back()
    return mangled(answer, fault.how)
  }
  if (fault.when === 'before' && fault.kind === 'delay') {
    line.late(1)
    await scheduler.sleep(undefined, fault.milliseconds)
    const answer = await executed(line, request).finally(() => line.late(-1))
    await back()
    return responseOf(answer)
  }
  const answer = fault.when === 'after' ? await executed(line, request) : undefined
  if (fault.kind === 'delay') await scheduler.sleep(undefined, fault.milliseconds)
  else if (answer && fault.kind !== 'answer') line.unanswered(departure)
  await back()
  if (fault.kind === 'delay' && answer) return responseOf(answer)
  if (fault.kind === 'answer') {
    const { status, headers, body } = fault
    return responseOf({ status, headers: new Headers(headers), text: body })
  }
  if (fault.kind === 'silence') return new Promise<Response>(() => undefined)
  throw broken(fault.kind === 'reset' ? 'reset' : 'drop')
}

async function executed({ integrator }: NetworkLine, request: Request): Promise<WholeAnswer> {
  const response = await integrator(request)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

/** As Node's own fetch reports a connection that broke. */
function broken(how: 'drop' | 'reset'): TypeError {
  const code = how === 'drop' ? 'UND_ERR_SOCKET' : 'ECONNRESET'
  return new TypeError('fetch failed', { cause: Object.assign(new Error(how), { code }) })
}
