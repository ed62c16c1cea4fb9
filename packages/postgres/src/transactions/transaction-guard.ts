import { AsyncLocalStorage } from 'node:async_hooks'
import { OuterHandleInTransaction } from '../errors/outer-handle-in-transaction.js'

interface Scope {
  isOpen: boolean
}

/** Knows which code runs inside a transaction of one database, through every await. */
export class TransactionGuard {
  readonly #scopes = new AsyncLocalStorage<Scope>()

  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    const scope: Scope = { isOpen: true }
    try {
      return await this.#scopes.run(scope, work)
    } finally {
      // Work that was started inside and lives on may use the handle once the transaction is over.
      scope.isOpen = false
    }
  }

  /** @throws OuterHandleInTransaction when called by code inside a transaction. */
  refuseInside(): void {
    if (this.#scopes.getStore()?.isOpen === true) throw new OuterHandleInTransaction()
  }
}
