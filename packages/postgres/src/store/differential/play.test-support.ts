import { fc } from '@fast-check/vitest'
import { LedgerpostError } from '@ledgerpost/core'
import type { Store } from '@ledgerpost/engine'
import { documentSteps } from './document-steps.test-support.js'
import { packetSteps } from './packet-steps.test-support.js'
import type { CommonStep, Player, ScopedStep, Step } from './step.test-support.js'
import { subscriberSteps } from './subscriber-steps.test-support.js'
import { commonSteps, jobSteps } from './work-steps.test-support.js'

interface Manner {
  /** Whether the work goes on when a step fails. */
  readonly isCatching: boolean
  /** Whether the work throws at its end. */
  readonly isFailing: boolean
}

/** One transaction: in the scope of a subscriber, or across all. */
export type Play = Manner &
  (
    | { readonly subscriber: number; readonly steps: readonly ScopedStep[] }
    | { readonly subscriber: null; readonly steps: readonly CommonStep[] }
  )

const manner = {
  isCatching: fc.boolean(),
  isFailing: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
}

/** Mostly short, since what follows a failure fails as well. */
const some = <Each>(steps: readonly fc.Arbitrary<Each>[]): fc.Arbitrary<readonly Each[]> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.array(fc.oneof(...steps), { minLength: 1, maxLength: 1 }) },
    { weight: 2, arbitrary: fc.array(fc.oneof(...steps), { minLength: 2, maxLength: 5, size: 'max' }) },
  )

const scopedPlay = (steps: readonly fc.Arbitrary<ScopedStep>[]): fc.Arbitrary<Play> =>
  fc.record({ ...manner, subscriber: fc.constantFrom(0, 0, 0, 0, 1), steps: some(steps) })

/** Transactions that go to the same rows, and such that mix everything. */
export const plays: fc.Arbitrary<readonly Play[]> = fc.array(
  fc.oneof(
    scopedPlay(subscriberSteps),
    scopedPlay(packetSteps),
    scopedPlay(documentSteps),
    scopedPlay(documentSteps),
    scopedPlay([...subscriberSteps, ...packetSteps, ...documentSteps, ...jobSteps]),
    scopedPlay(jobSteps),
    fc.record({ ...manner, subscriber: fc.constant(null), steps: some(commonSteps) }),
  ),
  { minLength: 5, maxLength: 20, size: 'max' },
)

/** Does one transaction, and tells what every step and the transaction itself was answered. */
export async function play(
  store: Store,
  { subscriber, steps, ...how }: Play,
  player: Player,
): Promise<unknown> {
  const answers: unknown[] = []
  const work = async <Transaction>(transaction: Transaction, all: readonly Step<Transaction>[]) => {
    for (const each of all) {
      try {
        answers.push(plain(await each.run(transaction, player)))
      } catch (error) {
        answers.push(described(error))
        if (!how.isCatching) throw error
      }
    }
    if (how.isFailing) throw new RangeError('The work failed.')
  }
  try {
    if (subscriber === null) await store.acrossSubscribers((transaction) => work(transaction, steps))
    else {
      const scope = player.names.of('subscriber', subscriber)
      await store.transaction(scope, (transaction) => work(transaction, steps))
    }
  } catch (error) {
    answers.push({ transaction: described(error) })
  }
  return answers
}

/** Of a SQLSTATE its class: which of several broken rules PostgreSQL meets first depends on its plan. */
function described(error: unknown): string {
  if (error instanceof LedgerpostError) return `${error.name} ${error.code}: ${error.message}`
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? `class ${code.slice(0, 2)}` : String(error)
}

/** Without what may differ: places in the order of creation, and the order of what has none. */
export function plain(answer: unknown): unknown {
  if (answer instanceof Map)
    return { map: Object.fromEntries([...answer].map(([key, value]) => [key, plain(value)])) }
  if (Array.isArray(answer)) return answer.map(plain)
  if (typeof answer !== 'object' || answer === null) return answer
  return Object.fromEntries(
    Object.entries(answer)
      .filter(([name]) => name !== 'ordinal')
      .map(([name, value]: [string, unknown]) => [
        name,
        name === 'shareDigests' && Array.isArray(value) ? value.map(String).toSorted() : plain(value),
      ]),
  )
}
