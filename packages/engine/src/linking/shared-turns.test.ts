import { fc, test } from '@fast-check/vitest'
import type { CallLimit, SharedTurns } from '@ledgerpost/core'
import { VirtualClock } from '@ledgerpost/testkit'
import { describe, expect, it } from 'vitest'
import type { Store } from '../ports/store.js'
import { rateStoreOn } from './rate-store.test-support.js'
import { sharedTurns } from './shared-turns.js'

const minute = 60_000
const perMinute: CallLimit = { scope: 'organisation', count: 12, span: minute, burst: 3 }
const perHour: CallLimit = { scope: 'organisation', count: 30, span: 60 * minute, burst: 20 }
const ofApp: CallLimit = { scope: 'app', count: 20, span: minute, burst: 5 }

/** The turns of a process of its own: all that processes share is the store. */
function process(
  store: unknown,
  clock: VirtualClock,
  { limits = [perMinute], organisation = 'o' }: { limits?: readonly CallLimit[]; organisation?: string } = {},
) {
  const logged: string[] = []
  const log = (_fields: unknown, message: string) => void logged.push(message)
  const turns = sharedTurns(
    {
      store: store as Store,
      clock,
      logger: { debug: log, info: log, warn: log, error: log },
    },
    { type: 'Fake', callLimits: limits },
    { id: 'integration', organisationId: organisation },
  )
  if (!turns) throw new Error('There are limits, so there are turns.')
  return { turns, logged }
}

async function calls(
  turns: SharedTurns,
  clock: VirtualClock,
  delays: readonly number[],
  made: number[],
): Promise<void> {
  for (const delay of delays) {
    await clock.sleep(delay)
    if ((await turns.take(Infinity)) === undefined) made.push(clock.now())
  }
}

function expectWithin(made: readonly number[], { count, span }: CallLimit): void {
  const times = made.toSorted((a, b) => a - b)
  for (const [index, time] of times.entries()) {
    expect((times[index + count] ?? Infinity) - time).toBeGreaterThanOrEqual(span)
  }
}

const delays = fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 25 })

describe('turns that processes share', () => {
  test.prop([fc.array(delays, { minLength: 1, maxLength: 5 })], { numRuns: 50 })(
    'never exceed any limit of an organisation in any span, and are given to all who wait',
    async (processes) => {
      const clock = new VirtualClock(0)
      const store = rateStoreOn(clock)
      const made: number[] = []
      const limits = [perMinute, perHour]
      await clock.runUntil(
        Promise.all(
          processes.map((each) => calls(process(store, clock, { limits }).turns, clock, each, made)),
        ),
      )
      expect(made).toHaveLength(processes.flat().length)
      for (const limit of limits) expectWithin(made, limit)
    },
  )

  test.prop([fc.array(delays, { minLength: 1, maxLength: 4 })], { numRuns: 50 })(
    'never exceed the limit of the app, whatever organisations are called',
    async (organisations) => {
      const clock = new VirtualClock(0)
      const store = rateStoreOn(clock)
      const made: number[][] = organisations.map(() => [])
      await clock.runUntil(
        Promise.all(
          organisations.map((each, index) => {
            const { turns } = process(store, clock, {
              limits: [perMinute, ofApp],
              organisation: String(index),
            })
            return calls(turns, clock, each, made[index] ?? [])
          }),
        ),
      )
      for (const each of made) expectWithin(each, perMinute)
      expectWithin(made.flat(), ofApp)
    },
  )

  it('are refused when they would come too late, with the time to come back', async () => {
    const clock = new VirtualClock(0)
    const store = rateStoreOn(clock)
    const { turns } = process(store, clock)
    for (let call = 0; call < perMinute.burst; call += 1) expect(await turns.take(0)).toBeUndefined()
    const refusal = await process(store, clock).turns.take(1000)
    expect(refusal).toMatchObject({ kind: 'rate-limited' })
    await clock.advance(refusal?.retryAfter ?? 0)
    expect(await turns.take(0)).toBeUndefined()
  })

  it('are withheld from every process of the organisation, and from no other, after a pause', async () => {
    const clock = new VirtualClock(0)
    const store = rateStoreOn(clock)
    await process(store, clock).turns.pause(5000)
    expect(await process(store, clock).turns.take(0)).toMatchObject({ retryAfter: 5000 })
    expect(await process(store, clock, { organisation: 'other' }).turns.take(0)).toBeUndefined()
    const waiting = process(store, clock).turns.take(5000)
    expect(await clock.runUntil(waiting)).toBeUndefined()
    expect(clock.now()).toBe(5000)
  })

  it('are not waited for by who is told to stop', async () => {
    const clock = new VirtualClock(0)
    const { turns } = process(rateStoreOn(clock), clock)
    await turns.pause(5000)
    const stop = new AbortController()
    const taken = turns.take(Infinity, stop.signal)
    await clock.advance(1)
    stop.abort()
    expect(await taken).toMatchObject({ kind: 'transient' })
  })

  it('are not had, and pauses not told, while the store cannot be asked', async () => {
    const clock = new VirtualClock(0)
    const down = { acrossSubscribers: () => Promise.reject(new Error('down')) }
    const { turns, logged } = process(down, clock)
    expect(await turns.take(Infinity)).toMatchObject({ kind: 'transient' })
    await turns.pause(5000)
    expect(logged).toHaveLength(2)
  })

  it('are not counted for an integrator without limits, and refuse limits that cannot be kept', () => {
    const clock = new VirtualClock(0)
    const turnsOf = (callLimits?: readonly CallLimit[]) =>
      sharedTurns(
        {
          store: rateStoreOn(clock) as Store,
          clock,
          logger: { debug: log, info: log, warn: log, error: log },
        },
        { type: 'Fake', ...(callLimits ? { callLimits } : {}) },
        { id: 'integration', organisationId: null },
      )
    const log = () => undefined
    expect(turnsOf()).toBeUndefined()
    expect(() => turnsOf([{ ...perMinute, burst: 12 }])).toThrow(RangeError)
  })
})
