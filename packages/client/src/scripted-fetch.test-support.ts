import type { Fetch } from './transport.js'

export interface ScriptedFetch {
  readonly fetch: Fetch
  /** What was asked, in order. */
  readonly asked: readonly Request[]
}

/** Gives the answers one after the other; an Error is thrown. There is nothing after the last. */
export function scriptedFetch(...answers: readonly (Response | Error)[]): ScriptedFetch {
  const asked: Request[] = []
  return {
    asked,
    fetch(input, init) {
      const answer = answers[asked.length]
      asked.push(new Request(input, init))
      if (answer === undefined) throw new RangeError(`Nobody expected a request to ${input}.`)
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
    },
  }
}
