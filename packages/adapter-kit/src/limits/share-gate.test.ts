import type { Reason, SharedTurns } from '@ledgerpost/core'
import { VirtualClock } from '@ledgerpost/testkit'
import { describe, expect, it } from 'vitest'
import { createGate } from './gate.js'
import { shareGate } from './share-gate.js'

const limits = { concurrency: 1, count: 60, span: 60_000, burst: 2, longestWait: 10_000 }

/** Turns that come at once or not at all, and a gate that shares them. */
function scene(reason?: Reason) {
  const clock = new VirtualClock(0)
  const asked: number[] = []
  const pauses: number[] = []
  const turns: SharedTurns = {
    take: (longestWait) => Promise.resolve(asked.push(longestWait)).then(() => reason),
    pause: (milliseconds) => Promise.resolve(pauses.push(milliseconds)).then(() => undefined),
  }
  const gate = createGate(clock, limits)
  return { clock, asked, pauses, gate, shared: shareGate(gate, turns, clock, limits.longestWait) }
}

describe('shareGate', () => {
  it('takes the shared turn last, within the patience that is left', async () => {
    const { clock, asked, shared } = scene()
    for (let call = 0; call < 3; call += 1) {
      const passage = await clock.runUntil(shared.enter())
      expect(passage.isOpen).toBe(true)
      passage.leave()
    }
    expect(asked).toEqual([10_000, 10_000, 10_000 - clock.now()])
    expect(shared.isIdle()).toBe(false)
  })

  it('asks for no turn after the moment at which the call must have begun', async () => {
    const { asked, shared } = scene()
    const passage = await shared.enter(undefined, 4000)
    expect(passage.isOpen).toBe(true)
    passage.leave()
    expect(asked).toEqual([4000])
  })

  it('lets nobody pass whose shared turn was refused, and keeps no place for them', async () => {
    const reason = { kind: 'rate-limited', message: 'too many', retryAfter: 5 } as const
    const { gate, shared } = scene(reason)
    expect(await shared.enter()).toMatchObject({ isOpen: false, reason })
    const passage = await gate.enter()
    expect(passage.isOpen).toBe(true)
  })

  it('asks for no turn when the gate is shut, and pauses both', async () => {
    const { asked, pauses, gate, shared } = scene()
    await shared.pause(60_000)
    expect(pauses).toEqual([60_000])
    expect(await shared.enter()).toMatchObject({ isOpen: false, reason: { retryAfter: 60_000 } })
    expect(await gate.enter()).toMatchObject({ isOpen: false })
    expect(asked).toEqual([])
  })
})
