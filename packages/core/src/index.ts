export { LedgerpostError, type LedgerpostErrorOptions } from './errors/ledgerpost-error.js'
export { UnsupportedCapabilityError } from './errors/unsupported-capability.js'

export { type CurrencyCode, isCurrencyCode, minorUnitDigits } from './money/currency.js'
export { type DecimalReading, type DecimalText, readDecimal } from './money/decimal.js'
export { type AmountReading, formatAmount, type MinorUnits, readAmount } from './money/amount.js'
export { sumOf } from './money/sum.js'

export {
  addDays,
  type CalendarDate,
  type Instant,
  isCalendarDate,
  isLocalDateTime,
  type LocalDateTime,
  toInstant,
} from './calendar/calendar-date.js'
export {
  businessDateOfLocal,
  type CutOffMinutes,
  instantOfLocal,
  isTimeZone,
  localTimeAt,
} from './calendar/business-date.js'
export { isLocalTime, type LocalTime } from './calendar/local-time.js'

export { paidOf } from './order/paid.js'
export {
  type Order,
  type OrderCost,
  type OrderItem,
  type OrderTax,
  type OrderType,
  orderTypes,
  type Payment,
  type ProductType,
  productTypes,
  type Purchaser,
} from './order/order.js'
export type { FedOrder } from './order/fed-order.js'
export { type OrderInput, orderInput } from './order/order-input.js'
export { type OrderProblem, type OrderReading, readOrder, type TradingTerms } from './order/read-order.js'
export { type BalanceCheck, checkBalance } from './order/balance.js'
export { orderFromJson, type OrderJson, orderToJson } from './order/order-json.js'

export {
  type Cell,
  type CellCoordinates,
  cellKey,
  collectCells,
  type Contribution,
} from './contribution/cell.js'
export {
  categoryOf,
  roundingCategory,
  taxSetId,
  taxSetOf,
  tenderExchangeCategory,
} from './contribution/category.js'
export { type CellJson, contributionFromJson, contributionToJson } from './contribution/contribution-json.js'
export { contribute, paymentsByMethod } from './contribution/contribute.js'
export {
  allocate,
  AllocationError,
  type AllocationErrorCode,
  type Margins,
  verifyAllocation,
  type Violation,
} from './contribution/controlled-rounding/index.js'
export { difference } from './contribution/difference.js'

export type { Packet, PacketContent, PacketPayment, PacketSeries, RequestItem } from './packet/packet.js'
export { type Digest, documentReference, packetKey, seriesKey } from './packet/packet-key.js'
export { contentOfCells, requestItemsOf } from './packet/content-of-cells.js'
export { packOrder } from './packet/pack-order.js'
export { type PacketPart, partsOf } from './packet/parts.js'
export { summarySeriesOf } from './packet/summary-series.js'
export { evidenceOf, type OrderShare, shareDigest } from './packet/evidence.js'

export {
  type MapAssignment,
  type MapKind,
  mapKinds,
  type MapLookup,
  type MapRule,
  type MissingMapping,
  type Modifier,
} from './mapping/map-rule.js'
export { mapLookup, ruleKey } from './mapping/map-lookup.js'
export {
  type MappedLine,
  type MappedPacket,
  type MappedPart,
  type MappedPayment,
  mapPacket,
  type PacketMapping,
} from './mapping/map-packet.js'
export type {
  ActiveStatus,
  PaymentMethod,
  PlatformConfiguration,
  Product,
  RevenueCategory,
  TaxRate,
} from './mapping/platform-configuration.js'
export type {
  IntegratorAccount,
  IntegratorConfiguration,
  IntegratorTaxRate,
  TaxComponent,
  TrackingCategory,
  TrackingOption,
} from './mapping/integrator-configuration.js'
export {
  type BrokenRule,
  brokenRules,
  type MappingVerdict,
  type OccurringSource,
  requiredSources,
  validateMaps,
} from './mapping/validate.js'
export { suggestMaps, type Suggestion } from './mapping/suggest.js'
export { type Coverage, coverageOf, grossOf, type MissingAmount } from './mapping/coverage.js'
export { type MapReview, type ReviewedSource, reviewMaps } from './mapping/review-maps.js'

export {
  isResendable,
  mayFollow,
  type PacketState,
  type PacketStatus,
  packetStatuses,
} from './history/packet-state.js'
export {
  type ExclusionReason,
  exclusionReasons,
  type SyncCounts,
  type SyncState,
  type SyncStatus,
  syncStatuses,
} from './history/sync-record.js'

export {
  allowedIn,
  checkAction,
  type IntegrationAction,
  integrationActions,
  type IntegrationStatus,
  integrationStatuses,
  nextSteps,
  statusAfter,
  type UnavailableReason,
  unavailableReasons,
} from './integration/status.js'
export { defaultPreferences, type SynchronizationPreferences } from './integration/preferences.js'

export type { Adapter, Connection, LedgerEntry, Rendering } from './adapter/v1/adapter.js'
export type { AdapterModule } from './adapter/v1/adapter-module.js'
export type { Authorisation, AuthorisationRequest, Grant, Organisation } from './adapter/v1/authorisation.js'
export type {
  AdapterEnvironment,
  Clock,
  ConnectionContext,
  Fetch,
  Logger,
  SharedTurns,
  TokenSource,
} from './adapter/v1/context.js'
export {
  type AcceptedDocument,
  type Document,
  type DocumentContent,
  type DocumentIdentity,
  type DocumentKind,
  documentKinds,
  type FoundDocument,
  type Posting,
} from './adapter/v1/document.js'
export { IntegratorError } from './adapter/v1/integrator-error.js'
export type { CallLimit, Capability, Manifest } from './adapter/v1/manifest.js'
export { isConnectionReason, type Reason, type ReasonKind, reasonKinds } from './adapter/v1/reason.js'
export type { SendResult, Submission } from './adapter/v1/send.js'
export type { StandardResult, StandardSchema } from './adapter/v1/standard-schema.js'
export type { TaxRateDraft } from './adapter/v1/tax-rate.js'

export type { OrderPortion, OrderPull, OrderSource } from './order-source/v1/order-source.js'
export { OrderSourceError, type OrderSourceFault } from './order-source/v1/order-source-error.js'
