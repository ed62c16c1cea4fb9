import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { VirtualClock } from './virtual-clock.js'

describe('VirtualClock', () => {
  test.prop([fc.array(fc.integer({ min: 1, max: 1000 }), { maxLength: 20 })])(
    'wakes sleepers in order, each at its own time',
    async (naps) => {
      const clock = new VirtualClock(0)
      const woken: [number, number][] = []
      for (const nap of naps) void clock.sleep(nap).then(() => woken.push([nap, clock.now()]))
      await clock.advance(1000)
      expect(woken).toEqual(naps.toSorted((a, b) => a - b).map((nap) => [nap, nap]))
      expect(clock.now()).toBe(1000)
    },
  )

  it('leaves later sleepers asleep', async () => {
    const clock = new VirtualClock(0)
    let woken = false
    const nap = async () => {
      await clock.sleep(101)
      woken = true
    }
    void nap()
    await clock.advance(100)
    expect([woken, clock.sleeping]).toEqual([false, 1])
    await clock.advance(1)
    expect([woken, clock.sleeping]).toEqual([true, 0])
  })

  it('serves the sleeps that a woken sleeper starts', async () => {
    const clock = new VirtualClock(0)
    const times: number[] = []
    const work = async () => {
      for (let round = 0; round < 3; round += 1) {
        await clock.sleep(10)
        times.push(clock.now())
      }
    }
    void work()
    void clock.sleep(25).then(() => times.push(clock.now()))
    await clock.advance(100)
    expect(times).toEqual([10, 20, 25, 30])
  })

  it('ends a sleep that is aborted', async () => {
    const clock = new VirtualClock()
    const stop = new AbortController()
    const sleep = clock.sleep(1000, stop.signal)
    stop.abort(new Error('enough'))
    await expect(sleep).rejects.toThrow('enough')
    expect(clock.sleeping).toBe(0)
    await expect(clock.sleep(1, stop.signal)).rejects.toThrow('enough')
  })

  it('runs work to its end at once', async () => {
    const clock = new VirtualClock(0)
    const work = async () => {
      await clock.sleep(3_600_000)
      await clock.sleep(86_400_000)
      return clock.now()
    }
    expect(await clock.runUntil(work())).toBe(90_000_000)
    await expect(clock.runUntil(Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  })

  it('says when work waits for something else', async () => {
    const never = new Promise<void>(() => undefined)
    await expect(new VirtualClock().runUntil(never)).rejects.toThrow('nobody sleeps')
  })
})
