import { setTimeout as sleep } from 'node:timers/promises'
import type { PlannedAccount } from './account-plan.js'
import type { ApiClient } from './api-client.js'
import type { Screen } from './screen.js'
import type { Platform, Source } from './sources.js'

interface NamedId {
  readonly Id: string
  readonly Name: string
}

interface AccountingIntegration {
  readonly Status: number
  readonly IntegrationConfiguration: {
    readonly Accounts: readonly NamedId[]
    readonly TaxRates: readonly NamedId[]
  } | null
}

export interface SyncOutcome {
  readonly Id: string
  readonly States: readonly { readonly Status: string; readonly Message?: string | null }[]
  readonly Outcome: Readonly<
    Record<
      | 'Read'
      | 'Packed'
      | 'Unchanged'
      | 'Excluded'
      | 'Pending'
      | 'Held'
      | 'Sending'
      | 'Sent'
      | 'Rejected'
      | 'InDoubt',
      number
    >
  >
}

export interface FeedSummary {
  readonly Accepted: number
  readonly Unchanged: number
  readonly Stale: number
  readonly Rejected: number
  readonly Errors: readonly {
    readonly Position: number
    readonly OrderId: string | null
    readonly Problems: readonly { readonly Member: string; readonly Problem: string }[]
  }[]
}

/** The documented workflow for one subscriber and one type of ledger, step by step as a client takes it. */
export interface Workflow {
  describePlatform(): Promise<void>
  link(settings: unknown): Promise<void>
  /** Maps every source to the account that was planned for it. */
  mapAndSave(plan: readonly PlannedAccount[], summarise: boolean): Promise<void>
  feed(lines: Iterable<string> | AsyncIterable<string>): Promise<FeedSummary>
  /** Syncs and waits until the record says how it ended; `midway` is called once when the sending has begun. */
  sync(screen: Screen, midway: () => Promise<void>): Promise<SyncOutcome>
}

const mapTypes = { taxSet: 0, category: 1, method: 2 } as const satisfies Record<Source['kind'], number>
const pollMilliseconds = 150
const configured = 3

export function createWorkflow(
  platform: Platform,
  type: string,
  owner: ApiClient,
  system: ApiClient,
): Workflow {
  const subscriber = `/Subscriber_${platform.subscriberId}`
  const integration = `${subscriber}/AccountingIntegration/Type_${type}`
  const history = `/odata/v4${subscriber}/SyncHistory`
  return {
    async describePlatform() {
      await system.call('PUT', subscriber, platform.subscriber)
      await system.call('PUT', `${subscriber}/Configuration`, platform.configuration)
    },
    async link(settings) {
      const answer = await owner.call<{ AuthorizationUrl?: string } | undefined>(
        'POST',
        `${integration}/Link`,
        settings,
      )
      if (answer?.AuthorizationUrl) await giveConsent(answer.AuthorizationUrl)
    },
    async mapAndSave(plan, summarise) {
      const { IntegrationConfiguration } = await owner.call<AccountingIntegration>(
        'GET',
        `${integration}/Initialize`,
      )
      if (!IntegrationConfiguration) throw new Error('The ledger is not linked.')
      const maps = mapsFor(platform.sources, plan, IntegrationConfiguration)
      await owner.call('POST', `${integration}/Map`, maps)
      const saved = await owner.call<AccountingIntegration>('POST', `${integration}/Save`, {
        Maps: maps,
        SynchronizationPreferences: { SummarizeData: summarise, StartDate: platform.startDate },
      })
      if (saved.Status !== configured)
        throw new Error(`After Save the status is ${saved.Status}, not Configured.`)
    },
    feed: (lines) => system.upload<FeedSummary>(`${subscriber}/Orders`, lines),
    async sync(screen, midway) {
      const { Id } = await owner.call<{ Id: string }>('POST', `${integration}/Sync`)
      let isMidway = false
      for (;;) {
        const record = await owner.call<SyncOutcome>('GET', `${history}('${Id}')`)
        const { Outcome: counts, States } = record
        const status = States.at(-1)?.Status
        const packets =
          counts.Pending + counts.Held + counts.Sending + counts.Sent + counts.Rejected + counts.InDoubt
        const isDone = status === 'Success' || status === 'Failed'
        screen.progress(
          'sending',
          counts.Sent + (isDone ? packets - counts.Sent : 0),
          Math.max(packets, 1),
          `${counts.Sent} of ${packets} packets in the ledger`,
        )
        if (isDone) return record
        if (!isMidway && counts.Sending + counts.Sent > 0) {
          isMidway = true
          await midway()
        }
        await sleep(pollMilliseconds)
      }
    },
  }
}

/** Goes where a browser would be sent: the consent page, which leads back to the server. */
async function giveConsent(url: string): Promise<void> {
  const response = await fetch(url)
  if (!response.ok)
    throw new Error(`Linking ended with ${response.status}: ${(await response.text()).slice(0, 500)}`)
}

function mapsFor(
  sources: readonly Source[],
  plan: readonly PlannedAccount[],
  integrator: { readonly Accounts: readonly NamedId[]; readonly TaxRates: readonly NamedId[] },
) {
  const planned = new Map(plan.map(({ source, account }) => [source, account]))
  const targetOf = (source: Source): string => {
    const candidates = source.kind === 'taxSet' ? integrator.TaxRates : integrator.Accounts
    const name = planned.get(source)
    const target =
      name === undefined
        ? candidates.find(isNoTax)
        : candidates.find(({ Id, Name }) => Id === name || Name === name)
    if (!target)
      throw new Error(
        `The ledger has nothing by the name ${name ?? 'of no tax'} for ${source.kind} ${source.id}.`,
      )
    return target.Id
  }
  return Object.entries(mapTypes).map(([kind, MapType]) => ({
    MapType,
    MapItems: sources
      .filter((source) => source.kind === kind)
      .map((source) => ({ MindbodyId: source.id, IntegrationId: targetOf(source) })),
  }))
}

function isNoTax({ Id }: NamedId): boolean {
  return Id === 'none' || Id === 'NONE'
}
