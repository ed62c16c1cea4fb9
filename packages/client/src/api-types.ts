import type { components } from './generated/api.js'

type Schemas = components['schemas']

export type AccountingConfiguration = Schemas['AccountingConfiguration']
export type AccountingConfigurationInput = Schemas['AccountingConfigurationInput']
/** What the platform told, as it is stored; its lists are there if `expand` names them. */
export type StoredConfiguration = Schemas['ODataAccountingConfiguration']
export type AccountingIntegration = Schemas['AccountingIntegration']
export type AccountingMap = Schemas['AccountingMap']
export type AccountingMapInput = Schemas['AccountingMapInput']
/** A business day: what was sold, and what became of it. */
export type Day = Schemas['Day']
export type Days = Schemas['Days']
export type Exclusion = Schemas['ODataExclusion']
export type FeedSummary = Schemas['FeedSummary']
export type IntegrationConfiguration = Schemas['IntegrationConfiguration']
export type LinkAnswer = Schemas['LinkAnswer']
export type LinkInput = Schemas['LinkInput']
export type MappingReview = Schemas['MappingReview']
/** An integrator that the server offers, and where the subscriber stands with it. */
export type OfferedIntegration = Schemas['OfferedIntegration']
/** An order as it is stored; what it contains is there if `expand` names it. */
export type Order = Schemas['ODataOrder']
export type OrderInput = Schemas['OrderInput']
export type OrderReceipt = Schemas['OrderReceipt']
/** Something of the platform, and how it is or could be mapped. */
export type ReviewedMapItem = Schemas['ReviewedMapItem']
export type SavedIntegrationInput = Schemas['SavedIntegrationInput']
export type SubscriberInput = Schemas['SubscriberInput']
export type SyncPacket = Schemas['ODataSyncPacket']
export type SyncRecord = Schemas['ODataSyncRecord']
export type SaveXeroTaxRateInput = Schemas['SaveXeroTaxRateInput']
export type SynchronizationPreferences = Schemas['SynchronizationPreferences']
