import type { components } from './generated/api.js'

type Schemas = components['schemas']

export type AccountingConfiguration = Schemas['AccountingConfiguration']
export type AccountingConfigurationInput = Schemas['AccountingConfigurationInput']
export type AccountingIntegration = Schemas['AccountingIntegration']
export type AccountingMap = Schemas['AccountingMap']
export type AccountingMapInput = Schemas['AccountingMapInput']
export type Exclusion = Schemas['Exclusion']
export type FeedSummary = Schemas['FeedSummary']
export type IntegrationConfiguration = Schemas['IntegrationConfiguration']
export type LinkAnswer = Schemas['LinkAnswer']
export type LinkInput = Schemas['LinkInput']
export type OrderInput = Schemas['OrderInput']
export type OrderReceipt = Schemas['OrderReceipt']
export type SavedIntegrationInput = Schemas['SavedIntegrationInput']
export type SubscriberInput = Schemas['SubscriberInput']
export type SyncPacket = Schemas['SyncPacket']
export type SyncRecord = Schemas['SyncRecord']
export type SynchronizationPreferences = Schemas['SynchronizationPreferences']

/** An entity of OData of which the options of the query decide what it has. */
export type ODataEntity = Readonly<Record<string, unknown>>
