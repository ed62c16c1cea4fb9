import { VirtualClock } from '@ledgerpost/testkit'
import type { Measure, Race, RaceContext, Verdict } from '../../runner/race.js'
import { startCarrier } from './carry.js'
import { type RacedIntegrator, racedQuickBooks, racedXero } from './integrators.js'
import { plainOrders } from './plain-orders.js'

const documents = { short: 3_000, full: 10_000 }
const minute = 60_000

export const calls: Race = {
  name: 'calls',
  title:
    'documents with one in a hundred refused and one call in a hundred failing, by the integrator’s own pace, on a virtual clock',
  async run(context) {
    const results = []
    for (const open of [racedXero, racedQuickBooks]) {
      const clock = new VirtualClock(Date.UTC(2026, 0, 6))
      results.push(await carry(clock, open(clock), context))
    }
    return {
      measures: results.flatMap(({ measures }) => measures),
      verdicts: results.flatMap(({ verdicts }) => verdicts),
      notes: ['The clock is virtual and the faults are counted: every run comes to the same.'],
    }
  },
}

async function carry(
  clock: VirtualClock,
  integrator: RacedIntegrator,
  { round, say }: RaceContext,
): Promise<{ readonly measures: readonly Measure[]; readonly verdicts: readonly Verdict[] }> {
  const { name, together, perMinute, stages } = integrator
  const carrier = await startCarrier(clock, integrator)
  integrator.lock()
  const orders = documents[round] / stages
  await carrier.feed(plainOrders(orders))
  // What linking took of the integrator's minute is given back.
  await clock.advance(2 * minute)
  integrator.calls()
  const taken = await carrier.sync()
  const made = integrator.calls()
  await carrier.sync()
  const idle = integrator.calls()
  const refused = orders / 100
  const floor = Math.ceil(orders / together) + (stages - 1) * Math.ceil((orders - refused) / together)
  const floorTime = (floor / perMinute) * minute
  say(`${name}: ${documents[round]} documents in ${made} calls and ${(taken / minute).toFixed(2)} minutes`)
  const measure = (contender: string, role: Measure['role'], unit: string, value: number): Measure => ({
    contender: `${name}, ${contender}`,
    role,
    unit,
    values: [value],
  })
  const atMost = (target: string, value: number, most: number): Verdict => ({
    target: `${name}: ${target}`,
    value,
    bound: { kind: 'at most', value: most },
  })
  return {
    measures: [
      measure('Ledgerpost', 'ours', 'calls', made),
      measure('full calls alone', 'limit', 'calls', floor),
      measure('Ledgerpost', 'ours', 'minutes', taken / minute),
      measure('full calls alone', 'limit', 'minutes', floorTime / minute),
    ],
    verdicts: [
      atMost('calls / floor', made / floor, 1.05),
      atMost('time / floor', taken / floorTime, 1.1),
      atMost('calls when nothing is new', idle, 0),
    ],
  }
}
