import type { Logger } from '@ledgerpost/core'
import type { Engine } from '@ledgerpost/engine'
import type { Reader } from '@ledgerpost/postgres'
import type { Enumeration } from '../wire/enumeration.js'

/** What routes work with. */
export interface RouteDependencies {
  readonly engine: Engine
  /** Reads what the resources show. */
  readonly reader: Reader
  /** EAccountingIntegrationType, as far as this server offers it. */
  readonly types: Enumeration<string>
  /** Has the worker look for work at once. */
  readonly wake: () => void
  readonly logger: Logger
  readonly newId: () => string
  /** Where clients reach the server, without a slash at the end; by default, where the request came in. */
  readonly publicUrl: string | undefined
}
