export {
  type Database,
  type DatabaseOptions,
  type EmbeddedOptions,
  openDatabase,
  type ServerOptions,
} from './database.js'
export {
  type Dispatch,
  type DispatchOptions,
  openDispatch,
  prepareDispatch,
} from './dispatch/open-dispatch.js'
export { createIdempotencyStore } from './idempotency/create-idempotency-store.js'
export type {
  IdempotencyKey,
  IdempotencyStore,
  IdempotencyTimes,
  KeptAnswer,
  KeyClaim,
} from './idempotency/idempotency-store.js'
export type { Schema } from './schema/schema.js'
export { schemaName } from './schema-name.js'
export { migrate } from './migrations/migrate.js'
export { createReader, longestRead, type Reader, type ReadStatement, type RunRead } from './reading/reader.js'
export { createStore } from './store/create-store.js'
export { inTransaction, type TransactionOptions } from './transactions/in-transaction.js'
export { jsonb } from './values/jsonb.js'

export { DatabaseDirectoryInUse, type DirectoryHolder } from './errors/database-directory-in-use.js'
export { MigrationFailed } from './errors/migration-failed.js'
export { OuterHandleInTransaction } from './errors/outer-handle-in-transaction.js'
export { QueryTooExpensive } from './errors/query-too-expensive.js'
export { isUniqueViolation, sqlStateOf } from './errors/sql-state.js'
export { type StoreEffect, type StoreTrouble, StoreUnavailable } from './errors/store-unavailable.js'
export { TransactionConflict } from './errors/transaction-conflict.js'
