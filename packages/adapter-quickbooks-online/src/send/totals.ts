import { type JsonRecord, recordMember, recordsMember, textMember } from '@ledgerpost/adapter-kit'
import { hundredths } from '../wire/amounts.js'
import type { Entity } from '../wire/entities.js'

/** What an entity comes to, in hundredths; members are undefined where they cannot be read. */
export interface Totals {
  readonly total: bigint | undefined
  readonly tax: bigint | undefined
}

/** What a document that is sent comes to, from its lines. */
export function totalsSent(entity: Entity, record: JsonRecord): Totals {
  if (entity.kind === 'journal') return journalTotals(record)
  const tax = taxOf(record)
  const net = sumOfAmounts(recordsMember(record, 'Line'))
  return { total: net === undefined || tax === undefined ? undefined : net + tax, tax }
}

/** What QuickBooks says that a document comes to. */
export function totalsTold(entity: Entity, record: JsonRecord): Totals {
  if (entity.kind === 'journal') return journalTotals(record)
  return { total: hundredths(record['TotalAmt']), tax: taxOf(record) }
}

/** A journal entry's total is that of its debits: QuickBooks does not always tell one. */
function journalTotals(record: JsonRecord): Totals {
  const debits = recordsMember(record, 'Line').filter(
    (line) => textMember(recordMember(line, 'JournalEntryLineDetail') ?? {}, 'PostingType') === 'Debit',
  )
  return { total: debits.length === 0 ? undefined : sumOfAmounts(debits), tax: 0n }
}

/** Without tax there may be no detail of it. */
function taxOf(record: JsonRecord): bigint | undefined {
  const total = recordMember(record, 'TxnTaxDetail')?.['TotalTax']
  return total === undefined || total === null ? 0n : hundredths(total)
}

function sumOfAmounts(lines: readonly JsonRecord[]): bigint | undefined {
  let sum = 0n
  for (const line of lines) {
    const amount = hundredths(line['Amount'])
    if (amount === undefined) return undefined
    sum += amount
  }
  return sum
}
