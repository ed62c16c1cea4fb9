import { VirtualClock } from '@ledgerpost/testkit'
import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { createGate, type GateLimits } from './gate.js'
import { createGates } from './gates.js'

const limits: GateLimits = { concurrency: 5, count: 60, span: 60_000, burst: 6, longestWait: 600_000 }

/** In no span do more pass than are allowed. */
function expectWithinSpans(passed: readonly number[]): void {
  for (const [index, time] of passed.entries()) {
    expect((passed[index + limits.count] ?? Infinity) - time).toBeGreaterThanOrEqual(limits.span)
  }
}

describe('createGate', () => {
  test.prop([
    fc.array(
      fc.record({ after: fc.integer({ min: 0, max: 300 }), takes: fc.integer({ min: 1, max: 2000 }) }),
      {
        maxLength: 150,
      },
    ),
    fc.integer({ min: 1, max: 5 }),
  ])('never lets more pass than allowed, at a time and in any span', async (calls, concurrency) => {
    const clock = new VirtualClock(0)
    const gate = createGate(clock, { ...limits, concurrency })
    const passed: number[] = []
    let inside = 0
    let most = 0
    const call = async (takes: number): Promise<void> => {
      const passage = await gate.enter()
      if (!passage.isOpen) throw new Error('refused')
      passed.push(clock.now())
      inside += 1
      most = Math.max(most, inside)
      await clock.sleep(takes)
      inside -= 1
      passage.leave()
    }
    let delay = 0
    await clock.runUntil(
      Promise.all(
        calls.map(async ({ after, takes }) => {
          delay += after
          await clock.sleep(delay)
          await call(takes)
        }),
      ),
    )
    expect(passed).toHaveLength(calls.length)
    expect(most).toBeLessThanOrEqual(concurrency)
    expectWithinSpans(passed)
    expect(inside).toBe(0)
  })

  it('keeps to the pace without ever waiting long, when calls follow each other', async () => {
    const clock = new VirtualClock(0)
    const gate = createGate(clock, { ...limits, longestWait: 2000 })
    const passed: number[] = []
    const work = async (): Promise<void> => {
      for (let call = 0; call < 200; call += 1) {
        // Each call waits for the one before.
        const passage = await gate.enter()
        expect(passage.isOpen).toBe(true)
        passed.push(clock.now())
        passage.leave()
      }
    }
    await clock.runUntil(work())
    expectWithinSpans(passed)
    expect(clock.now()).toBeLessThan(4 * limits.span)
  })

  it('lets nothing pass while paused, and refuses rather than to wait too long', async () => {
    const clock = new VirtualClock(0)
    const gate = createGate(clock, { ...limits, longestWait: 10_000 })
    gate.pause(5000)
    const entered = gate.enter()
    const prolonged = clock.sleep(4000).then(() => gate.pause(3000))
    await clock.runUntil(prolonged)
    expect((await clock.runUntil(entered)).isOpen).toBe(true)
    expect(clock.now()).toBe(7000)
    gate.pause(60_000)
    expect(await gate.enter()).toMatchObject({
      isOpen: false,
      reason: { kind: 'rate-limited', retryAfter: 60_000 },
    })
  })

  it('gives no turns to those it refuses', async () => {
    const clock = new VirtualClock(0)
    const gate = createGate(clock, { ...limits, longestWait: 1000 })
    gate.pause(60_000)
    const refused = await Promise.all(Array.from({ length: 100 }, () => gate.enter()))
    expect(refused.some(({ isOpen }) => isOpen)).toBe(false)
    await clock.advance(60_000)
    const passages = await Promise.all([gate.enter(), gate.enter(), gate.enter()])
    expect(passages.every(({ isOpen }) => isOpen)).toBe(true)
  })

  it('refuses whom it could let pass too late only, and gives them no turn', async () => {
    const clock = new VirtualClock(0)
    const gate = createGate(clock, { ...limits, concurrency: 1 })
    gate.pause(5000)
    expect(await gate.enter(undefined, 4999)).toMatchObject({
      isOpen: false,
      reason: { kind: 'rate-limited', retryAfter: 5000 },
    })
    const inside = await clock.runUntil(gate.enter(undefined, 5000))
    expect([inside.isOpen, clock.now()]).toEqual([true, 5000])
    expect(await gate.enter(undefined, 4000)).toMatchObject({ isOpen: false, reason: { kind: 'transient' } })
    const impatient = gate.enter(undefined, 6000)
    const patient = gate.enter(undefined, 60_000)
    await clock.advance(1000)
    expect(await impatient).toMatchObject({ isOpen: false, reason: { kind: 'transient' } })
    inside.leave()
    const next = await patient
    expect([next.isOpen, clock.sleeping]).toEqual([true, 0])
    next.leave()
    expect((await gate.enter()).isOpen).toBe(true)
  })

  it('lets go of who is told to stop', async () => {
    const clock = new VirtualClock(0)
    const gate = createGate(clock, { ...limits, concurrency: 1 })
    gate.pause(1000)
    const stop = new AbortController()
    const entered = gate.enter(stop.signal)
    await clock.advance(1)
    stop.abort()
    expect(await entered).toMatchObject({ isOpen: false, reason: { kind: 'transient' } })
    await clock.advance(1000)
    expect((await gate.enter()).isOpen).toBe(true)
  })
})

describe('createGates', () => {
  it('shares a gate by key and forgets only idle ones', async () => {
    const clock = new VirtualClock(0)
    const gateOf = createGates(limits)
    const held = gateOf('held', clock)
    expect(gateOf('held', clock)).toBe(held)
    await held.enter()
    for (let index = 0; index < 300; index += 1) gateOf(`key ${index}`, clock)
    expect(gateOf('held', clock)).toBe(held)
  })
})
