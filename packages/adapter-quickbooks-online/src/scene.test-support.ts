import type {
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
import {
  createFakeQuickBooksOnline,
  type FakeQuickBooksOnline,
  type FakeQuickBooksOnlineOptions,
} from '../fake/index.js'
import { createQuickBooksOnlineAdapter } from './create-quickbooks-online-adapter.js'
import { defaultLimits, type QuickBooksOnlineLimits } from './limits.js'

export interface Scene {
  readonly clock: VirtualClock
  readonly fake: FakeQuickBooksOnline
  readonly adapter: Adapter
  readonly environment: AdapterEnvironment
  readonly connection: Connection
  /** Aborts what the connection does. */
  readonly stop: AbortController
  /** Every text that was logged. */
  readonly logged: readonly string[]
  grant(): Grant
  /** As inspected the first time. */
  configuration(): Promise<IntegratorConfiguration>
}

export interface SceneOptions extends Omit<FakeQuickBooksOnlineOptions, 'clock'> {
  /** By default the fake is asked directly, without a network. */
  readonly fetch?: Fetch
  readonly limits?: Partial<QuickBooksOnlineLimits>
  readonly settings?: Readonly<Record<string, string>>
  readonly fake?: FakeQuickBooksOnline
  readonly clock?: VirtualClock
  /** Turns that are shared with other scenes. */
  readonly turns?: SharedTurns
}

/** A gate that never waits, for tests in which nobody lets the clock go on. */
const unhurried: QuickBooksOnlineLimits['calls'] = {
  ...defaultLimits.calls,
  count: 1_000_000,
  burst: 100_000,
}

/** A fake and an adapter that has been linked to its first company by the whole authorisation flow. */
export async function createScene(options: SceneOptions = {}): Promise<Scene> {
  const { clock = new VirtualClock(), limits = {}, settings = {} } = options
  const fake = options.fake ?? createFakeQuickBooksOnline({ rateLimits: false, ...options, clock })
  const logged: string[] = []
  const log = (fields: unknown, message: string): void => void logged.push(JSON.stringify([fields, message]))
  const environment: AdapterEnvironment = {
    fetch: options.fetch ?? fakeFetch(fake.handler),
    clock,
    logger: { debug: log, info: log, warn: log, error: log },
  }
  const adapter = createQuickBooksOnlineAdapter({ ...fake.app, limits: { calls: unhurried, ...limits } })
  const tokens = await linkByOAuth(adapter, environment)
  const stop = new AbortController()
  const connection = adapter.connect({
    ...environment,
    subscriberId: '1234',
    settings,
    organisationId: fake.books().company.realmId,
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
export async function documentsOf(scene: Scene, packets: readonly MappedPacket[]): Promise<Document[]> {
  const configuration = await scene.configuration()
  return packets.flatMap((packet) => {
    const rendering = scene.adapter.render(packet, configuration)
    if (!rendering.ok) throw new Error(`${rendering.code}: ${rendering.message}`)
    return rendering.documents
  })
}

/** Sends documents, and says by reference what became of each. */
export async function sendAll(
  scene: Scene,
  documents: readonly Document[],
): Promise<Map<string, SendResult>> {
  const results = new Map<string, SendResult>()
  for (const submission of scene.connection.prepare(documents, new Map()))
    for (const result of await scene.connection.send(submission, Infinity))
      results.set(result.reference, result)
  return results
}

export function outcomesOf(results: Iterable<SendResult>): string[] {
  return [...results].map(({ outcome }) => outcome)
}

/** In short: `accepted`, `unknown`, or the reason of the refusal. */
export function verdictsOf(results: Iterable<SendResult>): string[] {
  return [...results].map((result) => (result.outcome === 'rejected' ? result.reason.kind : result.outcome))
}

/** The wire entity within a document. */
export function entityIn(document: Document | undefined): object {
  const entity = document?.content['entity']
  return typeof entity === 'object' && entity !== null ? entity : {}
}
