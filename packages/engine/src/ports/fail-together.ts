/**
 * Runs the work of one transaction with calls that share one fate: once a call failed, every later one fails for the
 * same reason, and so does the work, even if it caught the failure. Half of a call that failed is then never kept. When
 * the work is over, the calls can no longer be used.
 *
 * @param refuse is asked before every call and at the end, and throws when the transaction cannot go on.
 */
export async function failTogether<Calls extends object, Result>(
  calls: Calls,
  work: (calls: Calls) => Promise<Result>,
  refuse: () => void = () => undefined,
): Promise<Result> {
  let failure: { readonly error: unknown } | undefined
  let isOver = false
  const guarded = new Proxy(calls, {
    get(target, name) {
      const call: unknown = Reflect.get(target, name)
      if (typeof call !== 'function') return call
      return async (...parameters: readonly unknown[]): Promise<unknown> => {
        if (isOver) {
          throw new Error(
            `${String(name)} was called after its transaction had ended. Await every call in it.`,
          )
        }
        if (failure) throw failure.error
        try {
          refuse()
          const answer: unknown = await Reflect.apply(call, target, parameters)
          return answer
        } catch (error) {
          failure ??= { error }
          throw error
        }
      }
    },
  })
  try {
    const result = await work(guarded)
    if (failure) throw failure.error
    refuse()
    return result
  } finally {
    isOver = true
  }
}
