import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import {
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
  TracerProvider,
} from '@opentelemetry/sdk-trace'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { introduce } from '../test-support/platform.test-support.js'
import { startXeroServer, type XeroServer } from '../test-support/xero.test-support.js'
import { contextOf } from './trace-context.js'
import { createTracing } from './tracing.js'

const exporter = new InMemorySpanExporter()
const provider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] })

describe('traces', () => {
  let server: XeroServer
  const seenByXero: Headers[] = []
  beforeAll(async () => {
    server = await startXeroServer({
      tracing: createTracing(provider.getTracer('test')),
      seen: (request) => seenByXero.push(request.headers),
    })
    await introduce(server, '1')
    await server.link('1')
    await server.runJobs()
  })
  beforeEach(() => exporter.reset())
  afterAll(async () => {
    await server.close()
    await provider.shutdown()
  })

  const named = (name: string) => exporter.getFinishedSpans().filter((span) => span.name === name)
  const parentOf = (span: ReadableSpan | undefined) =>
    exporter.getFinishedSpans().find((each) => each.spanContext().spanId === span?.parentSpanContext?.spanId)
      ?.name

  it('lead from the request to the job it queued, to its steps and their calls to the integrator', async () => {
    expect((await server.act('1', 'Refresh')).status).toBe(202)
    await server.runJobs()
    const [request] = named('POST /:scope/AccountingIntegration/:type/Refresh')
    const [job] = named('job refresh')
    const [step] = named('refresh.inspect')
    const call = exporter
      .getFinishedSpans()
      .find(({ attributes }) => attributes['ledgerpost.adapter'] === 'Xero')
    expect([parentOf(request), parentOf(job), parentOf(step), parentOf(call)]).toEqual([
      undefined,
      request?.name,
      'job refresh',
      'refresh.inspect',
    ])
    expect(new Set(exporter.getFinishedSpans().map((span) => span.spanContext().traceId)).size).toBe(1)
    expect(call?.attributes).toMatchObject({ 'http.response.status_code': 200 })
  })

  it('go on from the trace of the caller, and are told to no integrator', async () => {
    const traceId = '0af7651916cd43dd8448eb211c80319c'
    seenByXero.length = 0
    await server.act('1', 'Refresh', { headers: { traceparent: `00-${traceId}-b7ad6b7169203331-01` } })
    await server.runJobs()
    expect(new Set(exporter.getFinishedSpans().map((span) => span.spanContext().traceId))).toEqual(
      new Set([traceId]),
    )
    expect(seenByXero.length).toBeGreaterThan(0)
    expect(seenByXero.some((headers) => headers.has('traceparent'))).toBe(false)
  })

  it('are not made of looking for work, nor of who asks for health and metrics', async () => {
    expect(await server.runJobs()).toBe(0)
    for (const path of ['/health/live', '/metrics'])
      await server.fetch(new Request(`http://localhost${path}`))
    expect(exporter.getFinishedSpans()).toEqual([])
  })
})

it.each(['', 'nonsense', '00-00000000000000000000000000000000-b7ad6b7169203331-01', '0'.repeat(100_000)])(
  'begin anew where what the caller tells cannot be read',
  (told) => {
    expect(contextOf(told)).toBe(contextOf(undefined))
  },
)

it('load no SDK unless they are wanted', () => {
  const program = `
    import Module from 'node:module'
    const count = () => Object.keys(Module._cache).filter((file) => /@opentelemetry.(sdk|exporter|otlp|resources)/.test(file)).length
    await import(${JSON.stringify(new URL('../index.ts', import.meta.url).href)})
    const unwanted = count()
    await import(${JSON.stringify(new URL('start-tracing.ts', import.meta.url).href)})
    console.log(JSON.stringify({ unwanted, isCounted: count() > 0 }))
  `
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--conditions=@ledgerpost/source', '--input-type=module', '--eval', program],
    { cwd: fileURLToPath(new URL('.', import.meta.url)), encoding: 'utf8' },
  )
  expect(stderr).toBe('')
  expect(JSON.parse(stdout)).toEqual({ unwanted: 0, isCounted: true })
}, 180_000)
