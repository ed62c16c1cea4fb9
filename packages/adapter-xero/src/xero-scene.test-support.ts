import type {
  AcceptedDocument,
  Adapter,
  AdapterEnvironment,
  Connection,
  Document,
  Fetch,
  Grant,
  IntegratorConfiguration,
  MappedPacket,
  SendResult,
  SharedTurns,
} from '@ledgerpost/core'
import { fakeFetch, VirtualClock } from '@ledgerpost/testkit'
import { linkByOAuth } from '@ledgerpost/testkit/conformance'
import { createFakeXero, type FakeXero, type FakeXeroOptions } from '../fake/index.js'
import type { XeroBooking } from './bookings.js'
import { createXeroAdapter } from './create-xero-adapter.js'
import { defaultLimits, type XeroLimits } from './limits.js'

export interface XeroScene {
  readonly clock: VirtualClock
  readonly fake: FakeXero
  readonly adapter: Adapter
  readonly environment: AdapterEnvironment
  readonly connection: Connection
  /** Aborts what the connection does. */
  readonly stop: AbortController
  /** Every text that was logged. */
  readonly logged: readonly string[]
  grant(): Grant
  configuration(): Promise<IntegratorConfiguration>
}

export interface SceneOptions extends Omit<FakeXeroOptions, 'clock'> {
  /** By default the fake is asked directly, without a network. */
  readonly fetch?: Fetch
  readonly limits?: Partial<XeroLimits>
  /** Those that the adapter offers; the first is chosen, unless the settings choose another. */
  readonly bookings?: readonly [XeroBooking, ...XeroBooking[]]
  readonly settings?: Readonly<Record<string, unknown>>
  readonly fake?: FakeXero
  readonly clock?: VirtualClock
  /** Turns that are shared with other scenes. */
  readonly turns?: SharedTurns
}

/** A gate that never waits, for tests in which nobody lets the clock go on. */
const unhurried: XeroLimits['calls'] = { ...defaultLimits.calls, count: 1_000_000, burst: 100_000 }

/** A fake Xero and an adapter that has been linked to it by the whole authorisation flow. */
export async function xeroScene(options: SceneOptions = {}): Promise<XeroScene> {
  const { clock = new VirtualClock(), limits = {} } = options
  const fake = options.fake ?? createFakeXero({ rateLimits: false, ...options, clock })
  const logged: string[] = []
  const log = (fields: unknown, message: string): void => void logged.push(JSON.stringify([fields, message]))
  const fetch = options.fetch ?? fakeFetch(fake.handler)
  const environment: AdapterEnvironment = {
    fetch,
    clock,
    logger: { debug: log, info: log, warn: log, error: log },
  }
  const { bookings } = options
  const adapter = createXeroAdapter({
    ...fake.app,
    limits: { calls: unhurried, ...limits },
    ...(bookings ? { bookings } : {}),
  })
  const tokens = await linkByOAuth(adapter, environment)
  const stop = new AbortController()
  const connection = adapter.connect({
    ...environment,
    subscriberId: '1234',
    settings: { ...(bookings ? { bookedAs: bookings[0] } : {}), ...options.settings },
    organisationId: fake.books().organisation.tenantId,
    signal: stop.signal,
    ...(options.turns ? { turns: options.turns } : {}),
    tokens,
  })
  let known: IntegratorConfiguration | undefined
  return {
    clock,
    fake,
    adapter,
    environment,
    connection,
    stop,
    logged,
    grant: tokens.grant,
    configuration: async () => (known ??= await connection.inspect()),
  }
}

/** Renders packets, all of which must be representable. */
export async function documentsOf(scene: XeroScene, packets: readonly MappedPacket[]): Promise<Document[]> {
  const configuration = await scene.configuration()
  return packets.flatMap((packet) => {
    const rendering = scene.adapter.render(packet, configuration)
    if (!rendering.ok) throw new Error(`${rendering.code}: ${rendering.message}`)
    return rendering.documents
  })
}

/** Sends one stage, and says by reference what became of each document. */
export async function sendStage(
  scene: XeroScene,
  documents: readonly Document[],
  stage: number,
  accepted: ReadonlyMap<string, AcceptedDocument> = new Map(),
): Promise<Map<string, SendResult>> {
  const ready = documents.filter(
    (document) => document.stage === stage && (stage === 0 || accepted.has(document.settles ?? '')),
  )
  const results = new Map<string, SendResult>()
  for (const submission of scene.connection.prepare(ready, accepted)) {
    for (const result of await scene.connection.send(submission, Infinity))
      results.set(result.reference, result)
  }
  return results
}

export function acceptedIn(results: Iterable<SendResult>): Map<string, AcceptedDocument> {
  const accepted = new Map<string, AcceptedDocument>()
  for (const result of results) if (result.outcome === 'accepted') accepted.set(result.reference, result)
  return accepted
}

/** Sends both stages of documents. */
export async function sendAll(
  scene: XeroScene,
  documents: readonly Document[],
): Promise<Map<string, SendResult>> {
  const sales = await sendStage(scene, documents, 0)
  const payments = await sendStage(scene, documents, 1, acceptedIn(sales.values()))
  return new Map([...sales, ...payments])
}
