import { isRecord, type JsonRecord, textMember } from '@ledgerpost/adapter-kit'
import type { CalendarDate, Submission } from '@ledgerpost/core'
import { entriesOf, type Entries } from '../look-up/entries.js'
import { dateOfWire } from '../wire/dates.js'

/** A move as a submission wants it. */
export interface SentMove {
  readonly reference: string
  readonly date: CalendarDate
  readonly entries: Entries
  /** What it is created from, as the submission has it. */
  readonly values: JsonRecord
}

export interface SentMoves {
  readonly moves: readonly SentMove[]
  readonly context: JsonRecord
}

/** Reads a frozen submission back; undefined if it is not one that `prepare` made. */
export function readSubmission({ body, references }: Submission): SentMoves | undefined {
  const request = parsed(body)
  const parameters = isRecord(request) ? request['params'] : undefined
  const [list, context]: readonly unknown[] = Array.isArray(parameters) ? parameters : []
  if (!Array.isArray(list) || !isRecord(context)) return undefined
  const moves = list.flatMap((values) => (isRecord(values) ? (sentMove(values) ?? []) : []))
  const isWhole =
    moves.length === list.length &&
    moves.length === references.length &&
    moves.every(({ reference }, index) => reference === references[index])
  return isWhole ? { moves, context } : undefined
}

function sentMove(values: JsonRecord): SentMove | undefined {
  const reference = textMember(values, 'description')
  const date = dateOfWire(values['date'])
  const [commands]: readonly unknown[] = Array.isArray(values['lines']) ? values['lines'] : []
  const [, lines]: readonly unknown[] = Array.isArray(commands) ? commands : []
  const entries = Array.isArray(lines) && lines.every(isRecord) ? entriesOf(lines) : undefined
  return reference === undefined || date === undefined || entries === undefined
    ? undefined
    : { reference, date, entries, values }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
