import type { Backlog } from '@ledgerpost/engine'
import { VirtualClock } from '@ledgerpost/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { silentLogger } from '../logger.js'
import { configure, feed, introduce, plainText, sale, sync } from '../test-support/platform.test-support.js'
import { startTestServer, type TestServer } from '../test-support/server.test-support.js'
import { startXeroServer, type XeroServer } from '../test-support/xero.test-support.js'
import { createMetrics } from './metrics.js'

/** What stands in Prometheus' text: the value by name and labels. */
function read(text: string): Map<string, number> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(
    lines.map((line) => {
      const end = line.lastIndexOf(' ')
      return [line.slice(0, end), Number(line.slice(end + 1))]
    }),
  )
}

async function metricsOf(server: TestServer) {
  const response = await server.fetch(new Request('http://localhost/metrics'))
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    'text/plain; version=0.0.4; charset=utf-8',
  ])
  return read(await response.text())
}

describe('the metrics of a server', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer()
    await introduce(server, 'secretive')
    await configure(server, 'secretive')
    await feed(server, 'secretive', [sale('order-1'), sale('order-2')])
    await sync(server, 'secretive')
  })
  afterAll(() => server.close())

  it('tell without a token of jobs, syncs, packets and documents', async () => {
    const metrics = await metricsOf(server)
    expect(metrics.get('ledgerpost_syncs_total{outcome="failed"}')).toBe(0)
    expect(metrics.get('ledgerpost_jobs_total{task="sync",outcome="done"}')).toBe(1)
    expect(metrics.get('ledgerpost_job_duration_seconds_count{task="sync"}')).toBe(1)
    expect(metrics.get('ledgerpost_syncs_total{outcome="succeeded"}')).toBe(1)
    const packets = metrics.get('ledgerpost_packets_total{status="Sent"}')
    expect(packets).toBeGreaterThan(0)
    expect(metrics.get('ledgerpost_packets_total{status="Pending"}')).toBe(packets)
    expect(metrics.get('ledgerpost_documents_total{outcome="accepted"}')).toBeGreaterThan(0)
    expect(metrics.get('ledgerpost_store_up')).toBe(1)
    expect(metrics.get('ledgerpost_lease_losses_total')).toBe(0)
  })

  it('tell how much waits to be done', async () => {
    const due = async () => (await metricsOf(server)).get('ledgerpost_backlog_jobs{state="due"}')
    expect(await due()).toBe(0)
    await server.request('POST', plainText('secretive', 'Refresh'))
    expect(await due()).toBe(1)
    await server.runJobs()
    expect(await due()).toBe(0)
  })

  it('name templates of addresses and never what is in them', async () => {
    await server.request('GET', '/Subscriber_secretive/no/such/address')
    await server.fetch(new Request('http://localhost/health/live'))
    await server.fetch(new Request('http://localhost/Subscriber_secretive', { method: 'PROPFIND' }))
    const response = await server.fetch(new Request('http://localhost/metrics'))
    const text = await response.text()
    const count = 'ledgerpost_http_request_duration_seconds_count'
    expect(text).toContain(
      `${count}{route="/:scope/AccountingIntegration/:type/Sync",method="POST",status="2xx"} 1`,
    )
    expect(text).toContain(`${count}{route="/health/live",method="GET",status="2xx"} 1`)
    expect(text).toContain(`${count}{route="none",method="GET",status="4xx"} 1`)
    expect(text).toMatch(/method="other",status="4xx"} 1/)
    expect(text).not.toMatch(/secretive|order-1|PROPFIND/)
  })
})

describe('the metrics of calls to an integrator', () => {
  let server: XeroServer
  beforeAll(async () => {
    server = await startXeroServer()
    await introduce(server, '1')
    await server.link('1')
  })
  afterAll(() => server.close())

  it('are told by adapter, with the refreshes of tokens and the turns', async () => {
    await server.act('1', 'Refresh')
    await server.runJobs()
    const before = await metricsOf(server)
    const calls = before.get(
      'ledgerpost_integrator_call_duration_seconds_count{adapter="Xero",outcome="2xx"}',
    )
    expect(calls).toBeGreaterThan(2)
    expect(
      before.get('ledgerpost_rate_limit_wait_seconds_count{adapter="Xero",outcome="passed"}'),
    ).toBeGreaterThan(1)
    expect(before.get('ledgerpost_token_refreshes_total{adapter="Xero",outcome="refreshed"}')).toBeUndefined()
  })
})

describe('metrics', () => {
  const none: Backlog = { due: 0, age: 0 }
  const scene = (backlog = () => Promise.resolve(none)) => {
    const clock = new VirtualClock(0)
    const metrics = createMetrics({ backlog, clock, logger: silentLogger, measuresProcess: false })
    return { clock, metrics, values: async () => read(await metrics.text()) }
  }

  it('go on without the store, and do not make up a backlog', async () => {
    let isDown = false
    const { values } = scene(() =>
      isDown ? Promise.reject(new Error('down')) : Promise.resolve({ due: 3, age: 1500 }),
    )
    const up = await values()
    expect([up.get('ledgerpost_store_up'), up.get('ledgerpost_backlog_age_seconds{state="due"}')]).toEqual([
      1, 1.5,
    ])
    isDown = true
    const down = await values()
    expect(down.get('ledgerpost_store_up')).toBe(0)
    expect([...down.keys()].filter((name) => name.includes('backlog'))).toEqual([])
  })

  it.each([
    ['job.finish', true, 'done'],
    ['job.fail', true, 'failed'],
    ['job.fail', false, 'postponed'],
    ['job.postpone', false, 'yielded'],
    ['job.finish', undefined, 'interrupted'],
  ] as const)('call a job by its end: %s, %s is %s', async (step, isFinished, outcome) => {
    const { metrics, values, clock } = scene()
    const job = {
      id: '1',
      subscriberId: '1',
      integrationId: '1',
      task: { kind: 'refresh' },
      attempts: 1,
    } as const
    await metrics.jobs.aroundJob(job, async () => {
      await clock.advance(2000)
      await metrics.jobs.aroundStep(step, async () => {
        if (isFinished === undefined) metrics.store.leaseLost()
        else metrics.store.changed({ kind: 'job', isFinished })
      })
    })
    const found = await values()
    expect(found.get(`ledgerpost_jobs_total{task="refresh",outcome="${outcome}"}`)).toBe(1)
    expect(found.get('ledgerpost_job_duration_seconds_sum{task="refresh"}')).toBe(2)
    expect(found.get('ledgerpost_lease_losses_total')).toBe(outcome === 'interrupted' ? 1 : 0)
  })

  it('tell calls apart by what was answered', async () => {
    const { metrics, values, clock } = scene()
    const answers = [200, 429, 503]
    const fetch = metrics.adapters.watchFetch(async () => {
      await clock.advance(100)
      const status = answers.shift()
      if (status === undefined) throw new Error('reset')
      return new Response(null, { status })
    }, 'Fake')
    for (let call = 0; call < 4; call += 1) await fetch('https://fake.example').catch(() => undefined)
    const found = await values()
    const counts = ['2xx', '429', '5xx', 'no-answer'].map((outcome) =>
      found.get(`ledgerpost_integrator_call_duration_seconds_count{adapter="Fake",outcome="${outcome}"}`),
    )
    expect(counts).toEqual([1, 1, 1, 1])
  })
})
