import { createGate } from '@ledgerpost/adapter-kit'
import type { Document, SharedTurns } from '@ledgerpost/core'
import { VirtualClock } from '@ledgerpost/testkit'
import { afterEach, describe, expect, it } from 'vitest'
import { createFakeQuickBooksOnline, publishedRateLimits } from '../../fake/index.js'
import { defaultLimits, type QuickBooksOnlineLimits } from '../limits.js'
import { packetOf } from '../mapped-packets.test-support.js'
import {
  createScene,
  documentsOf,
  type Scene,
  type SceneOptions,
  sendAll,
  verdictsOf,
} from '../scene.test-support.js'

const scenes: Scene[] = []
afterEach(() => {
  for (const scene of scenes.splice(0)) scene.stop.abort()
})

/** A scene with Intuit's own limits on both sides; one document a call, so that there are many calls. */
async function limitedScene(
  options: SceneOptions = {},
  limits: Partial<QuickBooksOnlineLimits> = {},
): Promise<Scene> {
  const clock = options.clock ?? new VirtualClock()
  const fake = options.fake ?? createFakeQuickBooksOnline({ clock, rateLimits: publishedRateLimits })
  const calls = limits.calls ?? defaultLimits.calls
  const scene = await createScene({ ...options, clock, fake, limits: { batchCount: 1, ...limits, calls } })
  scenes.push(scene)
  return scene
}

/** Rendered without asking the limited company. */
async function documents(count: number): Promise<Document[]> {
  const packets = Array.from({ length: count }, (_, index) => packetOf(`p${index}`, { total: 100n }))
  return documentsOf(await createScene(), packets)
}

/** Turns as the engine gives them, in one process. */
function turnsOn(clock: VirtualClock): SharedTurns {
  const { count, span, burst } = defaultLimits.calls
  const gate = createGate(clock, { count, span, burst, concurrency: Infinity, longestWait: Infinity })
  return {
    async take(_longestWait, signal) {
      const passage = await gate.enter(signal)
      passage.leave()
      return passage.isOpen ? undefined : passage.reason
    },
    pause: async (milliseconds) => gate.pause(milliseconds),
  }
}

describe('the limits of QuickBooks', () => {
  it('are never touched by a long run of calls', async () => {
    const scene = await limitedScene()
    const results = await scene.clock.runUntil(sendAll(scene, await documents(120)))
    expect(new Set(verdictsOf(results.values()))).toEqual(new Set(['accepted']))
    expect([results.size, scene.fake.rateLimiter.refusals]).toEqual([120, []])
  })

  it('are kept by several processes together, which share turns', async () => {
    const clock = new VirtualClock()
    const fake = createFakeQuickBooksOnline({ clock, rateLimits: publishedRateLimits })
    const turns = turnsOn(clock)
    const [one, two] = [
      await limitedScene({ clock, fake, turns }),
      await limitedScene({ clock, fake, turns }),
    ]
    const all = await documents(80)
    const results = await clock.runUntil(
      Promise.all([sendAll(one, all.slice(0, 40)), sendAll(two, all.slice(40))]),
    )
    expect(
      results.flatMap((each) => verdictsOf(each.values())).every((verdict) => verdict === 'accepted'),
    ).toBe(true)
    expect(fake.rateLimiter.refusals).toEqual([])
  })

  it('when others use them up are a reason to wait a minute, not to fail', async () => {
    const generous = { ...defaultLimits.calls, count: 1_000_000, burst: 100_000, longestWait: 1000 }
    const scene = await limitedScene({}, { calls: generous })
    scene.fake.rateLimiter.limits = { ...publishedRateLimits, callsPerSecond: 1000 }
    const all = await documents(43)
    const results = [...(await scene.clock.runUntil(sendAll(scene, all))).values()]
    expect(verdictsOf(results)).toEqual([
      ...Array.from({ length: 40 }, () => 'accepted'),
      ...Array.from({ length: 3 }, () => 'rate-limited'),
    ])
    expect(results[40]).toMatchObject({ reason: { retryAfter: 60_000 } })
    expect(scene.fake.rateLimiter.refusals).toEqual(['batch'])
    await scene.clock.advance(60_000)
    const again = await scene.clock.runUntil(sendAll(scene, all.slice(40)))
    expect(new Set(verdictsOf(again.values()))).toEqual(new Set(['accepted']))
    expect(scene.fake.books().transactions).toHaveLength(43)
  })

  it('that tell how long to wait are believed', async () => {
    const scene = await limitedScene({}, { calls: { ...defaultLimits.calls, longestWait: 1000 } })
    scene.fake.rateLimiter.limits = { ...publishedRateLimits, batchesPerMinute: 0 }
    scene.fake.rateLimiter.retryAfter = 12
    const [result] = (await scene.clock.runUntil(sendAll(scene, await documents(1)))).values()
    expect(result).toMatchObject({
      outcome: 'rejected',
      reason: { kind: 'rate-limited', retryAfter: 12_000 },
    })
  })
})
