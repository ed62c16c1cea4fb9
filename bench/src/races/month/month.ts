import { createXeroAdapter } from '@ledgerpost/adapter-xero'
import { createFakeXero, type FakeXero } from '@ledgerpost/adapter-xero/fake'
import { organisationOf, tenantAt, xeroAssignments } from '@ledgerpost/chaos/scene'
import type { Fetch } from '@ledgerpost/core'
import { createEngine, createScheduler, createWorker, type Engine } from '@ledgerpost/engine'
import { createMemoryStore } from '@ledgerpost/engine/memory-store'
import { fakeFetch, VirtualClock } from '@ledgerpost/testkit'
import type { Race } from '../../runner/race.js'
import { engineEnvironment } from '../../scene/engine-environment.js'
import { linkOnClock, user } from '../../scene/link-on-clock.js'
import { isOutage, outages } from './outages.js'
import { daySale, judgeBooks } from './sales.js'

const sizes = { short: 40, full: 10_000 }
const days = 30
const hour = 3_600_000
const day = 24 * hour

/** A simulated month: every subscriber sells every day, syncs every night, and Xero is away for hours and for a day. */
export const month: Race = {
  name: 'month',
  title: 'a month of nightly syncs on a virtual clock, with outages, judged by the books of the fake Xero',
  async run({ round, say }) {
    const subscribers = sizes[round]
    const clock = new VirtualClock(Date.UTC(2026, 7, 31))
    const outage = { from: Infinity }
    const fake = createFakeXero({
      clock,
      organisations: Array.from({ length: subscribers }, (_, place) =>
        organisationOf(tenantAt(place), `s${place}`),
      ),
    })
    const fetch = withOutages(fake, clock, outage)
    const adapter = createXeroAdapter(fake.app)
    let jobs = 0
    const environment = engineEnvironment({
      store: createMemoryStore(clock),
      adapters: new Map([[adapter.manifest.type, adapter]]),
      clock,
      fetch,
      aroundJob(_job, work) {
        jobs += 1
        return work()
      },
    })
    const engine = createEngine(environment)
    for (let place = 0; place < subscribers; place += 1) await open(clock, engine, fake, fetch, place)
    say(`${subscribers} subscribers are linked`)
    const worker = createWorker(environment, { name: 'bench' })
    const scheduler = createScheduler(environment)
    const never = new AbortController().signal
    const linking = fake.calls.length
    const start = Math.ceil(clock.now() / day) * day
    outage.from = start
    const dates = Array.from({ length: days }, (_, index) =>
      new Date(start + index * day).toISOString().slice(0, 10),
    )
    let syncs = 0
    // Two days more than there are sales: what an outage held up is carried by the nights after it.
    for (let date = 0; date < days + 2; date += 1) {
      for (let passed = 0; passed < day; passed += hour) {
        await clock.advance(Math.max(0, start + date * day + passed - clock.now()))
        const sold = passed === 0 ? dates[date] : undefined
        if (sold !== undefined) await sell(engine, subscribers, sold, clock.now())
        syncs += await clock.runUntil(scheduler.startDueSyncs(never))
        await clock.runUntil(worker.runDueJobs(never))
      }
      say(`day ${date + 1}: ${syncs} syncs, ${jobs} jobs, ${fake.calls.length - linking} calls`)
    }
    const wrong = judgeBooks(fake, subscribers, dates)
    const calls = fake.calls.length - linking
    return {
      measures: [
        { contender: 'calls in a month', role: 'ours', unit: 'calls', values: [calls] },
        { contender: 'calls for a sync', role: 'ours', unit: 'calls', values: [calls / syncs] },
      ],
      verdicts: [
        { target: 'orders lost, doubled or inexact', value: wrong, bound: { kind: 'at most', value: 0 } },
        // An invoice and its payment, and the sweep that reads both back.
        { target: 'calls for a sync', value: calls / syncs, bound: { kind: 'at most', value: 6 } },
      ],
      notes: [
        `${subscribers} subscribers, ${days} days, outages: ${outages.map(({ hours, day: on }) => `${hours} h on day ${on}`).join(', ')}.`,
      ],
    }
  },
}

async function open(
  clock: VirtualClock,
  engine: Engine,
  fake: FakeXero,
  fetch: Fetch,
  place: number,
): Promise<void> {
  const address = { subscriberId: `s${place}`, type: 'Xero' }
  fake.identity.choice = { kind: 'allow', tenantId: tenantAt(place) }
  await linkOnClock(clock, engine, address, fetch)
  await clock.runUntil(
    engine.save({
      ...address,
      assignments: xeroAssignments,
      preferences: { startDate: '2026-01-01', syncAt: '01:00' },
      user,
    }),
  )
}

async function sell(engine: Engine, subscribers: number, date: string, now: number): Promise<void> {
  for (let place = 0; place < subscribers; place += 1) {
    const orders = [{ input: daySale(place, date, now) }]
    for await (const { outcome } of engine.feedOrders(`s${place}`, orders)) {
      if (outcome !== 'accepted') throw new Error(`The sale of s${place} on ${date} is ${outcome}.`)
    }
  }
}

function withOutages(fake: FakeXero, clock: VirtualClock, outage: { readonly from: number }): Fetch {
  const fetch = fakeFetch(fake.handler)
  return async (input, init) => {
    if (isOutage(clock.now() - outage.from)) return new Response('Service Unavailable', { status: 503 })
    return fetch(input, init)
  }
}
