import type { SeededRandom } from '@ledgerpost/testkit'

/**
 * What goes wrong with one request. `before`: the integrator never acted on it; `after`: it did, and only its answer is
 * lost or wrong.
 */
export type NetworkFault =
  /** No connection could be made. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'drop' | 'reset' | 'silence'; readonly when: 'before' | 'after' }
  /** Slow, perhaps slower than the caller waits. Milliseconds. */
  | { readonly kind: 'delay'; readonly when: 'before' | 'after'; readonly milliseconds: number }
  /** The caller is told that the connection broke; the effect comes later. Milliseconds. */
  | { readonly kind: 'late'; readonly milliseconds: number }
  | {
      readonly kind: 'answer'
      readonly when: 'before' | 'after'
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      readonly body: string
    }
  /** The true answer, changed on its way. */
  | { readonly kind: 'mangle'; readonly how: Mangling }

export type Mangling =
  | 'truncate'
  | 'break-off'
  | 'never-ends'
  | 'reverse'
  | 'leave-one-out'
  | 'one-too-many'
  | 'summarise-errors'

/** `write-unguarded`: nothing at the integrator keeps the document from being booked twice. */
export type RequestKind = 'token' | 'read' | 'write' | 'write-unguarded'

/** The name under which a fault is counted. */
export function nameOf(fault: NetworkFault): string {
  if (fault.kind === 'refused') return 'connection refused'
  if (fault.kind === 'late') return fault.milliseconds > 600_000 ? 'effect hours late' : 'effect late'
  if (fault.kind === 'mangle') return `answer: ${fault.how}`
  if (fault.kind !== 'answer') return `${fault.kind} ${fault.when} the effect`
  if (fault.status === 200) return `garbage with 200 ${fault.when} the effect`
  return fault.status === 429 ? 'status 429' : `status ${fault.status} ${fault.when} the effect`
}

const loginPage = '<!DOCTYPE html><html><title>Sign in</title><h1>Sign in</h1></html>'
const html = { 'content-type': 'text/html; charset=utf-8' }
const jsonType = { 'content-type': 'application/json' }

const garbage: readonly (readonly [Readonly<Record<string, string>>, string])[] = [
  [html, loginPage],
  [jsonType, ''],
  [jsonType, '{"Invoices":[{'],
  [jsonType, 'NaN'],
  [jsonType, 'null'],
  [jsonType, '{"Status":"OK"}'],
]

/** What `Retry-After` has been seen to say, sensible or not. */
const retryAfters = ['1', '20', '60', '0', '-5', 'soon', '3600', '1e12', 'Wed, 21 Oct 2015 07:28:00 GMT', '']

/** Draws a fault that may happen to such a request. */
// oxlint-disable-next-line typescript/consistent-return -- every case returns, which the compiler proves
export function drawFault(random: SeededRandom, kind: RequestKind): NetworkFault {
  const when = random.pick(['before', 'after'] as const)
  const simple = (): NetworkFault =>
    random.chance(15)
      ? { kind: 'refused' }
      : { kind: random.pick(['drop', 'reset', 'silence'] as const), when }
  const isWrite = kind === 'write' || kind === 'write-unguarded'
  switch (
    random.pick(['simple', 'simple', 'delay', 'busy', 'broken', 'garbage', 'mangle', 'late'] as const)
  ) {
    case 'simple':
      return simple()
    case 'delay':
      return { kind: 'delay', when, milliseconds: random.pick([2000, 15_000, 52_000, 80_000]) }
    case 'busy':
      return kind === 'token' ? simple() : tooMany(random)
    case 'broken':
      return {
        kind: 'answer',
        when,
        status: random.pick([500, 502, 503, 504]),
        headers: html,
        body: 'An error',
      }
    case 'garbage': {
      const [headers, body] = random.pick(garbage)
      return { kind: 'answer', when, status: 200, headers, body }
    }
    case 'mangle': {
      const anywhere = ['truncate', 'break-off', 'never-ends'] as const
      const lists = ['reverse', 'leave-one-out', 'one-too-many', 'summarise-errors'] as const
      return { kind: 'mangle', how: random.pick(isWrite && random.chance(70) ? lists : anywhere) }
    }
    case 'late': {
      if (!isWrite) return simple()
      // Numbers of invoices are unique for ever; of a payment the integrator's own time is all that protects.
      const isHours = kind === 'write' && random.chance(40)
      return { kind: 'late', milliseconds: isHours ? 4 * 3_600_000 : random.integer(5000, 80_000) }
    }
  }
}

function tooMany(random: SeededRandom): NetworkFault {
  const asked = random.pick(retryAfters)
  const headers = {
    'x-rate-limit-problem': random.pick(['minute', 'minute', 'concurrent', 'day']),
    ...(asked === '' ? {} : { 'retry-after': asked }),
  }
  return { kind: 'answer', when: 'before', status: 429, headers, body: '' }
}
