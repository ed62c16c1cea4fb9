import type { JsonRecord } from '@ledgerpost/adapter-kit'
import {
  type DocumentIdentity,
  type FoundDocument,
  type Logger,
  minorUnitDigits,
  type MinorUnits,
  UnsupportedCapabilityError,
} from '@ledgerpost/core'
import { notUnderstood } from '../errors/failure.js'
import { isCancelled } from '../send/standing.js'
import { amountOfWire } from '../wire/amounts.js'
import { type LookUp, type Move, readMoves } from './moves.js'

export interface Finder extends LookUp {
  readonly logger: Logger
  linkOf(id: number): string
}

/**
 * Looks posted moves up by our references. A draft is not in the books, so it is not told; one that is left beside a
 * posted move, as after an answer that came very late, is named in the log, because it keeps its period from being closed.
 * @throws IntegratorError, also when an answer leaves it open whether a move is there
 */
export async function findDocuments(
  finder: Finder,
  sought: readonly DocumentIdentity[],
): Promise<FoundDocument[]> {
  const unsupported = sought.find(({ kind }) => kind !== 'journal')
  if (unsupported) {
    throw new UnsupportedCapabilityError(
      'Tryton',
      `documents of the kind ${unsupported.kind}`,
      'It makes none of them.',
    )
  }
  const references = new Set(sought.map(({ reference }) => reference))
  const moves = await readMoves(finder, [...references])
  const found: FoundDocument[] = []
  for (const reference of references) {
    const own = moves.filter((move) => move.reference === reference)
    const ours = own.filter(({ reverses }) => reverses === null)
    const posted = ours.filter(({ isPosted }) => isPosted)
    const move = posted.find((each) => !isCancelled(each, own)) ?? posted[0]
    if (!move) continue
    const others = ours.filter(({ id }) => id !== move.id).map(({ id }) => id)
    if (others.length > 0) {
      finder.logger.warn(
        { reference, move: move.id, others },
        'Tryton has further moves of this reference. Delete those that are drafts, and compare those that are posted.',
      )
    }
    found.push({
      reference,
      kind: 'journal',
      date: move.date,
      id: String(move.id),
      link: finder.linkOf(move.id),
      total: totalOf(move),
      isVoided: isCancelled(move, own),
    })
  }
  return found
}

function totalOf({ id, lines, currency }: Move): MinorUnits {
  const digits = minorUnitDigits(currency)
  let total = 0n
  for (const line of lines) {
    const amount = signedAmount(line, digits)
    if (amount === undefined)
      throw notUnderstood('account.move.line', `a line of the move ${id} has no amounts`)
    if (amount > 0n) total += amount
  }
  return total
}

/** A line's debit less its credit, in minor units. */
export function signedAmount(line: JsonRecord, digits: number): MinorUnits | undefined {
  const debit = amountOfWire(line['debit'], digits)
  const credit = amountOfWire(line['credit'], digits)
  return debit === undefined || credit === undefined ? undefined : debit - credit
}
