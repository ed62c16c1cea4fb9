import type { components } from './generated/api.js'

type Schemas = components['schemas']

export type AccountingConfiguration = Schemas['AccountingConfiguration']
export type AccountingConfigurationInput = Schemas['AccountingConfigurationInput']
/** What the platform told, as it is stored; its lists are there if `expand` names them. */
export type StoredConfiguration = Schemas['ODataAccountingConfiguration']
export type AccountingIntegration = Schemas['AccountingIntegration']
export type AccountingMap = Schemas['AccountingMap']
export type AccountingMapInput = Schemas['AccountingMapInput']
export type Exclusion = Schemas['ODataExclusion']
export type FeedSummary = Schemas['FeedSummary']
export type IntegrationConfiguration = Schemas['IntegrationConfiguration']
export type LinkAnswer = Schemas['LinkAnswer']
export type LinkInput = Schemas['LinkInput']
/** An order as it is stored; what it contains is there if `expand` names it. */
export type Order = Schemas['ODataOrder']
export type OrderInput = Schemas['OrderInput']
export type OrderReceipt = Schemas['OrderReceipt']
export type SavedIntegrationInput = Schemas['SavedIntegrationInput']
export type SubscriberInput = Schemas['SubscriberInput']
export type SyncPacket = Schemas['ODataSyncPacket']
export type SyncRecord = Schemas['ODataSyncRecord']
export type SaveXeroTaxRateInput = Schemas['SaveXeroTaxRateInput']
export type SynchronizationPreferences = Schemas['SynchronizationPreferences']
