import { batchesOf, type JsonRecord, textMember } from '@ledgerpost/adapter-kit'
import type { CalendarDate } from '@ledgerpost/core'
import { notUnderstood } from '../errors/failure.js'
import type { TrytonLimits } from '../limits.js'
import type { Client } from '../rpc/client.js'
import { dateOfWire } from '../wire/dates.js'
import { idMember, relatedMember } from '../wire/members.js'

/** A move that bears one of our references, or reverses one that does. */
export interface Move {
  readonly id: number
  /** Of a reversal that of the move that it reverses. */
  readonly reference: string
  readonly date: CalendarDate
  readonly isPosted: boolean
  /** The move that this one reverses, because somebody cancelled that one in Tryton. */
  readonly reverses: number | null
  /** Of the company's currency. */
  readonly currency: string
  readonly lines: readonly JsonRecord[]
}

const moveFields = ['description', 'date', 'state', 'origin', 'company.currency.code']

/** What looking up works with. */
export interface LookUp {
  readonly client: Client
  readonly limits: TrytonLimits
  /** The context of the calls: whose books they are. */
  readonly context: JsonRecord
}

/**
 * Reads the moves whose description is one of the references, drafts too, the oldest first, and after them those that
 * reverse posted ones, whatever they are called.
 * @throws IntegratorError, also when an answer leaves it open whether a move is there
 */
export async function readMoves(lookUp: LookUp, references: readonly string[]): Promise<Move[]> {
  const moves: Move[] = []
  const size = { maximumCount: lookUp.limits.referencesPerLookUp, maximumBytes: Infinity }
  for (const some of batchesOf([...new Set(references)], size, () => 1)) {
    const records = await readRecords(lookUp, ['description', 'in', some])
    const linesOf = await readLines(lookUp, records.map(idOf))
    const found = records.map((record) => moveOf(record, textMember(record, 'description'), linesOf))
    const posted = new Map(
      found.flatMap((move) => (move.isPosted ? [[move.id, move.reference] as const] : [])),
    )
    const origins = [...posted.keys()].map((id) => `account.move,${id}`)
    const known = new Set(found.map(({ id }) => id))
    const reversals = posted.size === 0 ? [] : await readRecords(lookUp, ['origin', 'in', origins])
    const others = reversals
      .filter((record) => !known.has(idOf(record)))
      .map((record) => moveOf(record, posted.get(originOf(record) ?? 0), new Map()))
    moves.push(...found, ...others)
  }
  return moves
}

function readRecords({ client, context }: LookUp, clause: readonly unknown[]): Promise<JsonRecord[]> {
  return client.read('account.move', {
    domain: [clause],
    fields: moveFields,
    order: [['id', 'ASC']],
    context,
  })
}

async function readLines(
  { client, context }: LookUp,
  moves: readonly number[],
): Promise<ReadonlyMap<number | undefined, readonly JsonRecord[]>> {
  const linesOf = new Map<number | undefined, JsonRecord[]>()
  if (moves.length === 0) return linesOf
  const lines = await client.read('account.move.line', {
    domain: [['move', 'in', moves]],
    fields: ['move', 'account', 'debit', 'credit'],
    order: [['id', 'ASC']],
    context,
  })
  for (const line of lines) {
    const move = idMember(line, 'move')
    const known = linesOf.get(move)
    if (known) known.push(line)
    else linesOf.set(move, [line])
  }
  return linesOf
}

function idOf(record: JsonRecord): number {
  const id = idMember(record, 'id')
  if (id === undefined) throw notUnderstood('account.move', 'a move has no id')
  return id
}

/** The move that a record has as its origin. */
function originOf(record: JsonRecord): number | undefined {
  const id = /^account\.move,(\d+)$/.exec(textMember(record, 'origin') ?? '')?.[1]
  return id === undefined ? undefined : Number(id)
}

function moveOf(
  record: JsonRecord,
  reference: string | undefined,
  linesOf: ReadonlyMap<number | undefined, readonly JsonRecord[]>,
): Move {
  const id = idOf(record)
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
  return {
    id,
    reference,
    date,
    isPosted: state === 'posted',
    reverses: originOf(record) ?? null,
    currency: code,
    lines: linesOf.get(id) ?? [],
  }
}
