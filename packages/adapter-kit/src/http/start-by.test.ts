import type { TokenSource } from '@ledgerpost/core'
import { VirtualClock } from '@ledgerpost/testkit'
import { describe, expect, it } from 'vitest'
import { createGate } from '../limits/gate.js'
import { json, put, scene } from './http-scene.test-support.js'

describe('calls that must begin in time', () => {
  const tooLate = { kind: 'not-sent', reason: { kind: 'transient' } }

  it('are sent until the moment, and not after it', async () => {
    const { ask, clock, seen } = scene()
    await clock.advance(1000)
    expect(await ask({ ...put, startBy: 1000 })).toMatchObject({ kind: 'json' })
    expect(await ask({ ...put, startBy: 999 })).toMatchObject(tooLate)
    expect(seen).toHaveLength(1)
  })

  it('are not sent when fetching the token, or waiting for the turn, took too long', async () => {
    const clock = new VirtualClock(0)
    const slow = (token: string): Promise<string> => clock.sleep(2000).then(() => token)
    const waiting = scene({ clock, options: { tokens: { accessToken: () => slow('t') } } })
    expect(await waiting.ask({ ...put, startBy: 1999 })).toMatchObject(tooLate)
    expect(waiting.seen).toEqual([])
    const gate = createGate(clock, {
      concurrency: 1,
      count: 60,
      span: 60_000,
      burst: 6,
      longestWait: 60_000,
    })
    const queueing = scene({ clock, options: { gate } })
    gate.pause(5000)
    expect(await queueing.ask({ ...put, startBy: clock.now() + 4000 })).toMatchObject({ kind: 'not-sent' })
    expect(queueing.seen).toEqual([])
  })

  it('are not repeated with another token when it is too late by then', async () => {
    const clock = new VirtualClock(0)
    const tokens: TokenSource = {
      accessToken: (rejected) =>
        rejected === undefined ? Promise.resolve('a') : clock.sleep(10).then(() => 'b'),
    }
    const { ask, seen } = scene({
      handler: async () => json({}, { status: 401 }),
      clock,
      options: { tokens },
    })
    expect(await ask({ ...put, startBy: 5 })).toMatchObject(tooLate)
    expect(seen).toHaveLength(1)
  })
})
