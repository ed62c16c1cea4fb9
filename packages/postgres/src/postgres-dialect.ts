import {
  type AbortableOperationOptions,
  type DatabaseConnection,
  type Dialect,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  type PostgresPool,
  PostgresQueryCompiler,
} from 'kysely'
import { translateErrors } from './errors/translate-errors.js'
import { unavailableAtConnect } from './errors/unavailability.js'
import type { TransactionGuard } from './transactions/transaction-guard.js'

interface DialectOptions {
  /** Names the database in errors. */
  readonly description: string
  readonly guard: TransactionGuard
}

/** The one dialect of both kinds of database: they differ in the pool alone. */
export function postgresDialect(pool: PostgresPool, options: DialectOptions): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new GuardedDriver(pool, options),
    createIntrospector: (database) => new PostgresIntrospector(database),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}

/** kysely's driver with typed errors, that refuses the database handle inside a transaction. */
class GuardedDriver extends PostgresDriver {
  readonly #options: DialectOptions

  constructor(pool: PostgresPool, options: DialectOptions) {
    super({ pool })
    this.#options = options
  }

  override async acquireConnection(options?: AbortableOperationOptions): Promise<DatabaseConnection> {
    const { guard, description } = this.#options
    guard.refuseInside()
    try {
      const connection = await super.acquireConnection(options)
      translateErrors(description, connection)
      return connection
    } catch (error) {
      throw unavailableAtConnect(description, error)
    }
  }
}
