import type {
  CalendarDate,
  FedOrder,
  MapAssignment,
  PlatformConfiguration,
  SynchronizationPreferences,
  TaxRateDraft,
} from '@ledgerpost/core'
import { initialise, type IntegrationView } from './configuration/initialise.js'
import { integrations, type OfferedIntegration } from './configuration/integrations.js'
import { map } from './configuration/map.js'
import { deactivate, remove } from './configuration/retire.js'
import { mappingReview, type MappingReview } from './configuration/review.js'
import { save } from './configuration/save.js'
import { saveTaxRate } from './configuration/save-tax-rate.js'
import { savePlatformConfiguration, saveSubscriber } from './configuration/subscriber.js'
import type { EngineEnvironment, User } from './environment.js'
import { feedOrders } from './feed/feed-orders.js'
import type { OrderReceipt } from './feed/order-receipt.js'
import { days, type Days } from './history/days.js'
import {
  exclusionsOfRecord,
  packetsOfRecord,
  type PacketView,
  type RecordView,
  syncHistory,
  syncRecord,
} from './history/history.js'
import { finishLink, link, type LinkAnswer } from './linking/link.js'
import { resealGrants, type ResealReport } from './linking/reseal-grants.js'
import type { Subscriber } from './ports/subscriber-store.js'
import type { Exclusion } from './ports/sync-store.js'
import { markRestored } from './restoration/mark-restored.js'
import { requestRefresh, requestResync, requestSync } from './sync/request-sync.js'

/** An integration is addressed by its subscriber and type, as in the API. */
export interface IntegrationAddress {
  readonly subscriberId: string
  readonly type: string
}

/** What the API's actions are made of. Errors are NotFound, Conflict, InvalidInput, UnsupportedCapabilityError and IntegratorError. */
export interface Engine {
  /** See `markRestored`. */
  markRestored(forMilliseconds: number): Promise<void>
  saveSubscriber(subscriber: Omit<Subscriber, 'configuration'>): Promise<void>
  savePlatformConfiguration(subscriberId: string, configuration: PlatformConfiguration): Promise<void>
  feedOrders(
    subscriberId: string,
    feed: AsyncIterable<FedOrder> | Iterable<FedOrder>,
  ): AsyncIterable<OrderReceipt>

  /** Every integrator that is offered, in the order of the adapters. */
  integrations(subscriberId: string): Promise<readonly OfferedIntegration[]>
  initialise(address: IntegrationAddress): Promise<IntegrationView>
  /** See `MappingReview`. @throws Conflict when the integration is not linked */
  mappingReview(address: IntegrationAddress): Promise<MappingReview>
  link(
    request: IntegrationAddress & {
      readonly settings: unknown
      readonly redirectUri: string
      readonly user: User
    },
  ): Promise<LinkAnswer>
  finishLink(callback: IntegrationAddress & { readonly url: string }): Promise<void>
  map(
    request: IntegrationAddress & { readonly assignments: readonly MapAssignment[]; readonly user: User },
  ): Promise<IntegrationView>
  save(
    request: IntegrationAddress & {
      readonly assignments: readonly MapAssignment[]
      readonly preferences: Partial<SynchronizationPreferences> | null
      readonly user: User
    },
  ): Promise<IntegrationView>
  saveTaxRate(
    request: IntegrationAddress & { readonly draft: TaxRateDraft; readonly user: User },
  ): Promise<void>
  deactivate(address: IntegrationAddress): Promise<IntegrationView>
  remove(address: IntegrationAddress): Promise<IntegrationView>

  /** Seals all grants with the current key, after a change of keys. */
  resealGrants(): Promise<ResealReport>

  requestRefresh(address: IntegrationAddress): Promise<void>
  requestSync(request: IntegrationAddress & { readonly user: User }): Promise<{ readonly recordId: string }>
  requestResync(request: IntegrationAddress & { readonly recordId: string }): Promise<void>

  /** See `Days`. Both days are included. */
  days(
    request: IntegrationAddress & { readonly from: CalendarDate; readonly to: CalendarDate },
  ): Promise<Days>
  syncHistory(
    subscriberId: string,
    page: { readonly before: string | null; readonly limit: number },
  ): Promise<readonly RecordView[]>
  syncRecord(subscriberId: string, recordId: string): Promise<RecordView>
  packetsOfRecord(
    subscriberId: string,
    recordId: string,
    page: { readonly after: bigint; readonly limit: number; readonly orderIds: number },
  ): Promise<readonly PacketView[]>
  exclusionsOfRecord(
    subscriberId: string,
    recordId: string,
    page: { readonly after: string | null; readonly limit: number },
  ): Promise<readonly Exclusion[]>
}

export function createEngine(environment: EngineEnvironment): Engine {
  return {
    markRestored: (forMilliseconds) => markRestored(environment, forMilliseconds),
    saveSubscriber: (subscriber) => saveSubscriber(environment, subscriber),
    savePlatformConfiguration: (subscriberId, configuration) =>
      savePlatformConfiguration(environment, subscriberId, configuration),
    feedOrders: (subscriberId, feed) => feedOrders(environment, subscriberId, feed),
    integrations: (subscriberId) => integrations(environment, subscriberId),
    initialise: ({ subscriberId, type }) => initialise(environment, subscriberId, type),
    mappingReview: ({ subscriberId, type }) => mappingReview(environment, subscriberId, type),
    link: (request) => link(environment, request),
    finishLink: (callback) => finishLink(environment, callback),
    map: (request) => map(environment, request),
    save: (request) => save(environment, request),
    saveTaxRate: (request) => saveTaxRate(environment, request),
    deactivate: ({ subscriberId, type }) => deactivate(environment, subscriberId, type),
    remove: ({ subscriberId, type }) => remove(environment, subscriberId, type),
    resealGrants: () => resealGrants(environment),
    requestRefresh: (address) => requestRefresh(environment, address),
    requestSync: (request) => requestSync(environment, request),
    requestResync: (request) => requestResync(environment, request),
    days: ({ subscriberId, type, ...span }) => days(environment, subscriberId, type, span),
    syncHistory: (subscriberId, page) => syncHistory(environment, subscriberId, page),
    syncRecord: (subscriberId, recordId) => syncRecord(environment, subscriberId, recordId),
    packetsOfRecord: (subscriberId, recordId, page) =>
      packetsOfRecord(environment, subscriberId, recordId, page),
    exclusionsOfRecord: (subscriberId, recordId, page) =>
      exclusionsOfRecord(environment, subscriberId, recordId, page),
  }
}
