import { type Clock, systemClock } from '../../clock/clock.js'
import { ConnectionFault, type FetchHandler } from '../host/fetch-handler.js'
import type { Fault } from './fault.js'
import type { FaultScript } from './fault-script.js'

const loginPage =
  '<!DOCTYPE html><html><head><title>Sign in</title></head><body><h1>Sign in</h1></body></html>'

/** A fake to which the faults of a script happen. */
export function withFaults(
  handler: FetchHandler,
  script: Pick<FaultScript, 'next'>,
  clock: Clock = systemClock,
): FetchHandler {
  return async (request) => {
    const fault = script.next({ method: request.method, path: new URL(request.url).pathname })
    if (!fault) return handler(request)
    if (fault.kind === 'truncate') return truncated(await handler(request), fault.bytes, fault.end)
    if (fault.kind === 'delay') {
      if (fault.when === 'before') await clock.sleep(fault.milliseconds, request.signal)
      const response = await handler(request)
      if (fault.when === 'after') await clock.sleep(fault.milliseconds, request.signal)
      return response
    }
    if (fault.when === 'after') await (await handler(request)).body?.cancel()
    return instead(fault, request.signal)
  }
}

async function instead(
  fault: Exclude<Fault, { kind: 'truncate' | 'delay' }>,
  signal: AbortSignal,
): Promise<Response> {
  if (fault.kind === 'silence') return untilAborted(signal)
  if (fault.kind === 'drop' || fault.kind === 'reset') throw new ConnectionFault(fault.kind)
  return fault.kind === 'html'
    ? new Response(loginPage, { headers: { 'content-type': 'text/html; charset=utf-8' } })
    : new Response(fault.body ?? null, { status: fault.status, headers: fault.headers ?? {} })
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason)
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}

async function truncated(response: Response, bytes: number, end: 'clean' | 'abrupt'): Promise<Response> {
  const kept = new Uint8Array(await response.arrayBuffer()).slice(0, bytes)
  const { status, statusText } = response
  const headers = new Headers(response.headers)
  headers.delete('content-length')
  if (end === 'clean') return new Response(kept, { status, statusText, headers })
  let sent = false
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (!sent && kept.length > 0) controller.enqueue(kept)
      else controller.error(new ConnectionFault('drop'))
      sent = true
    },
  })
  return new Response(body, { status, statusText, headers })
}
