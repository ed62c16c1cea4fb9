import { batchesOf, type JsonRecord, textMember } from '@ledgerpost/adapter-kit'
import type { CalendarDate } from '@ledgerpost/core'
import { notUnderstood } from '../errors/failure.js'
import type { TrytonLimits } from '../limits.js'
import type { Client } from '../rpc/client.js'
import { dateOfWire } from '../wire/dates.js'
import { idMember, relatedMember } from '../wire/members.js'

/** A move that bears one of our references. */
export interface Move {
  readonly id: number
  readonly reference: string
  readonly date: CalendarDate
  readonly isPosted: boolean
  /** The move that this one reverses: somebody cancelled that one in Tryton, which copies the description. */
  readonly reverses: number | null
  /** Of the company's currency. */
  readonly currency: string
  readonly lines: readonly JsonRecord[]
}

/**
 * Reads the moves whose description is one of the references, drafts too, the oldest first.
 * @throws IntegratorError, also when an answer leaves it open whether a move is there
 */
export async function readMoves(
  client: Client,
  references: readonly string[],
  limits: TrytonLimits,
): Promise<Move[]> {
  const moves: Move[] = []
  const size = { maximumCount: limits.referencesPerLookUp, maximumBytes: Infinity }
  for (const some of batchesOf([...new Set(references)], size, () => 1)) {
    const records = await client.read('account.move', {
      domain: [['description', 'in', some]],
      fields: ['description', 'date', 'state', 'origin', 'company.currency.code'],
      order: [['id', 'ASC']],
    })
    const ids = records.map(idOf)
    const lines =
      ids.length === 0
        ? []
        : await client.read('account.move.line', {
            domain: [['move', 'in', ids]],
            fields: ['move', 'account', 'debit', 'credit'],
            order: [['id', 'ASC']],
          })
    const linesByMove = new Map<number | undefined, JsonRecord[]>()
    for (const line of lines) {
      const move = idMember(line, 'move')
      const known = linesByMove.get(move)
      if (known) known.push(line)
      else linesByMove.set(move, [line])
    }
    for (const [index, record] of records.entries()) {
      const id = ids[index]
      if (id !== undefined) moves.push(moveOf(id, record, linesByMove.get(id) ?? []))
    }
  }
  return moves
}

function idOf(record: JsonRecord): number {
  const id = idMember(record, 'id')
  if (id === undefined) throw notUnderstood('account.move', 'a move has no id')
  return id
}

function moveOf(id: number, record: JsonRecord, lines: readonly JsonRecord[]): Move {
  const reference = textMember(record, 'description')
  const date = dateOfWire(record['date'])
  const { state } = record
  const company = relatedMember(record, 'company')
  const currency = company && relatedMember(company, 'currency')
  const code = currency && textMember(currency, 'code')
  if (
    reference === undefined ||
    date === undefined ||
    code === undefined ||
    (state !== 'draft' && state !== 'posted')
  ) {
    throw notUnderstood('account.move', `the move ${id} lacks its description, date, state or currency`)
  }
  const origin = /^account\.move,(\d+)$/.exec(textMember(record, 'origin') ?? '')?.[1]
  return {
    id,
    reference,
    date,
    isPosted: state === 'posted',
    reverses: origin === undefined ? null : Number(origin),
    currency: code,
    lines,
  }
}
