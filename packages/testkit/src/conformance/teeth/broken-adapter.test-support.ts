import type { Adapter, Connection, ConnectionContext, SendResult } from '@ledgerpost/core'
import { conformanceSubject } from '@ledgerpost/adapter-template/conformance'
import type { ConformanceScene, ConformanceSubject } from '../subject.js'

/** What is wrong with an adapter that is otherwise as it should be. */
export interface Breakage {
  /** The requirement that must notice. */
  readonly breaks: string
  /** What its author did. */
  readonly mistake: string
  readonly adapter?: (adapter: Adapter) => Partial<Adapter>
  readonly connection?: (connection: Connection, context: ConnectionContext) => Partial<Connection>
  readonly scene?: (scene: ConformanceScene) => Partial<ConformanceScene>
  /** Whether it calls past the fetch that it was given. */
  readonly isUnwatched?: boolean
}

/** The template's adapter with one mistake in it. */
export function brokenSubject({
  mistake,
  adapter,
  connection,
  scene,
  isUnwatched,
}: Breakage): ConformanceSubject {
  return {
    name: mistake,
    transport: 'http',
    async open(environment) {
      const whole = await conformanceSubject.open(
        isUnwatched ? { ...environment, through: (fetch) => fetch } : environment,
      )
      const broken: Adapter = { ...whole.adapter, ...adapter?.(whole.adapter) }
      return {
        ...whole,
        adapter: broken,
        async connect(signal) {
          const healthy = await whole.connect(signal)
          const context = { ...contextOf(environment, signal) }
          return { ...healthy, ...connection?.(healthy, context) }
        },
        ...scene?.(whole),
      }
    },
  }
}

function contextOf(
  { clock, logger }: Pick<ConnectionContext, 'clock' | 'logger'>,
  signal: AbortSignal,
): ConnectionContext {
  return {
    clock,
    logger,
    signal,
    fetch: () => Promise.reject(new Error('Broken adapters call through healthy ones.')),
    subscriberId: '1',
    settings: {},
    organisationId: null,
    tokens: null,
  }
}

/** Results changed one by one. */
export function sendingOtherwise(
  change: (result: SendResult) => SendResult,
): NonNullable<Breakage['connection']> {
  return (connection) => ({
    send: async (submission, startBy) => (await connection.send(submission, startBy)).map(change),
  })
}

/** Declares a capability at another level. */
export function declaring(
  name: 'readBack' | 'forcedTax',
  level: 'limited' | 'none',
): NonNullable<Breakage['adapter']> {
  return ({ manifest }) => ({
    manifest: { ...manifest, capabilities: { ...manifest.capabilities, [name]: { level } } },
  })
}
