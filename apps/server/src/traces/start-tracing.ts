import { setTimeout } from 'node:timers/promises'
import type { Logger } from '@ledgerpost/core'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources'
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace'
import { createTracing, type Tracing } from './tracing.js'

/** The server is not kept from stopping for longer, in milliseconds. */
const longestStop = 1500

/** Tracing that exports, and its end: what was not exported yet is. */
export interface StartedTracing {
  readonly tracing: Tracing
  stop(): Promise<void>
}

/**
 * Exports spans by OTLP over HTTP to where the variables `OTEL_EXPORTER_OTLP_…` say. Loads the whole SDK: import this
 * module only where traces are wanted.
 * @param share of the traces that begin here, from 0 to 1
 */
export function startTracing(share: number, logger: Logger): StartedTracing {
  const provider = new TracerProvider({
    resource: defaultResource()
      .merge(resourceFromAttributes({ 'service.name': 'ledgerpost' }))
      .merge(detectResources({ detectors: [envDetector] })),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(share) }),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  })
  return {
    tracing: createTracing(provider.getTracer('ledgerpost')),
    async stop() {
      try {
        await Promise.race([provider.shutdown(), setTimeout(longestStop, undefined, { ref: false })])
      } catch (error) {
        logger.warn({ error }, 'The last spans could not be exported; nothing else is lost.')
      }
    },
  }
}
