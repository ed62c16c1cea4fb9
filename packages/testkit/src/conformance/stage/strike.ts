import type { NetworkFault } from './network-fault.js'

const page = '<!DOCTYPE html><html><head><title>Sign in</title></head><body>Sign in</body></html>'
const json = { 'content-type': 'application/json' }

/** What comes in the place of an answer. */
export async function answerInstead(fault: NetworkFault, signal: AbortSignal): Promise<Response> {
  if (fault.kind === 'silence') return untilAborted(signal)
  if (fault.kind === 'html') return new Response(page, { headers: { 'content-type': 'text/html' } })
  if (fault.kind === 'empty') return new Response('', { headers: json })
  if (fault.kind === 'answer') {
    return new Response(fault.body, { status: fault.status, headers: { ...json, ...fault.headers } })
  }
  throw new TypeError('fetch failed', { cause: new Error('other side closed') })
}

/** What arrives of a true answer. */
export async function struckAfter(
  fault: NetworkFault,
  response: Response,
  signal: AbortSignal,
): Promise<Response> {
  if (fault.kind !== 'truncate') return answerInstead(fault, signal)
  const whole = await response.arrayBuffer()
  const { status, statusText, headers } = response
  const left = new Headers(headers)
  left.delete('content-length')
  return new Response(whole.slice(0, Math.floor(whole.byteLength / 2)), { status, statusText, headers: left })
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason)
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}
