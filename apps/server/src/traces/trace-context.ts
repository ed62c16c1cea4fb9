import { isSpanContextValid, ROOT_CONTEXT, type Context, type SpanContext, trace } from '@opentelemetry/api'

const pattern = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/

/** A span as W3C Trace Context writes it in the header `traceparent`. */
export function traceparentOf({ traceId, spanId, traceFlags }: SpanContext): string {
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`
}

/** A context whose parent is the span told; one without a parent if nothing is told, or nothing that can be read. */
export function contextOf(traceparent: string | undefined): Context {
  const [, traceId = '', spanId = '', flags = ''] = pattern.exec(traceparent ?? '') ?? []
  const told: SpanContext = { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true }
  return isSpanContextValid(told) ? trace.setSpanContext(ROOT_CONTEXT, told) : ROOT_CONTEXT
}
