import { isConnectionReason, type Reason, type SendResult } from '@ledgerpost/core'
import type { LookUp } from '../look-up/moves.js'
import type { RpcAnswer } from '../rpc/rpc-answer.js'
import { lookAt, type Seen } from './look.js'
import { createMoves } from './prepare.js'
import type { SentMove } from './sent-moves.js'

/** What booking works with. */
export interface Booking extends LookUp {
  /** The moment after which nothing that changes the books leaves, in milliseconds since 1970 UTC. */
  readonly startBy: number
  linkOf(id: number): string
}

/** Where a step leads: another look, a refusal that is to be traced to a document, or the end for all that is left. */
type Step =
  | { readonly kind: 'look-again' }
  | { readonly kind: 'refused'; readonly reason: Reason }
  | { readonly kind: 'end'; resultOf(reference: string, id: number | undefined): SendResult }

const lookAgain: Step = { kind: 'look-again' }

/**
 * Brings moves into the books, or learns why that cannot be. Each round looks at what is there and goes one step on, so
 * that it does not matter how far an earlier send came, or what another one does meanwhile. What is refused is tried by
 * halves until it is known whom the refusal is about; that one's draft is deleted before it counts as rejected.
 */
export async function book(
  booking: Booking,
  moves: readonly SentMove[],
): Promise<ReadonlyMap<string, SendResult>> {
  const results = new Map<string, SendResult>()
  let left = moves
  let refusal: Reason | undefined
  let hasTried = false
  for (let round = 0; round < booking.limits.rounds; round += 1) {
    const look = await lookAt(booking, left)
    if (look.kind === 'failed')
      return end(results, left, hasTried ? openStep(look.reason.message) : rejectStep(look.reason))
    for (const [id, { reference }] of look.booked) results.set(reference, accepted(booking, reference, id))
    for (const { reference, message } of look.different) results.set(reference, unknown(reference, message))
    left = left.filter(({ reference }) => !results.has(reference))
    const cleared = await deleteDrafts(booking, look.surplus)
    if (left.length === 0) return results
    const step = cleared ?? (await nextStep(booking, look, refusal))
    if (step.kind === 'end') return end(results, left, step, look.drafts)
    if (step.kind === 'refused') {
      if (left.length > 1 && !isConnectionReason(step.reason.kind)) {
        return new Map([...results, ...(await byHalves(booking, left))])
      }
      refusal = step.reason
    }
    hasTried = true
  }
  const said = refusal ? ` It was refused: ${refusal.message}` : ''
  return end(results, left, openStep(`Somebody else works on it in Tryton at the same time.${said}`))
}

/** Takes the one step that what was seen asks for. */
async function nextStep(
  booking: Booking,
  { absent, drafts }: Seen,
  refusal: Reason | undefined,
): Promise<Step> {
  if (refusal !== undefined) {
    if (drafts.size === 0 || isConnectionReason(refusal.kind)) return rejectStep(refusal)
    return (await deleteDrafts(booking, [...drafts.keys()])) ?? lookAgain
  }
  if (absent.length > 0) {
    const answer = await change(booking, createMoves, [absent.map(({ values }) => values)])
    return answer.kind === 'done' ? lookAgain : stepAfter(answer)
  }
  const answer = await change(booking, 'model.account.move.post', [[...drafts.keys()]])
  if (answer.kind !== 'done') return stepAfter(answer)
  // Tryton answers null; whatever else it says is not taken for granted.
  if (answer.result !== null) return lookAgain
  return {
    kind: 'end',
    resultOf: (reference, id) =>
      id === undefined ? unknown(reference, 'was not posted') : accepted(booking, reference, id),
  }
}

function stepAfter(answer: Exclude<RpcAnswer, { kind: 'done' }>): Step {
  if (answer.kind === 'open') return openStep(answer.message)
  if (answer.kind === 'not-done') return rejectStep(answer.reason)
  return answer.reason.kind === 'stale' ? lookAgain : { kind: 'refused', reason: answer.reason }
}

/**
 * Deletes drafts one by one, for one that is gone already would keep the others.
 * @returns undefined when all are gone for certain
 */
async function deleteDrafts(booking: Booking, ids: readonly number[]): Promise<Step | undefined> {
  let step: Step | undefined
  for (const id of ids) {
    const answer = await change(booking, 'model.account.move.delete', [[id]])
    if (answer.kind === 'refused') step = lookAgain
    else if (answer.kind !== 'done') return stepAfter(answer)
  }
  return step
}

function change(
  { client, context, startBy }: Booking,
  method: string,
  parameters: readonly unknown[],
): Promise<RpcAnswer> {
  return client.call(method, [...parameters, context], startBy)
}

async function byHalves(booking: Booking, moves: readonly SentMove[]): Promise<Map<string, SendResult>> {
  const middle = Math.ceil(moves.length / 2)
  const first = await book(booking, moves.slice(0, middle))
  const second = await book(booking, moves.slice(middle))
  return new Map([...first, ...second])
}

/** Gives everything that is left its result. */
function end(
  results: Map<string, SendResult>,
  left: readonly SentMove[],
  step: Extract<Step, { kind: 'end' }>,
  drafts: ReadonlyMap<number, SentMove> = new Map(),
): ReadonlyMap<string, SendResult> {
  const ids = new Map([...drafts].map(([id, { reference }]) => [reference, id]))
  for (const { reference } of left) results.set(reference, step.resultOf(reference, ids.get(reference)))
  return results
}

function rejectStep(reason: Reason): Extract<Step, { kind: 'end' }> {
  return { kind: 'end', resultOf: (reference) => ({ outcome: 'rejected', reference, reason }) }
}

function openStep(message: string): Extract<Step, { kind: 'end' }> {
  return { kind: 'end', resultOf: (reference) => unknown(reference, message) }
}

function accepted({ linkOf }: Booking, reference: string, id: number): SendResult {
  return { outcome: 'accepted', reference, id: String(id), link: linkOf(id) }
}

function unknown(reference: string, message: string): SendResult {
  return {
    outcome: 'unknown',
    reference,
    message: message.startsWith(reference) ? message : `${reference}: ${message}`,
  }
}
