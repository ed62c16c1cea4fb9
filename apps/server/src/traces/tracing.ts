import { AsyncLocalStorage } from 'node:async_hooks'
import type { Fetch } from '@ledgerpost/core'
import type { AroundJob, AroundStep, Store } from '@ledgerpost/engine'
import {
  type Context,
  type Span,
  SpanKind,
  type SpanOptions,
  SpanStatusCode,
  trace,
  type Tracer,
} from '@opentelemetry/api'
import type { MiddlewareHandler } from 'hono'
import { routeTemplate } from '../http/route-template.js'
import { contextOf, traceparentOf } from './trace-context.js'

/** Spans of what a server does: of a request, of the jobs that it queued, of their steps and of the calls to integrators. */
export interface Tracing {
  /** A span of every request; that of the caller is its parent, if the caller tells one. */
  readonly traceRequests: MiddlewareHandler
  readonly aroundJob: AroundJob
  /** Outside of a job or a request nothing is traced: a worker looks for work every second. */
  readonly aroundStep: AroundStep
  /** The integrator is told nothing of it. */
  traceFetch(fetch: Fetch, type: string): Fetch
  /** Keeps with a job the request that queued it. */
  traceStore(store: Store): Store
}

export function createTracing(tracer: Tracer): Tracing {
  // The engine awaits all it starts: what runs within a span runs in its context.
  const contexts = new AsyncLocalStorage<Context>()

  async function within<Result>(
    parent: Context,
    name: string,
    options: SpanOptions,
    work: (span: Span) => Promise<Result>,
  ): Promise<Result> {
    const span = tracer.startSpan(name, options, parent)
    try {
      return await contexts.run(trace.setSpan(parent, span), () => work(span))
    } catch (error) {
      span.recordException(error instanceof Error ? error : String(error))
      span.setStatus({ code: SpanStatusCode.ERROR })
      throw error
    } finally {
      span.end()
    }
  }

  function underWay(): string | undefined {
    const context = contexts.getStore()
    const span = context && trace.getSpanContext(context)
    return span && traceparentOf(span)
  }

  return {
    traceRequests: (context, next) =>
      within(
        contextOf(context.req.header('traceparent')),
        context.req.method,
        { kind: SpanKind.SERVER, attributes: { 'http.request.method': context.req.method } },
        async (span) => {
          await next()
          const route = routeTemplate(context)
          if (route !== undefined)
            span.updateName(`${context.req.method} ${route}`).setAttribute('http.route', route)
          span.setAttribute('http.response.status_code', context.res.status)
          if (context.res.status >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
        },
      ),

    aroundJob: (job, work) =>
      within(
        contextOf(job.trace),
        `job ${job.task.kind}`,
        {
          kind: SpanKind.CONSUMER,
          attributes: {
            'ledgerpost.job': job.id,
            'ledgerpost.attempt': job.attempts,
            'ledgerpost.subscriber': job.subscriberId,
            'ledgerpost.integration': job.integrationId,
          },
        },
        work,
      ),

    aroundStep(name, work) {
      const context = contexts.getStore()
      return context ? within(context, name, {}, work) : work()
    },

    traceFetch: (fetch, type) => async (input, init) => {
      const context = contexts.getStore()
      if (!context) return fetch(input, init)
      const { hostname } = new URL(input instanceof Request ? input.url : input)
      const method = init?.method ?? (input instanceof Request ? input.method : 'GET')
      const attributes = {
        'http.request.method': method,
        'server.address': hostname,
        'ledgerpost.adapter': type,
      }
      return within(context, `${method} ${hostname}`, { kind: SpanKind.CLIENT, attributes }, async (span) => {
        const response = await fetch(input, init)
        span.setAttribute('http.response.status_code', response.status)
        if (response.status >= 400) span.setStatus({ code: SpanStatusCode.ERROR })
        return response
      })
    },

    traceStore: (store) => ({
      acrossSubscribers: (work) => store.acrossSubscribers(work),
      transaction: (subscriberId, work) =>
        store.transaction(subscriberId, (transaction) =>
          work({
            ...transaction,
            addJob(job) {
              const request = underWay()
              return transaction.addJob(request === undefined ? job : { ...job, trace: request })
            },
          }),
        ),
    }),
  }
}
