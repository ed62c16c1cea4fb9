import { IntegratorError, isConnectionReason, type Reason } from '@ledgerpost/core'
import { type LookUp, type Move, readMoves } from '../look-up/moves.js'
import type { SentMove } from './sent-moves.js'
import { standingOf } from './standing.js'

/** What a look at the books shows of moves that are being sent. */
export type Look = { readonly kind: 'failed'; readonly reason: Reason } | ({ readonly kind: 'seen' } & Seen)

export interface Seen {
  readonly absent: readonly SentMove[]
  /** By the id of their draft. */
  readonly drafts: ReadonlyMap<number, SentMove>
  readonly booked: ReadonlyMap<number, SentMove>
  readonly different: readonly { readonly reference: string; readonly message: string }[]
  /** Drafts that are to go. */
  readonly surplus: readonly number[]
}

/** Looks how moves stand in the books. Never throws for what the connection does. */
export async function lookAt(lookUp: LookUp, moves: readonly SentMove[]): Promise<Look> {
  const found = new Map<string, Move[]>(moves.map(({ reference }) => [reference, []]))
  try {
    for (const move of await readMoves(lookUp, [...found.keys()])) found.get(move.reference)?.push(move)
  } catch (error) {
    if (!(error instanceof IntegratorError)) throw error
    const { kind, message } = error.reason
    return {
      kind: 'failed',
      reason: isConnectionReason(kind) ? error.reason : { kind: 'transient', message },
    }
  }
  const absent: SentMove[] = []
  const drafts = new Map<number, SentMove>()
  const booked = new Map<number, SentMove>()
  const different: { reference: string; message: string }[] = []
  const surplus: number[] = []
  for (const move of moves) {
    const { reference } = move
    const standing = standingOf(move, found.get(reference) ?? [])
    if (standing.kind === 'absent') absent.push(move)
    else if (standing.kind === 'different') different.push({ reference, message: standing.message })
    else {
      const place = standing.kind === 'draft' ? drafts : booked
      place.set(standing.id, move)
      surplus.push(...standing.surplus)
    }
  }
  return { kind: 'seen', absent, drafts, booked, different, surplus }
}
