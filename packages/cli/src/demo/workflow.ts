import { setTimeout as sleep } from 'node:timers/promises'
import type { ApiClient } from './api-client.js'
import {
  accountingIntegration,
  type FeedSummary,
  feedSummary,
  linkAnswer,
  noAnswer,
  queuedSync,
  type SyncOutcome,
  syncRecord,
  type Targets,
} from './answers.js'
import type { Screen } from '../output/screen.js'
import type { Platform, Source } from './sources.js'

/** The documented workflow for one subscriber and one type of ledger, step by step as a client takes it. */
export interface Workflow {
  describePlatform(): Promise<void>
  link(settings: unknown): Promise<void>
  /** Maps every source to what the integrator lists by its target's name. */
  mapAndSave(targetNames: ReadonlyMap<Source, string>, summarise: boolean): Promise<void>
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
      await system.call('PUT', subscriber, noAnswer, platform.subscriber)
      await system.call('PUT', `${subscriber}/Configuration`, noAnswer, platform.configuration)
    },
    async link(settings) {
      const { AuthorisationUrl } = await owner.call('POST', `${integration}/Link`, linkAnswer, {
        Settings: settings,
      })
      if (AuthorisationUrl !== null) {
        await owner.call(
          'GET',
          `${integration}/Callback${await giveConsent(AuthorisationUrl)}`,
          accountingIntegration,
        )
      }
    },
    async mapAndSave(targetNames, summarise) {
      const { IntegrationConfiguration } = await owner.call(
        'GET',
        `${integration}/Initialize`,
        accountingIntegration,
      )
      if (!IntegrationConfiguration) throw new Error('The ledger is not linked.')
      const maps = mapsFor(platform.sources, targetNames, IntegrationConfiguration)
      await owner.call('POST', `${integration}/Map`, accountingIntegration, maps)
      const saved = await owner.call('POST', `${integration}/Save`, accountingIntegration, {
        Maps: maps,
        SynchronizationPreferences: { SummarizeData: summarise, StartDate: platform.startDate },
      })
      if (saved.Status !== configured)
        throw new Error(`After Save the status is ${saved.Status}, not Configured.`)
    },
    feed: (lines) => system.upload(`${subscriber}/Orders`, feedSummary, lines),
    async sync(screen, midway) {
      const { Id } = await owner.call('POST', `${integration}/Sync`, queuedSync)
      let isMidway = false
      for (;;) {
        const record = await owner.call('GET', `${history}('${Id}')?$expand=States`, syncRecord)
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

/** Goes to the consent page as a browser would and returns the query that it is sent back with. */
async function giveConsent(url: string): Promise<string> {
  const response = await fetch(url, { redirect: 'manual' })
  const location = response.headers.get('location')
  if (location === null)
    throw new Error(`The consent page answered ${response.status}: ${(await response.text()).slice(0, 500)}`)
  return new URL(location).search
}

function mapsFor(sources: readonly Source[], targetNames: ReadonlyMap<Source, string>, integrator: Targets) {
  const targetOf = (source: Source): string => {
    const candidates = source.kind === 'taxSet' ? integrator.TaxRates : integrator.Accounts
    const name = targetNames.get(source)
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

function isNoTax({ Id }: Targets['TaxRates'][number]): boolean {
  return Id === 'none' || Id === 'NONE'
}
