import { VirtualClock } from '@ledgerpost/testkit'
import { describe, expect, it } from 'vitest'
import { createClient } from './client.js'
import { lastInspection } from './integration-client.js'
import { scriptedFetch } from './scripted-fetch.test-support.js'

const record = (status: string, headers: Readonly<Record<string, string>> = {}) =>
  Response.json({ Id: '1', Status: status }, { headers })
const integration = (...InspectionTimes: readonly string[]) =>
  Response.json({ IntegrationConfiguration: { InspectionTimes } })

function start(...answers: readonly (Response | Error)[]) {
  const clock = new VirtualClock(0)
  const scripted = scriptedFetch(...answers)
  const times: number[] = []
  const client = createClient({
    baseUrl: 'https://books.example',
    token: 'abc',
    clock,
    fetch(input, init) {
      times.push(clock.now() / 1000)
      return scripted.fetch(input, init)
    },
  })
  return { clock, times, subscriber: client.subscriber('1') }
}

describe('waiting for a sync', () => {
  it('looks after 5 seconds, then ever more slowly up to once a minute', async () => {
    const { clock, times, subscriber } = start(
      ...Array.from({ length: 6 }, () => record('InProgress')),
      record('Success'),
    )
    const found = await clock.runUntil(subscriber.waitForSync('1'))
    expect(found.Status).toBe('Success')
    expect(times).toEqual([5, 15, 35, 75, 135, 195, 255])
    expect(clock.sleeping).toBe(0)
  })

  it('takes a sync that failed for one that has ended', async () => {
    const { clock, subscriber } = start(record('Failed'))
    expect((await clock.runUntil(subscriber.waitForSync('1'))).Status).toBe('Failed')
  })

  it('waits as long as the server asks, and no longer than that for it', async () => {
    const { clock, times, subscriber } = start(
      record('InProgress', { 'Retry-After': '30' }),
      record('InProgress', { 'Retry-After': '1' }),
      record('InProgress', { 'Retry-After': '300' }),
      record('InProgress'),
      record('Success'),
    )
    await clock.runUntil(subscriber.waitForSync('1'))
    expect(times).toEqual([5, 35, 55, 355, 415])
  })

  it('ends when its time is up', async () => {
    const { clock, times, subscriber } = start(record('InProgress'), record('InProgress'))
    await expect(clock.runUntil(subscriber.waitForSync('1', { timeout: 20_000 }))).rejects.toMatchObject({
      name: 'WaitTimedOut',
      message: 'Sync record 1 is not done after 20 s. It goes on; look again later.',
    })
    expect([times, clock.now(), clock.sleeping]).toEqual([[5, 15], 20_000, 0])
  })

  it('ends when it is aborted, and when the server says no', async () => {
    const stop = new AbortController()
    const { clock, subscriber } = start(
      record('InProgress'),
      Response.json({ error: { code: 'not-found', message: 'Gone.' } }, { status: 404 }),
    )
    const waiting = subscriber.waitForSync('1', { signal: stop.signal })
    waiting.catch(() => undefined)
    await clock.advance(6000)
    stop.abort(new Error('enough'))
    await expect(waiting).rejects.toThrow('enough')
    expect(clock.sleeping).toBe(0)
    await expect(clock.runUntil(subscriber.waitForSync('1'))).rejects.toMatchObject({ code: 'not-found' })
    expect(clock.sleeping).toBe(0)
    await expect(subscriber.waitForSync('1', { signal: stop.signal })).rejects.toThrow('enough')
  })

  it('cuts a look that does not come back', async () => {
    const clock = new VirtualClock(0)
    const fetch = (_input: string, init?: RequestInit) =>
      new Promise<Response>((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason))
      })
    const subscriber = createClient({
      baseUrl: 'https://books.example',
      token: 'abc',
      clock,
      fetch,
    }).subscriber('1')
    await expect(clock.runUntil(subscriber.waitForSync('1', { timeout: 60_000 }))).rejects.toMatchObject({
      name: 'WaitTimedOut',
    })
  })
})

describe('waiting for a refresh', () => {
  const before = '2026-01-01T10:00:00.000+00:00'
  const after = '2026-01-01T10:00:01.000+00:00'

  it('lasts until there is an inspection later than the known one', async () => {
    const { clock, times, subscriber } = start(integration(before), integration(before, after))
    const found = await clock.runUntil(subscriber.integration('Xero').waitForRefresh(before))
    expect([lastInspection(found), times]).toEqual([after, [5, 15]])
  })

  it('lasts until there is any, where none is known', async () => {
    const { clock, times, subscriber } = start(integration(), integration(before))
    await clock.runUntil(subscriber.integration('Xero').waitForRefresh(null))
    expect(times).toEqual([5, 15])
  })
})
