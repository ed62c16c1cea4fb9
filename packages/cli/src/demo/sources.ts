import type { studioConfiguration } from '@ledgerpost/testkit'

export type WireConfiguration = ReturnType<typeof studioConfiguration>

/** What orders can ask the maps for, and by what name people know it. */
export interface Source {
  readonly kind: 'category' | 'method' | 'taxSet'
  readonly id: string
  readonly name: string
  /** For tax sets: what the platform says the rates come to, in per cent; zero for what is exempt. */
  readonly percent?: number
}

/** Orders to be played and what the platform tells about them. */
export interface Platform {
  readonly title: string
  readonly subscriberId: string
  readonly subscriber: Readonly<Record<string, unknown>>
  readonly configuration: WireConfiguration
  readonly sources: readonly Source[]
  readonly currency: string
  /** The first business date. */
  readonly startDate: string
  /** NDJSON in parts that are fed and synced one after the other. */
  waves(): Iterable<Iterable<string>> | AsyncIterable<AsyncIterable<string>>
}
