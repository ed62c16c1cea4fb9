import { fc } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { VirtualClock } from '@ledgerpost/testkit'
import { createRateLimiter } from './rate-limiter.js'

const mostCallers = 100

describe('the rate limit', () => {
  const settings = fc.record({
    perMinute: fc.integer({ min: 1, max: 100_000 }),
    burst: fc.integer({ min: 1, max: 50 }),
  })
  const pauses = fc.array(fc.integer({ min: 0, max: 30_000 }), { minLength: 1, maxLength: 60 })

  it('lets no more pass in any span than the burst and what the span is worth', async () => {
    await fc.assert(
      fc.asyncProperty(settings, pauses, async ({ perMinute, burst }, waits) => {
        const clock = new VirtualClock()
        const limiter = createRateLimiter({ perMinute, burst, mostCallers }, clock)
        const passed: number[] = []
        for (const wait of waits) {
          await clock.advance(wait)
          for (let each = 0; each < 3; each += 1) {
            if (limiter.take('a').isAllowed) passed.push(clock.now())
          }
        }
        for (const [first, from] of passed.entries()) {
          for (const [last, to] of passed.entries()) {
            if (last < first) continue
            const worth = burst + ((to - from) * perMinute) / 60_000
            expect(last - first + 1).toBeLessThanOrEqual(worth + 1e-6)
          }
        }
      }),
    )
  })

  it('keeps what it says: so many may pass at once now, the next after retryAfter, all after reset', async () => {
    await fc.assert(
      fc.asyncProperty(settings, pauses, async ({ perMinute, burst }, waits) => {
        const clock = new VirtualClock()
        const limiter = createRateLimiter({ perMinute, burst, mostCallers }, clock)
        for (const wait of waits) {
          await clock.advance(wait)
          const decision = limiter.take('a')
          expect(decision.limit).toBe(burst)
          expect(decision.retryAfter === 0).toBe(decision.remaining > 0)
        }
        const { remaining } = limiter.take('a')
        for (let each = remaining; each > 0; each -= 1) expect(limiter.take('a').isAllowed).toBe(true)
        const refused = limiter.take('a')
        expect(refused).toMatchObject({ isAllowed: false, remaining: 0 })
        await clock.advance(refused.retryAfter * 1000)
        const { isAllowed, reset } = limiter.take('a')
        expect(isAllowed).toBe(true)
        await clock.advance(reset * 1000)
        expect(limiter.take('a').remaining).toBe(burst - 1)
      }),
    )
  })

  it('lets the burst pass at once and then one each interval', async () => {
    const clock = new VirtualClock()
    const limiter = createRateLimiter({ perMinute: 600, burst: 100, mostCallers }, clock)
    const take = () => limiter.take('a')
    expect(take()).toEqual({ isAllowed: true, limit: 100, remaining: 99, reset: 1, retryAfter: 0 })
    for (let each = 1; each < 100; each += 1) expect(take().isAllowed).toBe(true)
    expect(take()).toEqual({ isAllowed: false, limit: 100, remaining: 0, reset: 10, retryAfter: 1 })
    await clock.advance(99)
    expect(take().isAllowed).toBe(false)
    await clock.advance(1)
    expect([take().isAllowed, take().isAllowed]).toEqual([true, false])
  })

  it('counts each caller alone', () => {
    const limiter = createRateLimiter({ perMinute: 1, burst: 1, mostCallers }, new VirtualClock())
    expect([limiter.take('a'), limiter.take('b'), limiter.take('a')].map((each) => each.isAllowed)).toEqual([
      true,
      true,
      false,
    ])
  })

  it('forgets whoever was away longest once there are too many', () => {
    const limiter = createRateLimiter({ perMinute: 1, burst: 2, mostCallers: 2 }, new VirtualClock())
    const remaining = (caller: string) => limiter.take(caller).remaining
    expect([remaining('a'), remaining('b'), remaining('a'), remaining('c')]).toEqual([1, 1, 0, 1])
    expect(limiter.take('a').isAllowed).toBe(false)
    expect(remaining('b')).toBe(1)
  })

  it('locks nobody out when the clock is set back', () => {
    let now = 1_000_000_000
    const clock = { now: () => now, sleep: () => Promise.resolve() }
    const limiter = createRateLimiter({ perMinute: 60, burst: 2, mostCallers }, clock)
    limiter.take('a')
    now -= 500_000_000
    expect(limiter.take('a')).toMatchObject({ isAllowed: false, retryAfter: 1 })
    now += 1000
    expect(limiter.take('a').isAllowed).toBe(true)
  })
})
