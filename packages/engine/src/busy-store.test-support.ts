import type { Store } from './ports/store.js'

/** A store that knows whether transactions are under way: while none are, work waits for nothing but the clock. */
export function busyStore(store: Store): { readonly store: Store; isBusy(): boolean } {
  let transactions = 0
  const counted = async <Result>(running: Promise<Result>): Promise<Result> => {
    transactions += 1
    try {
      return await running
    } finally {
      transactions -= 1
    }
  }
  return {
    store: {
      transaction: (of, work) => counted(store.transaction(of, work)),
      acrossSubscribers: (work) => counted(store.acrossSubscribers(work)),
    },
    isBusy: () => transactions > 0,
  }
}
