import { afterEach, describe, expect, it } from 'vitest'
import { createGate } from '@ledgerpost/adapter-kit'
import type { Document, SharedTurns } from '@ledgerpost/core'
import { fakeFetch, VirtualClock } from '@ledgerpost/testkit'
import { createFakeXero, publishedRateLimits } from '../../fake/index.js'
import { defaultLimits } from '../limits.js'
import { packetOf } from '../mapped-packets.test-support.js'
import { documentsOf, sendStage, type XeroScene, xeroScene } from '../xero-scene.test-support.js'

/** A scene with Xero's own limits on both sides; one document a call, so that there are many calls. */
async function limitedScene(calls = defaultLimits.calls): Promise<XeroScene> {
  const clock = new VirtualClock()
  const fake = createFakeXero({ clock, rateLimits: publishedRateLimits })
  return xeroScene({ clock, fake, fetch: fakeFetch(fake.handler), limits: { calls, batchCount: 1 } })
}

/** Rendered without asking the limited organisation. */
async function documents(count: number): Promise<Document[]> {
  return documentsOf(
    await xeroScene(),
    Array.from({ length: count }, (_, index) => packetOf(`p${index}`, { total: 100n })),
  )
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

const scenes: XeroScene[] = []
afterEach(() => {
  for (const scene of scenes.splice(0)) scene.stop.abort()
})

describe('the limits of Xero', () => {
  it('are never touched by a long run of calls', async () => {
    const scene = await limitedScene()
    scenes.push(scene)
    const results = await scene.clock.runUntil(sendStage(scene, await documents(150), 0))
    expect([...results.values()].every(({ outcome }) => outcome === 'accepted')).toBe(true)
    expect(results.size).toBe(150)
    expect(scene.fake.rateLimiter.refusals).toEqual([])
  })

  it.each([true, false])('are kept by several processes together (sharing turns: %s)', async (isShared) => {
    const clock = new VirtualClock()
    const fake = createFakeXero({ clock, rateLimits: publishedRateLimits })
    const turns = turnsOn(clock)
    const calls = { ...defaultLimits.calls, concurrency: 1 }
    const processes = await Promise.all(
      Array.from({ length: 4 }, () =>
        xeroScene({
          clock,
          fake,
          fetch: fakeFetch(fake.handler),
          limits: { calls, batchCount: 1 },
          ...(isShared ? { turns } : {}),
        }),
      ),
    )
    scenes.push(...processes)
    const all = await documents(160)
    const outcomes = await clock.runUntil(
      Promise.all(
        processes.map((scene, index) =>
          sendStage(scene, all.filter(({ stage }) => stage === 0).slice(40 * index, 40 * index + 40), 0),
        ),
      ),
    )
    const accepted = outcomes
      .flatMap((each) => [...each.values()])
      .filter(({ outcome }) => outcome === 'accepted')
    expect([fake.rateLimiter.refusals.length > 0, accepted.length === 160]).toEqual([!isShared, isShared])
  })

  it('when others use them up are a reason to wait, not to fail', async () => {
    const generous = { ...defaultLimits.calls, count: 1_000_000, burst: 100_000, longestWait: 1000 }
    const scene = await limitedScene(generous)
    scenes.push(scene)
    const results = [...(await scene.clock.runUntil(sendStage(scene, await documents(65), 0))).values()]
    expect(results.slice(0, 60).every(({ outcome }) => outcome === 'accepted')).toBe(true)
    expect(results[60]).toMatchObject({
      outcome: 'rejected',
      reason: { kind: 'rate-limited', retryAfter: 60_000 },
    })
    expect(results.slice(61)).toMatchObject(
      Array.from({ length: 4 }, () => ({ outcome: 'rejected', reason: { kind: 'rate-limited' } })),
    )
    expect(scene.fake.rateLimiter.refusals).toEqual(['minute'])
    await scene.clock.advance(60_000)
    const again = await scene.clock.runUntil(
      sendStage(scene, (await documents(65)).filter(({ stage }) => stage === 0).slice(60), 0),
    )
    expect([...again.values()].every(({ outcome }) => outcome === 'accepted')).toBe(true)
    expect(scene.fake.books().documents).toHaveLength(65)
  })

  it('for the day are a quota', async () => {
    const clock = new VirtualClock()
    const fake = createFakeXero({ clock, rateLimits: { ...publishedRateLimits, perDay: 1 } })
    const scene = await xeroScene({ clock, fake, fetch: fakeFetch(fake.handler), limits: { batchCount: 1 } })
    const results = [...(await sendStage(scene, await documents(2), 0)).values()]
    expect(results).toMatchObject([
      { outcome: 'accepted' },
      { outcome: 'rejected', reason: { kind: 'quota', retryAfter: 86_400_000 } },
    ])
  })
})
