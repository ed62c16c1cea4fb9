import { createQuickBooksOnlineAdapter } from '@ledgerpost/adapter-quickbooks-online'
import { createFakeQuickBooksOnline } from '@ledgerpost/adapter-quickbooks-online/fake'
import { createXeroAdapter } from '@ledgerpost/adapter-xero'
import { createFakeXero } from '@ledgerpost/adapter-xero/fake'
import { organisationOf, xeroAssignments } from '@ledgerpost/chaos/scene'
import { fakeFetch, type VirtualClock } from '@ledgerpost/testkit'
import type { Fetch } from '@ledgerpost/core'
import type { Integrator } from './carry.js'
import { lockedDay } from './plain-orders.js'

/** How long a call takes, in milliseconds. */
const latency = 500
/** The integrator, with what the race looks at. */
export interface RacedIntegrator extends Integrator {
  readonly name: string
  /** Documents in a call, and calls in a minute, as the integrator allows. */
  readonly together: number
  readonly perMinute: number
  /** How many documents an order becomes, one after the other. */
  readonly stages: number
  /** Locks the books before the day of the orders that it is to refuse. */
  lock(): void
  /** Calls that came in since it was last asked. */
  calls(): number
}

export function racedXero(clock: VirtualClock): RacedIntegrator {
  const fake = createFakeXero({
    clock,
    latency,
    organisations: [organisationOf('7e4a0000-0000-4000-8000-000000000001', 'Books')],
  })
  return {
    name: 'Xero',
    together: 50,
    perMinute: 60,
    stages: 2,
    adapter: createXeroAdapter(fake.app),
    fetch: faultyAfterLinking(fake.handler),
    assignments: xeroAssignments,
    lock() {
      fake.books().organisation.periodLockDate = lockedDay
    },
    calls: counter(() => fake.calls.length),
  }
}

export function racedQuickBooks(clock: VirtualClock): RacedIntegrator {
  const fake = createFakeQuickBooksOnline({ clock, latency })
  const rule = (
    kind: 'taxRate' | 'revenueCategory' | 'paymentMethod',
    sourceId: string,
    integrationId: string,
  ) => ({
    kind,
    sourceId,
    locationId: null,
    integrationId,
  })
  return {
    name: 'QuickBooks',
    together: 30,
    perMinute: 40,
    stages: 1,
    adapter: createQuickBooksOnlineAdapter(fake.app),
    fetch: faultyAfterLinking(fake.handler),
    assignments: [
      rule('taxRate', 'none', 'NON'),
      rule('revenueCategory', '1', 'item:1'),
      rule('paymentMethod', '1', '36'),
    ],
    lock() {
      fake.books().company.preferences.bookCloseDate = lockedDay
    },
    calls: counter(() => fake.calls.length),
  }
}

/** One in a hundred calls that write is answered with 503, before anything was done. */
function faultyAfterLinking(handler: Parameters<typeof fakeFetch>[0]): Fetch {
  const fetch = fakeFetch(handler)
  let writing = 0
  return async (input, init) => {
    const request = new Request(input, init)
    const isWriting = request.method !== 'GET' && !/token|connections/.test(request.url)
    writing += isWriting ? 1 : 0
    return isWriting && writing % 100 === 50
      ? new Response('Service Unavailable', { status: 503 })
      : fetch(request)
  }
}

function counter(total: () => number): () => number {
  let seen = 0
  return () => {
    const now = total()
    const since = now - seen
    seen = now
    return since
  }
}
