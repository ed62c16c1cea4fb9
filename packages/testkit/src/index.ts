export { type Clock, systemClock } from './clock/clock.js'
export { VirtualClock } from './clock/virtual-clock.js'
export { type FaultOrder, FaultQueue } from './fake/faults/fault-queue.js'
export type { Fault, FaultMoment } from './fake/faults/fault.js'
export {
  type FaultRule,
  type FaultScript,
  type FaultTarget,
  type OrderedFault,
  scriptedFaults,
  type SeededFaultOptions,
  seededFaults,
} from './fake/faults/fault-script.js'
export { withFaults } from './fake/faults/with-faults.js'
export { fakeFetch } from './fake/host/fake-fetch.js'
export { ConnectionFault, type FetchHandler } from './fake/host/fetch-handler.js'
export { mswHandlers, type MswHttp } from './fake/host/msw-handlers.js'
export { serveFake, type ServedFake } from './fake/host/serve-fake.js'
export {
  FakeLedger,
  type LedgerAccount,
  type LedgerEntry,
  type LedgerLine,
  type LedgerRange,
  type NewLedgerEntry,
  type TrialBalanceRow,
} from './fake/ledger/fake-ledger.js'
export { UnbalancedEntryError, UnknownLedgerAccountError } from './fake/ledger/ledger-errors.js'
export type { ReadOptions } from './oracle/read-revision.js'
export {
  differences,
  type SalesBook,
  type SalesDifference,
  type SalesTotals,
  type Sums,
} from './oracle/sales-book.js'
export { type SalesCounts, salesOf, type SalesOracle, salesOracle } from './oracle/sales-oracle.js'
export { type SeededRandom, seededRandom } from './random/seeded-random.js'
export {
  environmentVariable,
  programVersion,
  requirement,
  type Requirement,
  type RequirementOptions,
} from './requirement.js'
export { countScenarios, type ScenarioCounts } from './studio/count-scenarios.js'
export { playStudio, type StudioOptions } from './studio/play-studio.js'
export {
  studioConfiguration,
  studioMappingKeys,
  type StudioMappingKeys,
  studioSubscriber,
} from './studio/studio-configuration.js'
export type {
  WireAccountingConfiguration,
  WireActivity,
  WirePaymentMethod,
  WireProduct,
  WireRevenueCategory,
  WireSubscriber,
  WireTaxRate,
} from './studio/wire-configuration.js'
export type {
  WireMoney,
  WireOrder,
  WireOrderItem,
  WireOrderType,
  WirePayment,
  WireProductType,
  WireTax,
} from './studio/wire-order.js'
